package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.BalancerPairs.afterTenSeconds;
import static roundhouse.simulation.testing.BalancerPairs.pair;
import static roundhouse.simulation.testing.BalancerPairs.role;
import static roundhouse.simulation.testing.BalancerPairs.takeovers;
import static roundhouse.simulation.testing.BalancerPairs.usual;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.transcript;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.PairRole;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** What becomes of the address when a pair loses a member or its heartbeat. */
class PairChangesTest {
    @Test
    void withoutTheHeartbeatThereIsNoPair() {
        Topology pair = usual(1);
        Topology apart = pair.withLinks(
                pair.links().stream().filter(link -> !link.isHeartbeat()).toList());
        Run run = afterTenSeconds(pair, new Command.Revise(apart));
        run.runUntil(20 * SECOND);
        assertThat(role(run, 1)).isEqualTo(PairRole.ALONE);
        assertThat(node(run.report(), "lb-2").picked()).isPositive();
        run.apply(new Command.Revise(usual(1)));
        run.runUntil(30 * SECOND);
        assertThat(role(run, 2)).isEqualTo(PairRole.STANDBY);
    }

    @Test
    void aHeartbeatThatIsRemovedEndsThePair() {
        Topology pair = usual(1);
        Topology apart = pair.withLinks(
                pair.links().stream().filter(link -> !link.isHeartbeat()).toList());
        Run run = afterTenSeconds(pair, new Command.Revise(apart));
        assertThat(transcript(run))
                .contains("lb-1 and lb-2 are no pair any more, without a heartbeat: each has an address of its own");
    }

    /** The active one, the standby, one that is down: the other one has the address at once. */
    @ParameterizedTest
    @CsvSource({
        "lb-1, '', 'lb-2 has the address alone: lb-1, which was active, was removed'",
        "lb-2, '', 'lb-1 has the address alone: lb-2, which was the standby, was removed'",
        "lb-1, lb-1, 'lb-2 has the address alone: lb-1, which was down, was removed'",
        "lb-1, lb-2, 'lb-2, which is down, has the address alone: lb-1, which was active, was removed'"
    })
    void aMemberThatIsRemovedLeavesTheAddressToTheOther(String removed, String down, String told) {
        Run run = Run.of(usual(1));
        run.runUntil(10 * SECOND);
        if (!down.isEmpty()) {
            run.apply(new Command.Crash(down));
        }
        run.apply(new Command.Remove(removed));
        run.runUntil(12 * SECOND);
        assertThat(transcript(run)).contains(told);
        assertThat(takeovers(run)).isEmpty();
        assertThat(node(run.report(), removed.equals("lb-1") ? "lb-2" : "lb-1").picked())
                .isPositive();
    }
}
