package roundhouse.workbench.inspector.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;

/** What the inspector tells of a node that is running. */
class LiveFigureTest {
    private static final int FIRST_BALANCER = 0;
    private static final int SECOND_BALANCER = 1;
    private static final int SERVER = 2;

    private static Frame frame() {
        Topology topology = Topology.EMPTY;
        topology = topology.with(NewNode.loadBalancer(topology));
        topology = topology.with(NewNode.loadBalancer(topology));
        topology = topology.with(NewNode.server(topology));
        topology = topology.with(NewNode.server(topology));
        topology = topology.with(Link.of("lb-1", "lb-2", NewNode.LATENCY).with(Link.HEARTBEAT, Heartbeat.DEFAULT));
        topology = topology.with(Link.of("lb-1", "s1", NewNode.LATENCY));
        topology = topology.with(Link.of("lb-1", "s2", NewNode.LATENCY));
        topology = topology.with(Link.of("lb-2", "s2", NewNode.LATENCY));
        Frame frame = new Frame();
        frame.topology = topology;
        frame.ensureNodes(topology.nodes().size(), topology.links().size());
        return frame;
    }

    private static String figure(Frame frame, int node, String label) {
        return LiveFigure.of(frame, node).stream()
                .filter(figure -> figure.label().equals(label))
                .map(LiveFigure::value)
                .findFirst()
                .orElse("not shown");
    }

    @Test
    void eachOfThoseThatAServerStandsForHasALine() {
        Frame frame = frame();
        frame.members = List.of(
                new Frame.Member(SERVER, "s1-1", NodeState.UP, 3, 1, 0.8, 40),
                new Frame.Member(SERVER, "s1-2", NodeState.DOWN, 0, 0, 0, 0));
        assertThat(figure(frame, SERVER, "s1-1")).isEqualTo("40 req/s, 3 in flight, 80.0 % busy");
        assertThat(figure(frame, SERVER, "s1-2")).isEqualTo("down");
        assertThat(figure(frame, SERVER + 1, "s1-1")).isEqualTo("not shown");
    }

    @Test
    void aBalancerOfAPairTellsItsRole() {
        Frame frame = frame();
        assertThat(figure(frame, FIRST_BALANCER, "Role")).isEqualTo("not shown");
        frame.role[FIRST_BALANCER] = PairRole.ACTIVE;
        frame.role[SECOND_BALANCER] = PairRole.STANDBY;
        assertThat(figure(frame, FIRST_BALANCER, "Role")).isEqualTo("active");
        assertThat(figure(frame, SECOND_BALANCER, "Role")).isEqualTo("standby");
    }

    @Test
    void aBalancerOfAPairThatCrashedIsNeitherActiveNorStandby() {
        Frame frame = frame();
        frame.role[FIRST_BALANCER] = PairRole.STANDBY;
        frame.condition[FIRST_BALANCER] = NodeState.DOWN;
        assertThat(figure(frame, FIRST_BALANCER, "Role")).isEqualTo("down");
    }

    @Test
    void whatNobodyMeasuredIsADash() {
        Frame frame = frame();
        assertThat(figure(frame, SERVER, "Latency p99")).isEqualTo("–");
        frame.p50Nanos[SERVER] = 400;
        frame.p99Nanos[SERVER] = 5_000_000;
        assertThat(figure(frame, SERVER, "Latency p50")).isEqualTo("400 ns");
        assertThat(figure(frame, SERVER, "Latency p99")).isEqualTo("5.00 ms");
    }

    @Test
    void aServerThatRemembersTellsWhatItHoldsAndLost() {
        Frame frame = frame();
        assertThat(figure(frame, SERVER, "Sessions held")).isEqualTo("not shown");
        frame.sessions[SERVER] = 100;
        frame.sessionBytes[SERVER] = 100L << 16;
        frame.sessionsLost[SERVER] = 12;
        frame.sessionsMissed[SERVER] = 34;
        assertThat(figure(frame, SERVER, "Sessions held")).isEqualTo("100");
        assertThat(figure(frame, SERVER, "Session memory")).isEqualTo("6.25 MiB");
        assertThat(figure(frame, SERVER, "Sessions lost")).isEqualTo("12");
        assertThat(figure(frame, SERVER, "Requests without their session")).isEqualTo("34");
        assertThat(figure(frame, FIRST_BALANCER, "Sessions held")).isEqualTo("not shown");
    }

    @Test
    void aBalancersSharesTellHowItSeesEachTarget() {
        Frame frame = frame();
        frame.target[1] = TargetState.CHECKED_OUT;
        frame.targetSinceNanos[1] = 10_600_000_000L;
        assertThat(PickShare.of(frame, FIRST_BALANCER, KnownNodes.of(frame.topology)))
                .extracting(PickShare::title, PickShare::seen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("s1", "out: checks failed, since 00:10.600"),
                        org.assertj.core.groups.Tuple.tuple("s2", ""));
    }

    @Test
    void aBalancersSharesAreOfItsOwnPicks() {
        Frame frame = frame();
        frame.share[SERVER] = 0.9;
        frame.linkShare[1] = 0.25;
        frame.linkShare[2] = 0.75;
        assertThat(PickShare.of(frame, FIRST_BALANCER, KnownNodes.of(frame.topology)))
                .extracting(PickShare::part)
                .containsExactly(0.25, 0.75);
        assertThat(PickShare.of(frame, SECOND_BALANCER, KnownNodes.of(frame.topology)))
                .extracting(PickShare::part)
                .containsExactly(0.0);
    }

