package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.fixed;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.OnRequest;
import roundhouse.simulation.testing.ScriptedBalancer;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;

/** When the stick table is written: HAProxy 2.6.12 on loopback did the same under {@code stick on src}. */
class StickTableWritesTest {
    private static final Sticky BY_ADDRESS = Sticky.of(Sticky.By.ADDRESS);

    private static LoadBalancer balancer(int layer, Sticky sticky) {
        return Balancers.of("lb", layer, Algorithm.ROUND_ROBIN, sticky, Health.NONE, FailoverPolicy.NEVER);
    }

    /** Requests of one new client, which all targets work on for those times, begun at those. */
    private static ScriptedBalancer run(LoadBalancer balancer, int[] at, int[] work) {
        ScriptedBalancer system = new ScriptedBalancer(balancer, 7);
        for (int target = 1; target <= 3; target++) {
            system.target(Link.of("lb", "s" + target, fixed(0)));
        }
        for (int i = 0; i < at.length; i++) {
            system.send(new ScriptedBalancer.Sent(i + 1, at[i], work[i], null));
        }
        return system;
    }

    private static List<List<Integer>> begun(ScriptedBalancer system) {
        return List.of(system.begun(0), system.begun(1), system.begun(2));
    }

    @Test
    void atLayerSevenRequestsBeforeTheFirstReplyArePickedAndTheLastReplyCounts() {
        ScriptedBalancer system =
                run(balancer(7, BY_ADDRESS), new int[] {1, 2, 3, 10, 60, 100}, new int[] {30, 50, 1, 1, 1, 1});
        system.at(200);
        // s3 answers the third first, so the fourth sticks there; then s1 the first, and s2 the second, whom the others
        // stick to.
        assertThat(begun(system)).isEqualTo(List.of(List.of(1), List.of(2, 5, 6), List.of(3, 4)));
    }

    @Test
    void atLayerFourTheConnectionThatIsOpenedCounts() {
        ScriptedBalancer system = run(balancer(4, BY_ADDRESS), new int[] {1, 2, 3, 60}, new int[] {30, 50, 1, 1});
        system.at(200);
        assertThat(begun(system)).isEqualTo(List.of(List.of(1, 2, 3, 4), List.of(), List.of()));
    }

    @Test
    void roomIsTakenWithTheRequestAndWithoutAnyTheReplyIsNotWritten() {
        ScriptedBalancer system =
                run(balancer(7, Sticky.SIZE.with(BY_ADDRESS, 1)), new int[] {1, 10, 15, 60}, new int[] {1, 30, 35, 1});
        system.at(200);
        // The second follows the entry and has it forgotten for its own room, so the third is picked anew, and finds no
        // room.
        assertThat(begun(system)).isEqualTo(List.of(List.of(1, 2, 4), List.of(3), List.of()));
    }

    @Test
    void aRequestThatIsRefusedGivesItsRoomBack() {
        ScriptedBalancer system =
                run(balancer(7, Sticky.SIZE.with(BY_ADDRESS, 1)), new int[] {1, 10, 20}, new int[] {1, 1, 1});
        system.crash(0, CrashMode.REFUSE);
        system.at(100);
        assertThat(begun(system)).isEqualTo(List.of(List.of(), List.of(2, 3), List.of()));
    }

    @Test
    void aTargetThatDoesNotAnswerIsNotRemembered() {
        ScriptedBalancer system = run(balancer(7, BY_ADDRESS), new int[] {1, 10, 20}, new int[] {1, 1, 1});
        system.crash(0, CrashMode.REFUSE);
        system.at(100);
        assertThat(system.ended().get(1))
                .extracting(ScriptedBalancer.Ended::outcome)
                .isEqualTo(Outcome.REFUSED);
        assertThat(begun(system)).isEqualTo(List.of(List.of(), List.of(2, 3), List.of()));
    }

    @Test
    void aTargetThatAnswersWithAnErrorIsRemembered() {
        OnRequest system = failing(FailoverPolicy.NEVER);
        assertThat(system.send("ann", Map.of("x-user", "ann")))
                .isEqualTo(new OnRequest.Seen(List.of(0), Outcome.FAILED, false));
        assertThat(system.send("ann", Map.of("x-user", "ann")))
                .isEqualTo(new OnRequest.Seen(List.of(0), Outcome.FAILED, true));
    }

    @Test
    void anAnswerThatIsNotPassedOnIsNot() {
        OnRequest system = failing(new FailoverPolicy(2, Failure.ENVOY, true, null));
        assertThat(system.send("ann", Map.of("x-user", "ann")))
                .isEqualTo(new OnRequest.Seen(List.of(0, 1), Outcome.OK, false));
        assertThat(system.send("ann", Map.of("x-user", "ann")))
                .isEqualTo(new OnRequest.Seen(List.of(1), Outcome.OK, true));
    }

    /** Two servers, of which s0 answers with errors, and clients that stick by header. */
    private static OnRequest failing(FailoverPolicy passOn) {
        Sticky byHeader = Sticky.HEADER.with(Sticky.of(Sticky.By.HEADER), "X-User");
        OnRequest system = new OnRequest(
                Balancers.of("lb", 7, Algorithm.ROUND_ROBIN, byHeader, Health.NONE, passOn),
                List.of(OnRequest.link(0, 1, false), OnRequest.link(1, 1, false)));
        system.apply(new Command.Errors("s0", 1, ErrorScope.REQUESTS));
        return system;
    }
}
