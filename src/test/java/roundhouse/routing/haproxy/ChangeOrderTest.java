package roundhouse.routing.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.TestRequest;

/** As HAProxy 2.6.12 picked after {@code set weight}: whose weight changed last stands behind its equals. */
class ChangeOrderTest {
    private final Pool pool = new Pool();
    private final Balancer balancer = new HaproxyLeastConnections();

    @BeforeEach
    void targets() {
        PlainTargets.add(pool, "a", 1);
        PlainTargets.add(pool, "b", 1);
        PlainTargets.add(pool, "c", 1);
    }

    private int pick() {
        int target = balancer.pick(new TestRequest(), pool);
        pool.started(target);
        balancer.started(target);
        return target;
    }

    private void end(int target) {
        pool.finished(target);
        balancer.finished(target, 1, Outcome.OK);
    }

    private String turns(int count) {
        StringBuilder turns = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int target = pick();
            end(target);
            turns.append(pool.name(target));
        }
        return turns.toString();
    }

    @Test
    void changesCountInTheOrderInWhichTheyCame() {
        assertThat(turns(1)).isEqualTo("a");
        pool.weight(2, 5);
        pool.weight(1, 5);
        assertThat(turns(3)).isEqualTo("acb");
    }

    @Test
    void aWeightThatIsAsBeforeAgainHasChangedAllTheSame() {
        assertThat(turns(3)).isEqualTo("abc");
        pool.weight(0, 0);
        pool.weight(0, 1);
        assertThat(turns(3)).isEqualTo("bca");
        pool.weight(1, 1);
        assertThat(turns(3)).isEqualTo("bca");
    }

    @Test
    void aChangeBeforeARequestEndsCountsBeforeIt() {
        int first = pick();
        assertThat(turns(2)).isEqualTo("bc");
        pool.weight(1, 5);
        end(first);
        assertThat(turns(3)).isEqualTo("cba");
    }
}
