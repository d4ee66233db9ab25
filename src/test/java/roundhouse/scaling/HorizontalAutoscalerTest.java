package roundhouse.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import roundhouse.scaling.HorizontalAutoscaler.Decision;
import tools.jackson.databind.JsonNode;

/** The figures of Kubernetes' own unit tests, and loops of a model that reproduces them. */
class HorizontalAutoscalerTest {
    private static final long SECOND = 1_000_000_000;
    private static final long NOW = 100_000 * SECOND;

    @TestFactory
    Stream<DynamicTest> asKubernetes() {
        return Golden.each("edge/hpa.json", recorded -> {
            switch (recorded.get("kind").asString()) {
                case "behaviour" -> behaviour(recorded);
                case "stabilise" -> stabilise(recorded);
                case "loop" -> loop(recorded);
                default ->
                    assertThat(desired(recorded))
                            .isEqualTo(recorded.get("desired").asInt());
            }
        });
    }

    private static int desired(JsonNode recorded) {
        int current = recorded.get("current").asInt();
        long target = recorded.get("target").asLong();
        long first = recorded.get("levels").path(0).asLong();
        List<Pod> pods = pods(recorded, current);
        return switch (recorded.get("kind").asString()) {
            case "cpu_utilisation" -> ReplicaCalculator.byUtilisation(current, pods, target);
            case "pod_metric" -> ReplicaCalculator.byMean(current, pods, target);
            case "object_value", "external_value" -> ReplicaCalculator.byValue(current, pods, first, target);
            default -> ReplicaCalculator.byAverage(current, first, target);
        };
    }

    private static List<Pod> pods(JsonNode recorded, int current) {
        List<Pod> pods = new ArrayList<>();
        int count = Math.max(
                current,
                Math.max(recorded.path("phase").size(), recorded.path("ready").size()));
        for (int i = 0; i < count; i++) {
            JsonNode level = recorded.get("levels").path(i);
            pods.add(new Pod(
                    level.isNumber() ? OptionalLong.of(level.asLong()) : OptionalLong.empty(),
                    recorded.path("requests").path(i).asLong(0),
                    Pod.Phase.valueOf(
                            recorded.path("phase").path(i).asString("RUNNING").toUpperCase(Locale.ROOT)),
                    recorded.path("ready").path(i).asBoolean(true),
                    !recorded.path("hot").path(i).asBoolean(false),
                    recorded.path("deleted").path(i).asBoolean(false)));
        }
        return pods;
    }

    private static ScalingRules rules(JsonNode given, ScalingRules usual) {
        if (given.isMissingNode() || given.isNull()) {
            return usual;
        }
        List<ScalingRules.Policy> policies = new ArrayList<>();
        given.get("policies")
                .forEach(policy -> policies.add(new ScalingRules.Policy(
                        policy.get(0).asString().equals("Percent"),
                        policy.get(1).asInt(),
                        policy.get(2).asLong() * SECOND)));
        return new ScalingRules(
                policies,
                ScalingRules.Select.valueOf(given.get("select").asString().toUpperCase(Locale.ROOT)),
                usual.windowNanos());
    }

    private static void behaviour(JsonNode recorded) {
        HorizontalAutoscaler scaler = new HorizontalAutoscaler(
                recorded.get("min").asInt(),
                recorded.get("max").asInt(),
                rules(recorded.path("up"), ScalingRules.UP),
                rules(recorded.path("down"), ScalingRules.DOWN));
        for (JsonNode event : recorded.path("up_events")) {
            scaler.changed(event.get(0).asInt(), NOW - event.get(1).asLong() * SECOND);
        }
        for (JsonNode event : recorded.path("down_events")) {
            scaler.changed(-event.get(0).asInt(), NOW - event.get(1).asLong() * SECOND);
        }
        check(
                scaler.limited(
                        recorded.get("current").asInt(), recorded.get("desired").asInt(), NOW),
                recorded.get("result").get(0),
                recorded.get("result").get(1));
    }

    private static void check(Decision decision, JsonNode replicas, JsonNode reason) {
        assertThat(decision.replicas()).isEqualTo(replicas.asInt());
        assertThat(decision.reason().name().replace("_", "")).isEqualToIgnoringCase(reason.asString());
    }

    private static void stabilise(JsonNode recorded) {
        HorizontalAutoscaler scaler = new HorizontalAutoscaler(
                1,
                1_000,
                new ScalingRules(
                        List.of(),
                        ScalingRules.Select.MAX,
                        recorded.get("up_window").asLong() * SECOND),
                new ScalingRules(
                        List.of(),
                        ScalingRules.Select.MAX,
                        recorded.get("down_window").asLong() * SECOND));
        for (JsonNode recommendation : recorded.get("recommendations")) {
            scaler.recommend(
                    recommendation.get(0).asInt(), NOW - recommendation.get(1).asLong() * SECOND);
        }
        assertThat(scaler.stabilised(
                        recorded.get("current").asInt(), recorded.get("desired").asInt(), NOW))
                .isEqualTo(recorded.get("result").asInt());
    }

    private static void loop(JsonNode recorded) {
        HorizontalAutoscaler scaler = new HorizontalAutoscaler(
                recorded.get("min").asInt(), recorded.get("max").asInt(), ScalingRules.UP, ScalingRules.DOWN);
        long capacity = recorded.get("capacity").asLong();
        for (JsonNode row : recorded.get("rows")) {
            long nowNanos = NOW + row.get(0).asLong() * SECOND;
            int ready = row.get(2).asInt();
            int current = row.get(3).asInt();
            long each = Math.min(
                    row.get(1).asLong() * 1_000 / ready,
                    capacity * recorded.get("cap_percent").asLong() * 10);
            List<Pod> pods = new ArrayList<>();
            for (int i = 0; i < current; i++) {
                pods.add(new Pod(OptionalLong.of(each), capacity * 1_000, Pod.Phase.RUNNING, i < ready, true, false));
            }
            int raw = ReplicaCalculator.byUtilisation(
                    current, pods, recorded.get("target").asLong());
            assertThat(raw).as("%s", row).isEqualTo(row.get(5).asInt());
            assertThat(scaler.stabilised(current, raw, nowNanos))
                    .as("%s", row)
                    .isEqualTo(row.get(6).asInt());
            check(scaler.decide(current, raw, nowNanos), row.get(7), row.get(8));
        }
    }
}
