package roundhouse.simulation.guarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import roundhouse.limits.LimitFigure;
import roundhouse.limits.LimiterType;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Attack waves against limits and breakers by chance: what holds whatever they are. */
class LimitSwarmTest {
    private static final int SYSTEMS = 120;
    private static final double SECONDS = 6;

    /** A limit of all together, and the most that it may let through in the time. */
    private record Drawn(String json, double most) {}

    private static Drawn limit(SplittableRandom random) {
        LimiterType type = LimiterType.values()[random.nextInt(LimiterType.values().length)];
        int permits = random.nextInt(1, 60);
        boolean halves = random.nextBoolean();
        int burst = random.nextInt(1, 30);
        double periods = SECONDS * (halves ? 2 : 1);
        String more = switch (type) {
            case LEAKY_BUCKET, TOKEN_BUCKET, GCRA -> ", \"burst\": " + burst;
            case GUAVA, GUAVA_WARMING_UP, RESILIENCE4J -> ", \"timeout\": \"500ms\"";
            case FIXED_WINDOW, SLIDING_WINDOW, SLIDING_LOG, HAPROXY_RATE -> "";
        };
        String json = String.format(
                Locale.ROOT,
                "{ \"type\": \"%s\", \"per\": \"all\", \"rate\": \"%d/%s\"%s }",
                type.key(),
                permits,
                halves ? "500ms" : "s",
                more);
        // A burst, or a second's worth that was saved up; a period that had begun, and those that may be waited for.
        return new Drawn(json, permits * (periods + 3) + burst);
    }

    private static Topology topology(SplittableRandom random, String limits) {
        String breaker = random.nextBoolean()
                ? ", \"breaker\": { \"window\": 10, \"minimum\": 5, \"slow-rate\": 0.5, \"slow-after\": \"20ms\", \"open\": \"200ms\", \"trials\": 2 }"
                : "";
        String text = String.format(
                Locale.ROOT,
                """
                { "format": 1, "name": "T", "seed": %d,
                  "nodes": [
                    { "id": "good", "kind": "clients", "arrivals": { "type": "poisson", "rate": "%d/s" }, "timeout": "1s" },
                    { "id": "bots", "kind": "clients", "attack": true, "users": 20, "reading": "%dms", "addresses": "198.51.100.0/24, 203.0.113.0/28",
                      "arrivals": { "type": "curve", "points": [["0s", "0/s"], ["1s", "400/s"], ["4s", "400/s"], ["5s", "0/s"]] },
                      "requests": [ { "path": "/search", "cost": %d } ], "retries": { "attempts": %d } },
                    { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin", "limits": [ %s ]%s },
                    { "id": "s1", "kind": "server", "service": "2ms", "limits": [ { "type": "shed", "most": %d } ] },
                    { "id": "s2", "kind": "server", "service": "2ms", "connections": 50,
                      "limits": [ { "type": "priority", "class": -1, "from": "10.0.0.0/8" }, { "type": "concurrency", "most": %d, "tarpit": "50ms" } ] } ],
                  "links": [ { "from": "good", "to": "lb" }, { "from": "bots", "to": "lb" }, { "from": "lb", "to": "s1" }, { "from": "lb", "to": "s2" } ],
                  "scenario": [ { "at": "2s", "crash": "s2" }, { "at": "3s", "recover": "s2" }, { "at": "3500ms", "pause": "lb" }, { "at": "3600ms", "recover": "lb" } ] }""",
                random.nextInt(1, 1_000_000),
                random.nextInt(20, 200),
                random.nextInt(1, 300),
                random.nextInt(1, 6),
                random.nextInt(1, 4),
                limits,
                breaker,
                random.nextInt(1, 20),
                random.nextInt(1, 5));
        return switch (TopologyFile.parse(text)) {
            case ReadResult.Read read -> read.topology();
            case ReadResult.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    @Test
    void noLimitLetsMoreThroughThanItsRule() {
        long turnedAway = 0;
        for (int seed = 1; seed <= SYSTEMS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Drawn> limits = new ArrayList<>(List.of(limit(random)));
            if (random.nextBoolean()) {
                limits.add(limit(random));
            }
            Topology topology = topology(
                    random, String.join(", ", limits.stream().map(Drawn::json).toList()));
            Run run = Run.of(topology);
            run.runUntil((long) (SECONDS * Systems.SECOND));
            Report report = run.report();
            GuardReport guard = guard(report, "lb");
            double most = limits.stream().mapToDouble(Drawn::most).min().orElseThrow();
            assertThat(guard.of(LimitFigure.ASKED) - guard.of(LimitFigure.TURNED_AWAY))
                    .as("let through by %s, seed %d", limits, seed)
                    .isLessThanOrEqualTo((long) most);
            Report.NodeReport balancer = Systems.node(report, "lb");
            assertThat(balancer.picked() - guard.of(LimitFigure.ASKED))
                    .as("all that came are asked about, but for those that wait still, seed %d", seed)
                    .isBetween(0L, 3L);
            long through = Systems.node(report, "s1").picked()
                    + Systems.node(report, "s2").picked();
            assertThat(through)
                    .as("servers get what was let through, seed %d", seed)
                    .isLessThanOrEqualTo(guard.of(LimitFigure.ASKED) - guard.of(LimitFigure.TURNED_AWAY));
            assertThat(Systems.node(report, "s1").inFlight().max()).isLessThanOrEqualTo(22);
            assertThat(balancer.outcomes().get(Outcome.REJECTED))
                    .as("turned away with an answer, seed %d", seed)
                    .isGreaterThanOrEqualTo(guard.of(LimitFigure.TURNED_AWAY));
            Run again = Run.of(topology);
            while (again.nowNanos() < run.nowNanos()) {
                again.runUntil(Math.min(run.nowNanos(), again.nowNanos() + random.nextLong(1, Systems.SECOND)));
            }
            assertThat(again.digest()).as("in pieces, seed %d", seed).isEqualTo(run.digest());
            turnedAway += guard.of(LimitFigure.TURNED_AWAY);
        }
        assertThat(turnedAway).as("or nothing was seen").isGreaterThan(10_000);
    }

    private static GuardReport guard(Report report, String node) {
        return Objects.requireNonNull(Systems.node(report, node).guard());
    }
}
