package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.BalancerPairs.VERSION_2;
import static roundhouse.simulation.testing.BalancerPairs.afterTenSeconds;
import static roundhouse.simulation.testing.BalancerPairs.assertRoles;
import static roundhouse.simulation.testing.BalancerPairs.balancer;
import static roundhouse.simulation.testing.BalancerPairs.pair;
import static roundhouse.simulation.testing.BalancerPairs.role;
import static roundhouse.simulation.testing.BalancerPairs.takeovers;
import static roundhouse.simulation.testing.BalancerPairs.usual;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.transcript;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.LinkDirection;

/** A pair whose heartbeats are cut, late or lost, or one of which does not know that it was replaced: when both are active, and how that ends. */
class HeartbeatLossTest {
    private static final long MILLI = 1_000_000;

    /** Only the heartbeat is cut: both are well and both are active, and the address goes to and fro. */
    @Test
    void splitBrain() {
        Run run = afterTenSeconds(usual(1), new Command.Cut("lb-1", "lb-2", LinkDirection.BOTH));
        run.runUntil(15 * SECOND);
        assertRoles(run, PairRole.ACTIVE, PairRole.ACTIVE);
        long one = node(run.report(), "lb-1").picked();
        long two = node(run.report(), "lb-2").picked();
        run.runUntil(25 * SECOND);
        // Each has the address from its heartbeat to the other's, which comes 0.609375 s later within each second.
        assertThat(node(run.report(), "lb-1").picked() - one).isBetween(6_000L, 6_200L);
        assertThat(node(run.report(), "lb-2").picked() - two).isBetween(3_800L, 4_000L);
        run.apply(new Command.Mend("lb-1", "lb-2"));
        run.runUntil(30 * SECOND);
        assertThat(role(run, 2)).isEqualTo(PairRole.STANDBY);
        assertThat(transcript(run))
                .filteredOn(line -> !line.contains("mended"))
                .containsExactly(
                        "link lb-1 → lb-2 is cut; no heartbeat gets through",
                        "lb-2 took over the address, 3.609 s after the last heartbeat of lb-1; " + VERSION_2,
                        "split brain: lb-1 and lb-2 are both active; the address moves with each heartbeat",
                        "lb-2 stepped down: lb-1 has priority",
                        "split brain over: only lb-1 is active");
        assertThat(run.report().outcomes().get(Outcome.REFUSED)).isZero();
    }

    /** What the standby says never matters while it is the standby. */
    @Test
    void cutTowardsTheActiveOneAloneNothingHappens() {
        Run run = afterTenSeconds(usual(1), new Command.Cut("lb-1", "lb-2", LinkDirection.REPLIES));
        run.runUntil(60 * SECOND);
        assertThat(takeovers(run)).isEmpty();
    }

    /** Heartbeats that are late once look like a death; the next one, from the better one, puts it right. */
    @Test
    void aSuddenDelayIsAFalseTakeover() {
        Run run = afterTenSeconds(usual(1), new Command.Delay("lb-1", "lb-2", Duration.ofSeconds(3), Duration.ZERO));
        run.runUntil(30 * SECOND);
        assertThat(takeovers(run)).hasSize(1);
        assertRoles(run, PairRole.ACTIVE, PairRole.STANDBY);
    }

    /** A paused one does not know that it was replaced: when it goes on, both are active until they hear of each other. */
    @Test
    void whoWasPausedStillThinksItIsActive() {
        Run run = afterTenSeconds(usual(1), new Command.Pause("lb-1"));
        run.runUntil(20 * SECOND);
        assertThat(role(run, 2)).isEqualTo(PairRole.ACTIVE);
        run.apply(new Command.Recover("lb-1"));
        assertRoles(run, PairRole.ACTIVE, PairRole.ACTIVE);
        run.runUntil(25 * SECOND);
        assertRoles(run, PairRole.ACTIVE, PairRole.STANDBY);
    }

    /** Two heartbeats in a row that are lost are no death: the third would have to be. */
    @Test
    void twoLostHeartbeatsAreNoDeath() {
        Run run = Run.of(usual(3));
        run.runUntil(10 * SECOND + 500 * MILLI);
        run.apply(new Command.Cut("lb-1", "lb-2", LinkDirection.BOTH));
        run.runUntil(12 * SECOND + 500 * MILLI);
        run.apply(new Command.Mend("lb-1", "lb-2"));
        run.runUntil(60 * SECOND);
        assertThat(takeovers(run)).isEmpty();
    }

    @Test
    void anOwnerThatComesBackUnheardIsASplitFromTheNextHeartbeatOn() {
        Run run = Run.of(pair(1, balancer("lb-1", 255, true), balancer("lb-2", 254, true))
                .withScenario(List.of(
                        Systems.at(10, new Command.Crash("lb-1")),
                        Systems.at(20, new Command.Cut("lb-1", "lb-2", LinkDirection.BOTH)),
                        Systems.at(25, new Command.Recover("lb-1")))));
        run.runUntil(40 * SECOND);
        assertThat(String.join("\n", transcript(run)))
                .containsSubsequence(
                        "lb-1 took the address back from lb-2", "lb-1 recovered", "split brain: lb-1 and lb-2");
    }

    @Test
    void atEqualPrioritiesTheGreaterAddressEndsASplit() {
        Run run = afterTenSeconds(
                pair(1, balancer("lb-1", 100, true), balancer("lb-2", 100, true)),
                new Command.Cut("lb-1", "lb-2", LinkDirection.BOTH));
        run.runUntil(15 * SECOND);
        run.apply(new Command.Mend("lb-1", "lb-2"));
        run.runUntil(20 * SECOND);
        assertThat(transcript(run))
                .contains("lb-2 stepped down: at equal priorities of 100 the greater address wins, which is lb-1's");
    }
}
