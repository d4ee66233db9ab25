package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.OnRequest;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;
import tools.jackson.databind.JsonNode;

/**
 * HAProxy's recorded checks and slow starts in a whole run. Between the same two checks as then the server begins to fail or to
 * answer, and after every check it must be up or down as then, the next check coming after the same interval.
 */
class HaproxyChecksGoldenTest {
    /** A check as recorded: milliseconds, and whether it was up once the check had been counted. */
    private record Check(double at, boolean upAfter) {}

    private final List<Long> sentAt = new ArrayList<>();
    private int replies;

    private static Duration option(String options, String name, Duration otherwise) {
        Matcher matcher = Pattern.compile("(?:^| )" + name + " (\\d+)(ms|s)").matcher(options);
        return matcher.find()
                ? Duration.ofMillis(Long.parseLong(matcher.group(1)) * ("s".equals(matcher.group(2)) ? 1_000 : 1))
                : otherwise;
    }

    private static int number(String options, String name, int otherwise) {
        Matcher matcher = Pattern.compile("(?:^| )" + name + " (\\d+)").matcher(options);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    private static Health.Active active(JsonNode recorded) {
        String options = recorded.get("options").asString();
        Duration inter = option(options, "inter", Duration.ofSeconds(2));
        return new Health.Active(
                recorded.get("kind").asString().equals("tcp") ? Health.Probe.CONNECT : Health.Probe.REQUEST,
                inter,
                inter,
                number(options, "fall", 3),
                number(options, "rise", 2),
                option(options, "fastinter", inter),
                option(options, "downinter", inter));
    }

    /** The checks that were seen; where they could not be, those that 1 % late intervals from the first failed one make. */
    private static List<Check> checks(JsonNode recorded) {
        List<Double> times = new ArrayList<>();
        recorded.get("checks_seen_by_server")
                .forEach(check -> times.add(check.get(0).asDouble()));
        if (times.isEmpty()) {
            double interval = active(recorded).interval().toMillis() * 1.005;
            double failed = recorded.get("status_changes").get(1).get(0).asDouble() - 1;
            for (double at = failed - 5 * interval; at < failed + 20 * interval; at += interval) {
                times.add(at);
            }
        }
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            double next = i + 1 < times.size() ? times.get(i + 1) : Double.MAX_VALUE;
            boolean up = true;
            for (JsonNode change : recorded.get("status_changes")) {
                up = change.get(0).asDouble() < next ? change.get(1).asString().startsWith("UP") : up;
            }
            checks.add(new Check(times.get(i), up));
        }
        return checks;
    }

    @TestFactory
    Stream<DynamicTest> everyCheckFindsWhatHaproxyFound() {
        return Golden.cases("haproxy/health_checks.json").stream()
                .map(recorded -> DynamicTest.dynamicTest(
                        recorded.get("id").asString(), () -> new HaproxyChecksGoldenTest().replay(recorded)));
    }

    private void replay(JsonNode recorded) {
        LoadBalancer balancer = Balancers.of(
                "lb",
                7,
                Algorithm.ROUND_ROBIN,
                Sticky.OFF,
                new Health(active(recorded), null, null, 0, Duration.ZERO),
                FailoverPolicy.NEVER);
        Run run = Run.of(
                Systems.system(
                        1,
                        List.of(balancer, Systems.server("s0", 1, Systems.fixed(1_000))),
                        List.of(OnRequest.link(0, 1, false))),
                new RunObserver() {
                    @Override
                    public void departed(Attempt attempt, Component from, Component to) {
                        if (attempt.purpose == AttemptPurpose.CHECK && !attempt.replying) {
                            sentAt.add(attempt.departedAtNanos);
                        }
                    }

                    @Override
                    public void arrived(Attempt attempt) {
                        replies += attempt.purpose == AttemptPurpose.CHECK && attempt.replying ? 1 : 0;
                    }
                });
        List<Check> checks = checks(recorded);
        JsonNode actions = recorded.get("actions");
        Frame frame = new Frame();
        int done = 0;
        int changes = 0;
        for (int i = 0; i < checks.size(); i++) {
            while (done < actions.size()
                    && actions.get(done).get(0).asDouble() <= checks.get(i).at()) {
                run.apply(command(actions.get(done++).get(1).asString()));
            }
            while (replies <= i) {
                run.step();
            }
            run.observe(frame);
            boolean up = frame.target[0] == TargetState.IN_USE;
            assertThat(up)
                    .as("after check %d of %s", i, recorded.get("id"))
                    .isEqualTo(checks.get(i).upAfter());
            Golden.equal(1);
            changes += i > 0 && checks.get(i - 1).upAfter() != up ? 1 : 0;
            if (i > 0) {
                double gap = (sentAt.get(i) - sentAt.get(i - 1)) / 1e6;
                assertThat(gap)
                        .as("interval before check %d of %s", i, recorded.get("id"))
                        .isCloseTo(checks.get(i).at() - checks.get(i - 1).at(), Assertions.within(15.0));
            }
        }
        assertThat(changes).isPositive();
        assertThat(run.report().transcript().stream().map(TranscriptLine::text).filter(text -> text.startsWith("lb ")))
                .hasSize(changes);
    }

