package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.OnRequest;
import roundhouse.simulation.testing.OneBalancer;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Traces;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.FailoverPolicy.Next;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Who gets a request that a target failed: another one, as nginx has it, or the same, as HAProxy. */
class NextTargetTest extends OneBalancer {
    private static final Set<Failure> REFUSED = Failure.HAPROXY;

    private static FailoverPolicy policy(int tries, Next next, Duration wait) {
        return new FailoverPolicy(tries, REFUSED, false, next, wait, null);
    }

    /** Servers that all refuse; by least connections an idle one is picked in turn. */
    private static List<Integer> given(FailoverPolicy policy, int servers) {
        OnRequest system = new OnRequest(
                Balancers.of("lb", 7, Algorithm.ROUND_ROBIN, Sticky.OFF, Health.NONE, policy),
                IntStream.range(0, servers)
                        .mapToObj(server -> OnRequest.link(server, 1, false))
                        .toList());
        for (int server = 0; server < servers; server++) {
            system.apply(new Command.Crash("s" + server));
        }
        return system.send("users", Map.of()).attempts();
    }

    /** A request takes 1.5 ms at most there, so the wait is none. */
    @Test
    void fourTriesGoWhereTheRuleSays() {
        assertThat(given(policy(4, Next.OTHER, Duration.ZERO), 3)).containsExactly(0, 1, 2);
        assertThat(given(policy(4, Next.ANY, Duration.ZERO), 3)).containsExactly(0, 1, 2, 0);
        assertThat(given(policy(4, Next.SAME, Duration.ZERO), 3)).containsExactly(0, 0, 0, 0);
        assertThat(given(policy(4, Next.SAME_THEN_OTHER, Duration.ZERO), 3)).containsExactly(0, 0, 0, 1);
        assertThat(given(policy(2, Next.SAME_THEN_OTHER, Duration.ZERO), 3)).containsExactly(0, 1);
        assertThat(given(policy(1, Next.SAME, Duration.ZERO), 3)).containsExactly(0);
    }

    @Test
    void whereThereIsNoOtherTheSameGetsItTheLastTimeToo() {
        assertThat(given(policy(3, Next.SAME_THEN_OTHER, Duration.ZERO), 1)).containsExactly(0, 0, 0);
        assertThat(given(policy(3, Next.OTHER, Duration.ZERO), 1)).containsExactly(0);
    }

    /** As HAProxy: retries 3, a second before each. The target is back in time for the third; nobody else is asked. */
    @ParameterizedTest
    @CsvSource({"4, 7", "7, 7", "4, 4", "7, 4"})
    void waitsBeforeTheSameTargetGetsItAgain(int downUntilTenths, int layer) {
        this.layer = layer;
        clients = Systems.clients("users", new Arrivals.Constant(10)).users(1);
        if (layer == 4) {
            clients.keepAlive(100, Duration.ofSeconds(60));
        }
        passOn = policy(4, Next.SAME, Duration.ofMillis(200));
        Run run =
                Run.of(with(1, at(0, new Command.Crash("s1")), at(downUntilTenths / 10.0, new Command.Recover("s1"))));
        run.runUntil(2 * SECOND);
        // Begun at 100 ms, given at 100.5, 301, 501 and 702 ms, each refused 0.4 ms later.
        long first = node(run.report(), "s1").outcomes().get(Outcome.REFUSED);
        assertThat(count(run, Outcome.FAILED)).isZero();
        assertThat(run.report().latency().maxNanos() / 1_000_000)
                .isBetween(downUntilTenths * 100L - 100, downUntilTenths * 100L + 105);
        assertThat(first).isPositive();
    }

    /** Three waits of a second are over at 3.1 s: that was the last try. */
    @Test
    void givesUpAfterTheLastTry() {
        clients = Systems.clients("users", new Arrivals.Constant(10)).users(1);
        passOn = policy(4, Next.SAME, Duration.ofSeconds(1));
        Run run = Run.of(with(2, at(0, new Command.Crash("s1")), at(0, new Command.Crash("s2"))));
        run.runUntil(3_102_000_000L);
        assertThat(count(run, Outcome.FAILED)).isZero();
        run.runUntil(3_104_000_000L);
        assertThat(count(run, Outcome.FAILED)).isEqualTo(1);
    }

    @Test
    void thoseThatWaitAreLostWithTheBalancer() {
        clients = Systems.clients("users", new Arrivals.Constant(10)).users(1);
        passOn = policy(4, Next.SAME, Duration.ofSeconds(1));
        Run run = Run.of(with(1, at(0, new Command.Crash("s1")), at(0.5, new Command.Crash("lb"))));
        run.runUntil(SECOND);
        // Begun from 100 to 400 ms; one of 500 ms is refused.
        assertThat(count(run, Outcome.FAILED)).isEqualTo(4);
        run.apply(new Command.Recover("lb"));
        run.apply(new Command.Recover("s1"));
        run.runUntil(3 * SECOND);
        assertThat(count(run, Outcome.FAILED)).isEqualTo(4);
        assertThat(count(run, Outcome.OK)).isEqualTo(node(run.report(), "s1").served());
    }

    @Test
    void theTraceSaysThatTheTargetGotItOnceMore() {
        clients = Systems.clients("users", new Arrivals.Constant(10)).users(1);
        passOn = policy(3, Next.SAME_THEN_OTHER, Duration.ofMillis(10));
        Topology topology = with(2, at(0, new Command.Crash("s1")));
        List<Pick> picks = Traces.trace(topology, 1).picks().stream()
                .filter(pick -> pick.node().equals("lb"))
                .toList();
        assertThat(picks).extracting(Pick::target).containsExactly("s1", "s1", "s2");
        assertThat(picks.get(1).because())
                .contains("It goes to the target that failed it once more, not by round-robin: that was try 1.");
    }

    @ParameterizedTest
    @EnumSource(Next.class)
    void isReplayedEqually(Next next) {
        passOn = policy(3, next, Duration.ofMillis(20));
        Topology topology = with(3, at(1, new Command.Crash("s2")), at(1.5, new Command.Pause("lb")));
        Run run = Run.of(topology);
        run.runUntil(1_600_000_000L);
        run.apply(new Command.Recover("lb"));
        run.runUntil(3 * SECOND);
        Replay again = new Replay(topology, run.log());
        again.runUntil(3 * SECOND);
        assertThat(again.run().report()).isEqualTo(run.report());
        assertThat(run.report().outcomes().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        + run.report().unfinished())
                .isEqualTo(run.report().requests());
    }
}
