package roundhouse.cli.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Services.calling;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Services;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.traffic.Arrivals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls in the reports: ten requests a second for a second, each with two calls of 10 ms to b and one to c, which is late. */
class CallReportsTest {
    private static final Report REPORT = Systems.run(
            Services.of(
                    1,
                    Systems.clients("users", new Arrivals.Constant(10)),
                    calling(
                            server("a", 9, fixed(0)),
                            ServiceCall.to("b").with(ServiceCall.COUNT, 2),
                            ServiceCall.to("c")
                                    .with(ServiceCall.TIMEOUT, Duration.ofMillis(20))
                                    .with(ServiceCall.RETRIES, Services.attempts(2))),
                    server("b", 9, fixed(10_000)),
                    server("c", 9, fixed(30_000))),
            1.099);

    @Test
    void json() {
        JsonNode nodes =
                JsonMapper.builder().build().readTree(ReportJson.of(REPORT)).get("nodes");
        assertThat(nodes.get("b").has("calls")).isFalse();
        JsonNode calls = nodes.get("a").get("calls");
        assertThat(calls.get("b").toString())
                .isEqualTo(
                        "{\"started\":20,\"ok\":20,\"failed\":0,\"timed-out\":0,\"given-up\":0,\"sent\":20,\"retried\":0,"
                                + "\"hedged\":0,\"turned-away\":0,\"wasted\":0,\"breaker-opened\":0}");
        assertThat(calls.get("c").toString())
                .isEqualTo(
                        "{\"started\":10,\"ok\":0,\"failed\":0,\"timed-out\":10,\"given-up\":0,\"sent\":20,\"retried\":10,"
                                + "\"hedged\":0,\"turned-away\":0,\"wasted\":20,\"breaker-opened\":0}");
        // Ten requests that wait 20 ms for b and 40 ms for c.
        assertThat(nodes.get("a").get("in-calls").get("mean").asDouble()).isCloseTo(0.6 / 1.099, within(0.001));
        assertThat(nodes.get("a").get("in-calls").get("max").asInt()).isEqualTo(1);
    }

    @Test
    void text() {
        List<String> lines = ReportText.of(REPORT)
                .lines()
                .map(line -> line.replaceAll(" +", " "))
                .toList();
        assertThat(lines)
                .containsSequence(
                        "Calls started ok failed timed out given up sent retried hedged turned away wasted",
                        "a → b 20 20 0 0 0 20 0 0 0 0",
                        "a → c 10 0 0 10 0 20 10 0 0 20",
                        "a: 0.55 requests wait for calls on average, 1 at most");
    }

    @Test
    void csv() {
        List<String[]> rows =
                ReportCsv.of(REPORT).lines().map(line -> line.split(",", -1)).toList();
        List<String> header = Arrays.asList(rows.getFirst());
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(header.toArray()));
        String[] a = rows.stream().filter(row -> row[0].equals("a")).findFirst().orElseThrow();
        assertThat(a[header.indexOf("calls_b_ok")]).isEqualTo("20");
        assertThat(a[header.indexOf("calls_c_timed_out")]).isEqualTo("10");
        assertThat(a[header.indexOf("calls_c_wasted")]).isEqualTo("20");
        String[] b = rows.stream().filter(row -> row[0].equals("b")).findFirst().orElseThrow();
        assertThat(b[header.indexOf("calls_b_ok")]).isEmpty();
        assertThat(b[header.indexOf("in_calls_mean")]).isEmpty();
    }

    @Test
    void whereNobodyCallsNothingIsSaidOfCalls() {
        Report report = Systems.run(
                Services.of(1, Systems.clients("users", new Arrivals.Constant(10)), server("a", 9, fixed(0))), 1);
        assertThat(ReportText.of(report)).doesNotContain("Calls");
        assertThat(ReportJson.of(report)).doesNotContain("calls");
        assertThat(ReportCsv.of(report)).doesNotContain("calls");
    }
}
