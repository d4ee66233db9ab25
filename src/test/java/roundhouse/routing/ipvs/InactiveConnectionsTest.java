package roundhouse.routing.ipvs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.TestRequest;

class InactiveConnectionsTest {
    private static final long SECOND = 1_000_000_000L;

    private final TestRequest request = new TestRequest();
    private final Pool pool = new Pool();
    private long now;

    private int[] after(long seconds, InactiveConnections connections) {
        now += seconds * SECOND;
        return new int[] {connections.of(0), connections.of(1), connections.of(2)};
    }

    @Test
    void eachIsRememberedUntilItsStateTimesOut() {
        InactiveConnections connections = new InactiveConnections(() -> now);
        connections.ended(0, Outcome.OK);
        connections.ended(1, Outcome.TIMED_OUT);
        connections.ended(2, Outcome.REFUSED);
        assertThat(after(9, connections)).containsExactly(1, 1, 1);
        assertThat(after(1, connections)).containsExactly(1, 1, 0);
        assertThat(after(49, connections)).containsExactly(1, 1, 0);
        assertThat(after(1, connections)).containsExactly(1, 0, 0);
        assertThat(after(59, connections)).containsExactly(1, 0, 0);
        assertThat(after(1, connections)).containsExactly(0, 0, 0);
    }

    @Test
    void manyAreRememberedInTheirOrder() {
        InactiveConnections connections = new InactiveConnections(() -> now);
        for (int i = 0; i < 1_000; i++) {
            connections.ended(i % 3, Outcome.OK);
            now += SECOND;
        }
        // 119 of them are younger than two minutes: those of 881 to 999 s.
        assertThat(new int[] {connections.of(0), connections.of(1), connections.of(2)})
                .containsExactly(40, 39, 40);
    }

    /** Idle targets with nothing ended would all be equal and the first would get everything. */
    @Test
    void idleTargetsOfWlcTakeTurnsByWhatHasEnded() {
        for (int i = 0; i < 3; i++) {
            PlainTargets.add(pool, "s" + i, i == 0 ? 2 : 1);
        }
        IpvsLeast wlc = new IpvsLeast(IpvsLeast.Rule.WLC, () -> now);
        StringBuilder picks = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            int target = wlc.pick(request, pool);
            pool.started(target);
            wlc.started(target);
            pool.finished(target);
            wlc.finished(target, SECOND, Outcome.OK);
            picks.append(target);
        }
        assertThat(picks.toString()).isEqualTo("012001200");
        assertThat(wlc.explain(request, pool).candidates().toString()).contains("0 ÷ 2, 5 ended", "0 ÷ 1, 2 ended");
        now += 120 * SECOND;
        assertThat(wlc.pick(request, pool)).isEqualTo(0);
    }

    @Test
    void sedDoesNotCountThem() {
        for (int i = 0; i < 2; i++) {
            PlainTargets.add(pool, "s" + i, 1);
        }
        IpvsLeast sed = new IpvsLeast(IpvsLeast.Rule.SED, () -> now);
        sed.finished(0, SECOND, Outcome.OK);
        assertThat(sed.pick(request, pool)).isEqualTo(0);
    }
}
