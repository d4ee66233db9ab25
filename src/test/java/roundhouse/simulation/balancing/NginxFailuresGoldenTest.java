package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.OnRequest;
import roundhouse.topology.Command;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import tools.jackson.databind.JsonNode;

/**
 * nginx's recorded failures in a whole run: servers that crash and recover, and every request with all its attempts and its outcome.
 * nginx compares whole seconds only, so each request is sent in its recorded second.
 */
class NginxFailuresGoldenTest {
    @TestFactory
    Stream<DynamicTest> everyRequestTakesNginxsWay() {
        return Golden.cases("nginx/failures.json").stream()
                .map(recorded -> DynamicTest.dynamicTest(recorded.get("id").asString(), () -> replay(recorded)));
    }

    private static void replay(JsonNode recorded) {
        int[] weights = Golden.ints(recorded.get("weights"));
        int[] backups = Golden.ints(recorded.get("backup"));
        List<Link> links = new ArrayList<>();
        for (int server = 0; server < weights.length; server++) {
            int number = server;
            links.add(OnRequest.link(
                    server, weights[server], Arrays.stream(backups).anyMatch(backup -> backup == number)));
        }
        Health.Passive passive = new Health.Passive(
                recorded.get("max_fails").asInt(),
                Duration.ofSeconds(recorded.get("fail_timeout_s").asLong()),
                Failure.ENVOY);
        OnRequest system = new OnRequest(
                Balancers.of(
                        "lb",
                        7,
                        Algorithm.WEIGHTED_ROUND_ROBIN,
                        Sticky.OFF,
                        new Health(null, passive, null, 0, Duration.ZERO),
                        new FailoverPolicy(Math.max(2, weights.length), Failure.ENVOY, true, null)),
                links);
        Deque<JsonNode> events = new ArrayDeque<>();
        recorded.get("events").forEach(events::add);
        JsonNode rows = recorded.get("requests");
        int attempts = 0;
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            system.at(row.get(1).asLong() * 1_000);
            // What happened was written down after it had happened, and the request before it was sent.
            long next = i + 1 < rows.size() ? rows.get(i + 1).get(0).asLong() : Long.MAX_VALUE;
            while (!events.isEmpty() && events.element().get(0).asLong() < next) {
                system.apply(command(events.remove()));
            }
            OnRequest.Seen seen = system.send("users", Map.of());
            List<Integer> expected = new ArrayList<>();
            for (JsonNode target : row.get(3)) {
                if (target.isNumber()) {
                    expected.add(target.asInt());
                }
            }
            assertThat(seen.attempts()).as("%s", row).isEqualTo(expected);
            assertThat(seen.outcome()).as("%s", row).isEqualTo(row.get(2).asInt() == 200 ? Outcome.OK : Outcome.FAILED);
            Golden.equal(expected.size());
            attempts += expected.size();
        }
        assertThat(attempts).isPositive();
    }

    private static Command command(JsonNode event) {
        String server = "s" + event.get(2).asInt();
        return switch (event.get(1).asString()) {
            case "down" -> new Command.Crash(server);
            case "500" -> new Command.Errors(server, 1);
            default -> new Command.Recover(server);
        };
    }
}
