package roundhouse.topology.nodes.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** Which settings an autoscaler has under which rules, what they usually are, and what an edit of one does to others. */
final class AutoscalerSettingsTest {
    private static final String KUBERNETES =
            "min max target policy every window start-up stabilization up-stabilization up down largest";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RecordTrial<Autoscaling> settings = new RecordTrial<>(Autoscaling.SETTINGS);
    private final TypeTrial<Autoscaling> values = new TypeTrial<>(Autoscaling.TYPE);

    private Autoscaling scaling(String text) {
        return settings.read("{ " + text + " }");
    }

    @Test
    void kubernetesRulesAreUsual() {
        Autoscaling usual = scaling("");
        assertThat(List.of(usual.min(), usual.max())).containsExactly(1, 10);
        assertThat(usual.policy()).isEqualTo(ScalingPolicy.HPA);
        assertThat(List.of(usual.every(), usual.window(), usual.stabilization(), usual.upStabilization()))
                .containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ZERO);
        assertThat(usual.up().stream().map(ScalingLimit::text)).containsExactly("4 in 15s", "100% in 15s");
        assertThat(usual.down().stream().map(ScalingLimit::text)).containsExactly("100% in 15s");
        assertThat(usual.largest()).isTrue();
    }

    @Test
    void awsDecidesEveryMinuteAndMeasuresOverThat() {
        Autoscaling tracking = scaling("\"policy\": \"target-tracking\"");
        assertThat(List.of(tracking.every(), tracking.window(), tracking.cooldown()))
                .containsExactly(MINUTE, MINUTE, Duration.ofMinutes(5));
        assertThat(List.of(tracking.outAfter(), tracking.inAfter())).containsExactly(3, 15);
        assertThat(settings.written(tracking)).isEqualTo("{ \"policy\": \"target-tracking\" }");
        assertThat(scaling("\"every\": \"5s\"").window()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ""                                                           | min max target start-up schedule
            "target": "utilization 60%"                                  | KUBERNETES request schedule
            "target": "requests 50/s"                                    | KUBERNETES schedule
            "target": "requests 50/s", "policy": "target-tracking"       | min max target policy every window start-up out-after in-after cooldown schedule
            "target": "queue 5", "policy": "step", "steps": [{ "from": 0, "percent": 5 }] | min max target policy every window start-up steps out-after in-after cooldown schedule
            "policy": "target-tracking"                                  | min max target start-up schedule
            "policy": "step"                                             | min max target start-up schedule
            """)
    void aFormShowsWhatItsRulesKnow(String text, String keys) {
        Autoscaling scaling = scaling(text.replace("\"\"", ""));
        assertThat(settings.shown(scaling))
                .containsExactly(keys.replace("KUBERNETES", KUBERNETES).split(" "));
        assertThat(settings.checked(scaling)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "min": 5, "max": 4                                 | /min it: min is 5, more than max, which is 4
            "every": "15s", "window": "16s"                    | /window it: window is longer than every; it goes back to the last decision at most
            "target": "requests 50/s", "policy": "step"        | /steps it: step scaling needs steps, like { "from": 0, "to": 10, "percent": 10 }
            "schedule": [{ "at": "2min", "min": 6, "max": 5 }] | /schedule/0/min it: min is 6, more than max, which is 5
            """)
    void whatDoesNotDoTogetherIsRefused(String text, String reason) {
        assertThat(settings.refusal("{ " + text + " }")).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"min\": 4, \"max\": 4",
                "\"target\": \"utilization 60%\", \"every\": \"30s\", \"window\": \"15s\", \"request\": 0.5",
                "\"up\": [], \"down\": [\"10% in 1min\"], \"largest\": false",
                "\"target\": \"queue 5\", \"policy\": \"step\", \"steps\": [{ \"to\": 0, \"percent\": -10 }]",
                "\"schedule\": [{ \"at\": \"2min\", \"min\": 6, \"max\": 6 }]"
            })
    void isReadAsItIsWritten(String text) {
        assertThat(settings.refusal("{ " + text + " }")).isEmpty();
        assertThat(settings.written(scaling(text))).isEqualTo("{ " + text + " }");
    }

    private Autoscaling typed(Autoscaling before, String key, String text) {
        return Autoscaling.SETTINGS.cast(
                Objects.requireNonNull(TypeTrial.outcome(values.field(before, "k." + key), before, text)));
    }

    @Test
    void aPeriodThatWasOnlyUsualGivesWayToThatOfOtherRules() {
        Autoscaling kubernetes = scaling("\"target\": \"queue 5\"");
        Autoscaling tracking = typed(kubernetes, "policy", "target-tracking");
        assertThat(tracking).isEqualTo(scaling("\"target\": \"queue 5\", \"policy\": \"target-tracking\""));
        assertThat(typed(tracking, "policy", "hpa")).isEqualTo(kubernetes);
        Autoscaling chosen = kubernetes.with(Autoscaling.EVERY, MINUTE.multipliedBy(2));
        assertThat(typed(chosen, "policy", "target-tracking"))
                .isEqualTo(chosen.with(Autoscaling.POLICY, ScalingPolicy.TARGET_TRACKING));
    }

    @Test
    void whoChoosesStepScalingHasStepsThatAreRight() {
        Autoscaling step = typed(scaling("\"target\": \"queue 5\""), "policy", "step");
        assertThat(settings.checked(step)).isEmpty();
        assertThat(step.steps())
                .containsExactly(
                        new ScalingStep(null, -10.0, -10),
                        new ScalingStep(0.0, 10.0, 10),
                        new ScalingStep(10.0, null, 50));
        Autoscaling own = step.with(Autoscaling.STEPS, List.of(new ScalingStep(0.0, null, 5)));
        assertThat(typed(typed(own, "policy", "hpa"), "policy", "step")).isEqualTo(own);
        assertThat(typed(scaling("\"target\": \"queue 5\""), "policy", "target-tracking")
                        .steps())
                .isEmpty();
    }

    @Test
    void aMeasurementThatGoesBackToTheLastDecisionGoesOnDoingSo() {
        Autoscaling follows = scaling("\"target\": \"queue 5\"");
        assertThat(typed(follows, "every", "5s")).isEqualTo(scaling("\"target\": \"queue 5\", \"every\": \"5s\""));
        Autoscaling shorter = follows.with(Autoscaling.WINDOW, Duration.ofSeconds(3));
        assertThat(typed(shorter, "every", "5s")).isEqualTo(shorter.with(Autoscaling.EVERY, Duration.ofSeconds(5)));
    }

    @Test
    void policiesHaveTitles() {
        assertThat(List.of(
                        ScalingPolicy.HPA.title(), ScalingPolicy.TARGET_TRACKING.title(), ScalingPolicy.STEP.title()))
                .containsExactly("Kubernetes HPA", "AWS target tracking", "AWS step scaling");
    }
}