    private static Command command(String action) {
        return switch (action) {
            case "http 500" -> new Command.Errors("s0", 1);
            case "port closed" -> new Command.Crash("s0");
            default -> new Command.Recover("s0");
        };
    }

    private static final double SHARE = 0.03;

    @TestFactory
    Stream<DynamicTest> aServerThatCameUpGetsHaproxysShareSecondBySecond() {
        return Golden.cases("haproxy/slowstart.json").stream()
                .map(recorded -> DynamicTest.dynamicTest(
                        recorded.get("slowstart").asString(), () -> new HaproxyChecksGoldenTest().warmUp(recorded)));
    }

    private void warmUp(JsonNode recorded) {
        int[] weights = Golden.ints(recorded.get("weights"));
        Health.Active active = new Health.Active(
                Health.Probe.CONNECT, Duration.ofMillis(100), Duration.ofMillis(100), 1, 1, null, null);
        Duration ramp = option("slowstart " + recorded.get("slowstart").asString(), "slowstart", Duration.ZERO);
        List<Node> nodes = List.of(
                Systems.clients("users", new Arrivals.Constant(900)).build(),
                Balancers.of(
                        "lb",
                        7,
                        Algorithm.WEIGHTED_ROUND_ROBIN,
                        Sticky.OFF,
                        new Health(active, null, null, 0, ramp),
                        FailoverPolicy.NEVER),
                Systems.server("s0", 8, Systems.fixed(100)),
                Systems.server("s1", 8, Systems.fixed(100)));
        List<Link> links = List.of(
                Systems.link("users", "lb"),
                OnRequest.link(0, weights[0], false),
                OnRequest.link(1, weights[1], false));
        Run run = Run.of(Systems.system(1, nodes, links));
        run.apply(new Command.Crash("s0"));
        run.runUntil(Systems.SECOND);
        run.apply(new Command.Recover("s0"));
        Frame frame = new Frame();
        do {
            run.step();
            run.observe(frame);
        } while (frame.target[1] == TargetState.CHECKED_OUT);
        long up = frame.targetSinceNanos[1];
        JsonNode seconds = recorded.get("picks_per_second");
        long before = 0;
        for (int second = 0; second < seconds.size(); second++) {
            assertThat(frame.target[1])
                    .as("second %d", second)
                    .isEqualTo(second < ramp.toSeconds() ? TargetState.WARMING : TargetState.IN_USE);
            if (second == 0) {
                before = picked(run, "s0");
            }
            long others = picked(run, "s1");
            run.runUntil(up + (second + 1) * Systems.SECOND);
            double got = picked(run, "s0") - before;
            double share = got / (got + picked(run, "s1") - others);
            int[] then = Golden.ints(seconds.get(second));
            assertThat(share)
                    .as("share in second %d", second)
                    .isCloseTo((double) then[0] / (then[0] + then[1]), Assertions.within(SHARE));
            before = picked(run, "s0");
            run.observe(frame);
        }
    }

    private static long picked(Run run, String id) {
        return Systems.node(run.report(), id).picked();
    }
}
