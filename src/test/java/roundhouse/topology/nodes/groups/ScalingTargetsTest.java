package roundhouse.topology.nodes.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.types.TypeTrial;

/** What a metric is to be for each server, as text. */
final class ScalingTargetsTest {
    private static final String LIKE = "; a target is like \"utilization 60%\", \"requests 50/s\" or \"queue 5\"";

    private final TypeTrial<ScalingTarget> targets = new TypeTrial<>(new ScalingTargetType());

    @ParameterizedTest
    @CsvSource({
        "utilization 60%, UTILIZATION, 60, utilization 60%",
        "' utilization  1 % ', UTILIZATION, 1, utilization 1%",
        "utilization 1000%, UTILIZATION, 1000, utilization 1000%",
        "requests 50/s, REQUESTS, 50, requests 50/s",
        "requests 0.001 / s, REQUESTS, 0.001, requests 0.001/s",
        "requests 10000000/s, REQUESTS, 10000000, requests 10000000/s",
        "queue 5, QUEUE, 5, queue 5",
        "queue 2.5, QUEUE, 2.5, queue 2.5",
        "queue 1000000, QUEUE, 1000000, queue 1000000"
    })
    void aTargetIsAMetricAndAnAmountInItsUnit(String text, ScalingMetric metric, double amount, String written) {
        ScalingTarget target = targets.read("\"" + text + "\"");
        assertThat(target).isEqualTo(new ScalingTarget(metric, amount));
        assertThat(targets.written(target)).isEqualTo("\"" + written + "\"");
        assertThat(targets.typed(target, text)).isEqualTo(target);
        assertThat(targets.field(target).read().apply(target)).isEqualTo(written);
        assertThat(targets.checked(target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"60%", "utilization", "utilization 60", "requests 50", "queue 5/s", "cores 60%", "queue -5"})
    void whatIsNoTargetSaysHowOneIsWritten(String text) {
        assertThat(targets.refusal("\"" + text + "\"")).containsExactly("found \"" + text + "\"" + LIKE);
        assertThat(targets.typed(new ScalingTarget(ScalingMetric.QUEUE, 5), text))
                .isEqualTo("no: found \"" + text + "\"" + LIKE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            utilization 0.9%    | UTILIZATION | 0.9      | utilization is from 1% to 1000%
            utilization 1001%   | UTILIZATION | 1001     | utilization is from 1% to 1000%
            requests 0/s        | REQUESTS    | 0        | requests is from 0.001/s to 10000000/s
            queue 1000001       | QUEUE       | 1000001  | queue is from 0.001 to 1000000
            """)
    void anAmountHasTheBoundsOfItsMetric(String text, ScalingMetric metric, double amount, String bounds) {
        assertThat(targets.refusal("\"" + text + "\"")).containsExactly("found \"" + text + "\"; " + bounds);
        assertThat(new TypeTrial<>(new ScalingTargetType()).checked(new ScalingTarget(metric, amount)))
                .containsExactly("it: k is \"" + text + "\"; " + bounds);
    }

    @Test
    void aTargetIsNoNumber() {
        assertThat(targets.readOrNull("60")).isNull();
        assertThat(targets.refusal("60")).contains("\"k\" is 60; a text in quotes is allowed");
    }

    @Test
    void saysHowItIsWritten() {
        assertThat(new ScalingTargetType().allowed())
                .isEqualTo("a metric and what it is to be, like utilization 60%, requests 50/s or queue 5");
        assertThat(targets.field(new ScalingTarget(ScalingMetric.QUEUE, 5)).editor())
                .isEqualTo(new Editor.Text("utilization 60%"));
        assertThat(targets.schema())
                .startsWith("{ \"type\": \"string\", \"pattern\": \"^\\\\s*(utilization|requests|queue)");
    }
}
