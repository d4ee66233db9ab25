package roundhouse.exchange.html;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Server;

class HtmlReportTest {
    private static String page(String label) {
        Run run = Run.of(system(
                1,
                List.of(poisson(100).build(), server("s1", 1, fixed(1_000)).with(Server.LABEL, label)),
                List.of(link("users", "s1"))));
        run.runUntil(10_000_000_000L);
        Frame frame = new Frame();
        run.observe(frame);
        return HtmlReport.of(run.report(), frame.history, run.titles(), "Little < law");
    }

    @Test
    void isOnePageWithoutScriptsOrOtherFiles() {
        String page = page("s1");
        assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(page.toLowerCase(Locale.ROOT))
                .doesNotContain("<script", "http:", "https:", "url(", "@import", "<img", "<link", "src=");
        assertThat(page).contains("prefers-color-scheme: dark", "@media print", "default-src 'none'");
    }

    @Test
    void hasChartsWithUnitsAndTheWholeReport() {
        String page = page("s1");
        assertThat(page)
                .contains(
                        "Requests that ended <span>(a second)</span>",
                        "Latency of requests that ended well <span>(ms)</span>",
                        "In flight, and in queues of balancers <span>(requests)</span>",
                        "<pre>Little &lt; law</pre>",
                        "10 s simulated, seed 1, no warm-up");
        // One server of 1 ms at 100 a second is busy for a tenth of the time, within what chance does in 1,000
        // requests.
        assertThat(page)
                .containsPattern(
                        "<th class=\"name\">s1</th><td>server</td>(<td>[0-9,]+</td>){2}<td>(9|10)\\.\\d\\d %</td>");
    }

    @Test
    void aNameIsOnlyWords() {
        assertThat(page("</style><script>alert(\"x\")</script>&amp;"))
                .contains("&lt;/style&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;")
                .doesNotContain("<script");
    }

    @Test
    void aChartHasNoLineAcrossWhatWasNotMeasured() {
        String chart = new LineChart("T", "ms", 1)
                .line("a", new double[] {0, 10, Double.NaN, 10, Double.NaN, 5, 5})
                .html();
        // From 64 to 708 over seven spans: the first value stands at 64 + 644 / 14; 10 at the top, 0 on the ground.
        assertThat(chart).contains("d=\"M110.0 176.0L202.0 10.0M386.0 10.0h1M570.0 93.0L662.0 93.0\"");
        assertThat(new LineChart("T", "ms", 1)
                        .line("a", new double[] {Double.NaN})
                        .html())
                .isEmpty();
    }
}
