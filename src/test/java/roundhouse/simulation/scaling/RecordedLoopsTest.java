package roundhouse.simulation.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.traffic.Arrivals;
import tools.jackson.databind.JsonNode;

/**
 * Kubernetes' control loop in whole runs: requests arrive as evenly as the recorded load, each server can bear ten a second, and the size after each
 * decision is the recorded one. The loops know the load at the moment of a decision; a run measures the ten seconds before, so here all
 * that happens is eleven seconds earlier, and the first decision is at 15 s. A server counts at the first decision that finds it ready.
 */
class RecordedLoopsTest {
    private static final int LEAD_SECONDS = 4;
    private static final long SECOND = 1_000_000_000;

    @TestFactory
    Stream<DynamicTest> asRecorded() {
        return Golden.cases("edge/hpa.json").stream()
                .filter(recorded -> recorded.get("kind").asString().equals("loop"))
                .map(recorded -> DynamicTest.dynamicTest(recorded.get("id").asString(), () -> loop(recorded)));
    }

    private static void loop(JsonNode recorded) {
        boolean saturates = recorded.get("cap_percent").asInt() == 100;
        // What is between two whole requests is measured as one more or less, which must not matter where a bound is
        // exact.
        double scale = saturates ? 0.101 : 0.0995;
        Run run = Run.of(topology(recorded, saturates, scale));
        List<Integer> sizes = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        int next = 1;
        for (JsonNode row : recorded.get("rows")) {
            long second = row.get(0).asLong();
            JsonNode point = recorded.get("load").path(next);
            if (point.isArray() && point.get(0).asLong() <= second) {
                run.runUntil((point.get(0).asLong() + LEAD_SECONDS) * SECOND);
                Clients users = (Clients) run.topology().node("users").orElseThrow();
                double rate = point.get(1).asDouble() * scale;
                run.apply(new Command.Revise(
                        run.topology().with(users.with(Clients.ARRIVALS, new Arrivals.Constant(rate)))));
                next++;
            }
            run.runUntil((second + 16) * SECOND);
            sizes.add(Groups.web(run).wanted());
            expected.add(row.get(7).asInt());
        }
        assertThat(sizes).hasSizeGreaterThan(50).isEqualTo(expected);
    }

    private static Topology topology(JsonNode recorded, boolean saturates, double scale) {
        String target = saturates ? "utilization " + recorded.get("target").asInt() + "%" : "requests 6/s";
        String scaling = String.format(
                Locale.ROOT,
                "\"count\": %d, \"scaling\": { \"min\": %d, \"max\": %d, \"target\": \"%s\", \"window\": \"10s\", \"start-up\": \"%ds\" }",
                recorded.get("start").asInt(),
                recorded.get("min").asInt(),
                recorded.get("max").asInt(),
                target,
                (recorded.get("start_s").asInt() + 14) / 15 * 15 - 11);
        double rate = recorded.get("load").get(0).get(1).asDouble() * scale;
        return Groups.system(
                String.format(Locale.ROOT, "{ \"type\": \"constant\", \"rate\": \"%.4f/s\" }", rate),
                scaling,
                "\"service\": \"100ms\", \"queue\": 4",
                "");
    }
}
