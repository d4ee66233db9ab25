package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;
import roundhouse.routing.haproxy.HaproxyFirst;

class HaproxyFirstContractTest extends BalancerContract {
    private final Balancer balancer = new HaproxyFirst();
    private final TestRequest request = new TestRequest();

    @Override
    Algorithm algorithm() {
        return Algorithm.HAPROXY_FIRST;
    }

    /** Who comes late in the order is used when those before it are at their limits, and only then. */
    @Override
    @Test
    void everyTargetIsUsedAgainAfterChanges() {
        Pool pool = filling();
        assertThat(take(pool, 6)).isEqualTo("001122");
        pool.finished(0);
        assertThat(take(pool, 1)).isEqualTo("0");
        pool.finished(2);
        pool.finished(1);
        assertThat(take(pool, 2)).isEqualTo("12");
        assertThat(balancer.pick(request, pool)).isEqualTo(Balancer.NONE);
        pool.finished(0);
        pool.down(0, true);
        assertThat(balancer.pick(request, pool)).isEqualTo(Balancer.NONE);
        pool.down(0, false);
        assertThat(take(pool, 1)).isEqualTo("0");
    }

    @Test
    void backupsFillInTheirOrderOnceNoPrimaryCan() {
        Pool pool = filling();
        pool.add("spare", 1, true, 1, Regions.NOWHERE);
        pool.add("last", 1, true, Pool.UNLIMITED, Regions.NOWHERE);
        assertThat(take(pool, 9)).isEqualTo("001122344");
    }

    @Test
    void oneWithoutALimitTakesAllWhateverTheWeights() {
        Pool pool = new Pool();
        PlainTargets.add(pool, "a", 1);
        PlainTargets.add(pool, "b", 200);
        assertThat(take(pool, 5)).isEqualTo("00000");
        request.tried.set(0);
        assertThat(take(pool, 1)).isEqualTo("1");
        request.tried.clear();
        pool.weight(0, 0);
        assertThat(take(pool, 1)).isEqualTo("1");
    }

    @Test
    void saysHowFullEachIs() {
        Pool pool = filling();
        take(pool, 3);
        assertThat(balancer.explain(request, pool).candidates())
                .extracting(Explanation.Candidate::workings)
                .containsExactly("2 in flight of 2", "1 in flight of 2", "0 in flight of 2");
    }

    private static Pool filling() {
        Pool pool = new Pool();
        for (String name : new String[] {"a", "b", "c"}) {
            pool.add(name, 1, false, 2, Regions.NOWHERE);
        }
        return pool;
    }

    /** Who takes that many requests that stay open. */
    private String take(Pool pool, int requests) {
        StringBuilder picks = new StringBuilder();
        for (int i = 0; i < requests; i++) {
            int target = balancer.pick(request, pool);
            picks.append(target);
            pool.started(target);
        }
        return picks.toString();
    }
}
