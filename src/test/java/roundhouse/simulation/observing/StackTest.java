package roundhouse.simulation.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.transcript;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.expecting.ExpectationsTest;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Expansion;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.nodes.Server;

/** A server that stands for three, against three servers. */
class StackTest {
    private static Topology stack(int count, TimedCommand... scenario) {
        return Systems.system(
                        4,
                        List.of(
                                poisson(900).build(),
                                Systems.balancer("lb", Algorithm.ROUND_ROBIN),
                                Systems.bounded("web", 1, exponential(2_000), 50, Integer.MAX_VALUE)
                                        .with(Server.COUNT, count)),
                        List.of(link("users", "lb", fixed(500)), link("lb", "web", fixed(200))))
                .withScenario(List.of(scenario));
    }

    private static Run ran(Topology topology, double seconds) {
        Run run = Run.of(topology);
        run.runUntil((long) (seconds * SECOND));
        return run;
    }

    @Test
    void isTheSameAsThreeServers() {
        Report stack = ran(stack(3), 5).report();
        Report three = ran(Expansion.of(stack(3)), 5).report();
        assertThat(stack).isEqualTo(three);
        assertThat(stack.nodes()).containsOnlyKeys("users", "lb", "web-1", "web-2", "web-3");
        assertThat(node(stack, "web-2").picked()).isBetween(stack.requests() / 3 - 1, stack.requests() / 3 + 1);
    }

    @Test
    void aCommandOfAllIsOneOfEach() {
        Run run = ran(stack(3, at(1, new Command.Crash("web")), at(2, new Command.Recover("web-2"))), 3);
        Run each = ran(
                Expansion.of(stack(3))
                        .withScenario(List.of(
                                at(1, new Command.Crash("web-1")),
                                at(1, new Command.Crash("web-2")),
                                at(1, new Command.Crash("web-3")),
                                at(2, new Command.Recover("web-2")))),
                3);
        assertThat(transcript(run)).isEqualTo(transcript(each));
        assertThat(run.report().outcomes()).isEqualTo(each.report().outcomes());
        assertThat(transcript(run))
                .filteredOn(line -> line.contains(" crashed"))
                .hasSize(3);
    }

    @Test
    void commandsOfLinksAreOfAllOrOfOne() {
        Run run = ran(
                stack(
                        3,
                        at(1, new Command.Drain("lb", "web-1")),
                        at(2, new Command.Cut("lb", "web", LinkDirection.BOTH)),
                        at(3, new Command.Mend("lb", "web-3")),
                        at(4, new Command.SetWeight("lb", "web-2", 7))),
                5);
        assertThat(transcript(run))
                .filteredOn(line -> (line.contains("link lb") || line.contains("drains")) && !line.contains("still"))
                .extracting(line -> line.replaceAll(" after .*|;.*", ""))
                .containsExactly(
                        "lb drains web-1: no new clients",
                        "link lb → web-1 is cut",
                        "link lb → web-2 is cut",
                        "link lb → web-3 is cut",
                        "link lb → web-3 is mended",
                        "link lb → web-2 has the weight of all that web-2 is one of");
        run.apply(new Command.SetWeight("lb", "web", 7));
        assertThat(run.topology().link("lb", "web").orElseThrow().weight()).isEqualTo(7);
        run.apply(new Command.Pause("web-9"));
        assertThat(transcript(run)).contains("web-9 is not there and cannot be paused");
    }