    @Test
    void aBalancerInAZoneTellsWhatStaysThere() {
        Frame frame = frame();
        assertThat(figure(frame, FIRST_BALANCER, "Leaves it")).isEqualTo("not shown");
        frame.topology = frame.topology.withNodes(frame.topology.nodes().stream()
                .map(node -> node instanceof LoadBalancer balancer
                        ? balancer.with(LoadBalancer.ZONE, "a")
                        : node instanceof Server server
                                ? server.with(Server.ZONE, server.id().equals("s1") ? "a" : "b")
                                : node)
                .toList());
        frame.keptInZone[FIRST_BALANCER] = 0.625;
        frame.keptInZone[SECOND_BALANCER] = -1;
        frame.zoneMode[FIRST_BALANCER] = "spills over";
        assertThat(figure(frame, FIRST_BALANCER, "Zone-aware")).isEqualTo("spills over");
        assertThat(figure(frame, FIRST_BALANCER, "Stays in zone a")).isEqualTo(FigureText.percent(0.625));
        assertThat(figure(frame, FIRST_BALANCER, "Leaves it")).isEqualTo(FigureText.percent(0.375));
        assertThat(figure(frame, SECOND_BALANCER, "Stays in zone a")).isEqualTo("–");
        assertThat(figure(frame, SERVER, "Leaves it")).isEqualTo("not shown");
        assertThat(PickShare.of(frame, FIRST_BALANCER, KnownNodes.of(frame.topology)))
                .extracting(PickShare::seen)
                .containsExactly("", "in zone b");
        String card = PaletteKind.card(frame.topology.nodes().get(FIRST_BALANCER))
                .second(frame.topology.nodes().get(FIRST_BALANCER), frame, FIRST_BALANCER);
        assertThat(card).endsWith(FigureText.percent(0.625) + " stays in a");
    }

    @Test
    void everyWayATargetIsSeenHasWordsOfItsOwn() {
        Frame frame = frame();
        List<Byte> ways = List.of(
                TargetState.CHECKED_OUT,
                TargetState.FAILED_OUT,
                TargetState.EJECTED,
                TargetState.DRAINING,
                TargetState.WARMING,
                TargetState.ADDRESS_ELSEWHERE);
        assertThat(ways.stream()
                        .map(way -> {
                            frame.target[1] = way;
                            return TargetStatusText.of(frame, 1);
                        })
                        .distinct())
                .hasSize(ways.size())
                .allSatisfy(words -> assertThat(words).endsWith(", since 00:00.000"));
    }

    private static List<String> ofLink(Frame frame, String from, String to) {
        return LiveFigure.of(frame, new Item.LinkItem(from, to)).stream()
                .map(figure -> figure.label() + ": " + figure.value())
                .toList();
    }

    @Test
    void aLinkTellsItsRateAndNoMoreWhileItIsSound() {
        Frame frame = frame();
        frame.linkRate[2] = 250;
        assertThat(ofLink(frame, "lb-1", "s2")).containsExactly("Rate: " + FigureText.rate(250));
        assertThat(ofLink(frame, "lb-1", "lb-2")).as("a heartbeat").isEmpty();
        assertThat(ofLink(frame, "lb-1", "s9")).isEmpty();
    }

    @Test
    void aLinkTellsWhatItLosesAndHowItIsDelayedAndCut() {
        Frame frame = frame();
        frame.linkSinceNanos[2] = 12_300_000_000L;
        frame.linkCondition[2] = LinkState.LOSSY;
        frame.linkLoss[2] = 0.1;
        assertThat(ofLink(frame, "lb-1", "s2")).endsWith("Lost: 10.0 %", "Losing since: 00:12.300");
        frame.linkDelayNanos[2] = 100_000_000;
        assertThat(ofLink(frame, "lb-1", "s2")).endsWith("Lost: 10.0 %", "Delayed: +100 ms", "Losing since: 00:12.300");
        frame.linkLoss[2] = 0;
        frame.linkCondition[2] = LinkState.DELAYED;
        assertThat(ofLink(frame, "lb-1", "s2")).endsWith("Delayed: +100 ms", "Delayed since: 00:12.300");
        frame.linkJitterNanos[2] = 20_000_000;
        assertThat(ofLink(frame, "lb-1", "s2")).contains("Delayed: +100 ms to 120 ms");
        frame.linkDelayNanos[2] = 0;
        assertThat(ofLink(frame, "lb-1", "s2")).contains("Delayed: +0 to 20.0 ms");
        frame.linkJitterNanos[2] = 0;
        frame.linkCondition[2] = LinkState.REPLIES_CUT;
        assertThat(ofLink(frame, "lb-1", "s2")).endsWith("Cut: replies", "Cut since: 00:12.300");
        frame.linkCondition[2] = LinkState.CUT;
        assertThat(ofLink(frame, "lb-1", "s2")).endsWith("Cut: both ways", "Cut since: 00:12.300");
    }
}