    /** The second of three is removed: the count is two, and one more is the second again. */
    @Test
    void oneOfThemCanBeRemoved() {
        Run run = ran(stack(3), 1);
        run.apply(new Command.Remove("web-2"));
        assertThat(run.topology().node("web").orElseThrow().count()).isEqualTo(2);
        run.runUntil(2 * SECOND);
        assertThat(run.report().nodes()).containsOnlyKeys("users", "lb", "web-1", "web-3");
        assertThat(run.report().removed()).extracting(Report.RemovedNode::id).containsExactly("web-2");
        run.apply(new Command.Revise(stack(4)));
        run.runUntil(3 * SECOND);
        assertThat(run.report().nodes().keySet()).containsExactly("users", "lb", "web-1", "web-2", "web-3", "web-4");
        run.apply(new Command.Revise(stack(1)));
        run.runUntil(4 * SECOND);
        assertThat(run.report().nodes().keySet()).containsExactly("users", "lb", "web-1");
        run.apply(new Command.Remove("web"));
        assertThat(run.topology().node("web")).isEmpty();
        assertThat(transcript(run)).anyMatch(line -> line.startsWith("web removed"));

        Replay again = new Replay(stack(3), run.log());
        again.runUntil(4 * SECOND);
        assertThat(again.run().report()).isEqualTo(run.report());
    }

    @Test
    void aStackCanBeAdded() {
        Topology empty = Deletion.of(stack(3), Set.of("web"));
        Run run = ran(empty, 1);
        run.apply(new Command.Add(stack(3).node("web").orElseThrow(), List.of(link("lb", "web", fixed(200)))));
        run.runUntil(2 * SECOND);
        assertThat(node(run.report(), "web-3").picked()).isBetween(250L, 350L);
        run.apply(new Command.Add(Systems.server("web-2", 1, fixed(1_000)), List.of(link("lb", "web-2", fixed(200)))));
        assertThat(transcript(run)).contains("web-2 is there already and cannot be added");
    }

    /** Somebody else has the id of the fourth; and what the one did that became two is still counted. */
    @Test
    void onesThatWereThereBeforeStay() {
        Run run = ran(stack(3), 1);
        run.apply(new Command.Add(Systems.server("web-4", 1, fixed(1_000)), List.of(link("lb", "web-4", fixed(200)))));
        run.apply(new Command.Revise(
                run.topology().with(((Server) run.topology().node("web").orElseThrow()).with(Server.COUNT, 4))));
        run.runUntil(2 * SECOND);
        assertThat(run.report().nodes()).containsKeys("web-3", "web-4", "web-5").doesNotContainKey("web-6");

        Run grown = ran(stack(1).withExpect(List.of(ExpectationsTest.expectation("requests of web > 0"))), 1);
        grown.apply(
                new Command.Revise(stack(2).withExpect(List.of(ExpectationsTest.expectation("requests of web > 0")))));
        grown.runUntil(2 * SECOND);
        Verdict.Met met = (Verdict.Met) grown.report().verdicts().getFirst();
        assertThat(met.measured()).isCloseTo(grown.report().requests(), within(10.0));
        assertThat(grown.report().removed()).extracting(Report.RemovedNode::id).containsExactly("web");
    }

    private static double measured(Topology topology, String text) {
        Expectation expectation = ExpectationsTest.expectation(text);
        Verdict verdict = Systems.run(topology.withExpect(List.of(expectation)), 10)
                .verdicts()
                .getFirst();
        return switch (verdict) {
            case Verdict.Met met -> met.measured();
            case Verdict.Missed missed -> missed.measured();
            case Verdict.Unknown unknown -> throw new AssertionError(unknown.reason());
        };
    }

    /** Requests, throughput and levels of all are sums, utilization their mean, latencies those of all requests. */
    @Test
    void figuresOfAllAreOfAllTogether() {
        Topology three = stack(3);
        for (String figure : List.of("requests", "throughput", "mean in-flight", "mean queue")) {
            String unit = figure.equals("throughput") ? "/s" : "";
            double sum = Stream.of("web-1", "web-2", "web-3")
                    .mapToDouble(id -> measured(three, figure + " of " + id + " >= 0" + unit))
                    .sum();
            assertThat(measured(three, figure + " of web >= 0" + unit))
                    .as(figure)
                    .isCloseTo(sum, within(1e-6 * sum));
        }
        double mean = Stream.of("web-1", "web-2", "web-3")
                .mapToDouble(id -> measured(three, "utilization of " + id + " >= 0%"))
                .average()
                .orElseThrow();
        assertThat(measured(three, "utilization of web >= 0%")).isCloseTo(mean, within(1e-6));
        double greatest = Stream.of("web-1", "web-2", "web-3")
                .mapToDouble(id -> measured(three, "max of " + id + " >= 0ms"))
                .max()
                .orElseThrow();
        assertThat(measured(three, "max of web >= 0ms")).isEqualTo(greatest);
    }

    /** One of three is removed after half of the time: all together were there for all of it. */
    @Test
    void figuresOfAllAreOfTheTimeThatAnyWasThere() {
        Topology shrinking = stack(3, at(5, new Command.Remove("web-3")));
        double requests = measured(shrinking, "requests of web >= 0");
        assertThat(measured(shrinking, "throughput of web >= 0/s")).isCloseTo(requests / 10, within(5.0));
    }

    @Test
    void aFrameHasOneNodeForAll() {
        Run run = ran(stack(3, at(1, new Command.Crash("web-2"))), 3);
        Frame frame = frame(run);
        assertThat(frame.topology).isEqualTo(run.topology());
        assertThat(frame.topology.nodes()).hasSize(3);
        long arrived = Stream.of("web-1", "web-2", "web-3")
                .mapToLong(id -> node(run.report(), id).picked())
                .sum();
        assertThat(frame.arrived[2]).isBetween(arrived - 3, arrived);
        assertThat(frame.condition[2]).isEqualTo(NodeState.UP);
        assertThat(frame.share[2]).isCloseTo(1, within(1e-9));
        assertThat(frame.linkShare[1]).isCloseTo(1, within(1e-9));
        assertThat(frame.rate[2]).isCloseTo(frame.linkRate[1], within(20.0));
        assertThat(frame.members).extracting(Frame.Member::id).containsExactly("web-1", "web-2", "web-3");
        assertThat(frame.members.get(1).condition()).isEqualTo(NodeState.DOWN);
        assertThat(frame.inFlight[2])
                .isEqualTo(
                        frame.members.stream().mapToInt(Frame.Member::inFlight).sum());
        assertThat(frame.queue[2])
                .isEqualTo(frame.members.stream().mapToInt(Frame.Member::queue).sum());
        assertThat(frame.rate[2])
                .isCloseTo(
                        frame.members.stream().mapToDouble(Frame.Member::rate).sum(), within(1e-9));
        assertThat(frame.utilization[2])
                .isCloseTo(
                        frame.members.stream()
                                .mapToDouble(Frame.Member::utilization)
                                .average()
                                .orElseThrow(),
                        within(1e-9));
        for (int hop = 0; hop < frame.hops; hop++) {
            assertThat(frame.link[hop]).isBetween(0, 1);
            assertThat(frame.server[hop]).isIn(-1, 2);
            assertThat(frame.fromMember[hop]).isEqualTo(-1);
            assertThat(frame.toMember[hop]).isBetween(frame.link[hop] == 1 ? 0 : -1, frame.link[hop] == 1 ? 2 : -1);
        }
        run.apply(new Command.Crash("web"));
        assertThat(frame(run).condition[2]).isEqualTo(NodeState.DOWN);
        run.apply(new Command.Recover("web"));
        run.apply(new Command.Slow("web-3", 2));
        assertThat(frame(run).condition[2]).isEqualTo(NodeState.SLOW);
    }

    @Test
    void looksChangeNothing() {
        Run seen = Run.of(stack(3));
        for (int tenth = 1; tenth <= 20; tenth++) {
            seen.runUntil(tenth * SECOND / 10);
            frame(seen);
            seen.report();
        }
        assertThat(seen.report()).isEqualTo(ran(stack(3), 2).report());
    }
}
