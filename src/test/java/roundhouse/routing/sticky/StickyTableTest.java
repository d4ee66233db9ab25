package roundhouse.routing.sticky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;
import roundhouse.routing.algorithms.TestRequest;
import roundhouse.routing.sticky.StickyTable.WhenFull;

class StickyTableTest {
    private final Pool pool = new Pool();
    private final TestRequest request = new TestRequest();

    @BeforeEach
    void threeTargets() {
        PlainTargets.add(pool, "a", 1);
        PlainTargets.add(pool, "b", 1);
        pool.add("c", 1, false, 2, Regions.NOWHERE);
    }

    private static StickyTable table() {
        return new StickyTable(1_000, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
    }

    @Test
    void aKeyKeepsItsTarget() {
        StickyTable table = table();
        assertThat(table.find(7, request, pool, 0)).isEqualTo(Balancer.NONE);
        table.put(7, 1, 0);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(1);
        assertThat(table.find(8, request, pool, 0)).isEqualTo(Balancer.NONE);
    }

    /** How many of the keys from 0 on, so many of them, stick to something. */
    private static int held(StickyTable table, int keys) {
        int held = 0;
        for (int key = 0; key < keys; key++) {
            held += table.peek(key) == Balancer.NONE ? 0 : 1;
        }
        return held;
    }

    @Test
    void anEntryOfADownTargetIsRewrittenAndNobodyReturns() {
        StickyTable table = table();
        table.put(7, 1, 0);
        pool.down(1, true);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(Balancer.NONE);
        table.put(7, 0, 0);
        pool.down(1, false);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(0);
        assertThat(table.peek(7)).isZero();
    }

    @Test
    void aDrainingOrWeightlessTargetKeepsItsClients() {
        StickyTable table = table();
        table.put(7, 1, 0);
        pool.draining(1, true);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(1);
        pool.draining(1, false);
        pool.weight(1, 0);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(1);
    }

    @Test
    void removedFullAndTriedTargetsAreNotFollowed() {
        StickyTable table = table();
        table.put(7, 2, 0);
        pool.started(2);
        pool.started(2);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(Balancer.NONE);
        pool.finished(2);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(2);
        request.tried.set(2);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(Balancer.NONE);
        request.tried.clear();
        pool.remove(2);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(Balancer.NONE);
    }

    @Test
    void anEntryLivesFromItsLastUse() {
        StickyTable table = new StickyTable(10, 100, WhenFull.PURGE_OLDEST);
        table.put(7, 1, 0);
        assertThat(table.find(7, request, pool, 99)).isEqualTo(1);
        assertThat(table.find(7, request, pool, 198)).isEqualTo(1);
        assertThat(table.find(7, request, pool, 298)).isEqualTo(Balancer.NONE);
        assertThat(table.peek(7)).isEqualTo(Balancer.NONE);
    }

    @Test
    void aFullTableForgetsTheOldestOrKeepsWhatItHas() {
        StickyTable purging = new StickyTable(3, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
        StickyTable keeping = new StickyTable(2, StickyTable.FOREVER, WhenFull.KEEP);
        for (StickyTable table : new StickyTable[] {purging, keeping}) {
            table.put(1, 0, 0);
            table.put(2, 0, 1);
            table.find(1, request, pool, 2);
            table.put(3, 1, 3);
        }
        assertThat(purging.find(2, request, pool, 4)).isEqualTo(Balancer.NONE);
        assertThat(purging.find(1, request, pool, 4)).isEqualTo(0);
        assertThat(purging.find(3, request, pool, 4)).isEqualTo(1);
        assertThat(keeping.find(2, request, pool, 4)).isEqualTo(0);
        assertThat(keeping.find(3, request, pool, 4)).isEqualTo(Balancer.NONE);
    }

    @ParameterizedTest
    @CsvSource({"PURGE_OLDEST, 1, 1", "PURGE_OLDEST, 2, 1", "PURGE_OLDEST, 3, 2", "PURGE_OLDEST, 100, 99"})
    @CsvSource({"KEEP, 1, 1", "KEEP, 2, 2", "KEEP, 3, 3", "KEEP, 100, 100"})
    void oneThatPurgesHoldsOneEntryLessThanItsSize(WhenFull whenFull, int size, int held) {
        StickyTable table = new StickyTable(size, StickyTable.FOREVER, whenFull);
        for (int key = 0; key < 300; key++) {
            table.put(key, 1, key);
            assertThat(held(table, key + 1)).isEqualTo(Math.min(key + 1, held));
        }
        int first = whenFull == WhenFull.KEEP ? 0 : 300 - held;
        for (int key = 0; key < 300; key++) {
            boolean kept = key >= first && key < first + held;
            assertThat(table.peek(key)).isEqualTo(kept ? 1 : Balancer.NONE);
        }
    }

    @Test
    void aSizeBelowOneIsRefused() {
        assertThatThrownBy(() -> new StickyTable(0, StickyTable.FOREVER, WhenFull.KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size 0");
    }

    @Test
    void agreesWithAnOrdinaryMapOverRandomUse() {
        int capacity = 100;
        long life = 500;
        StickyTable table = new StickyTable(capacity + 1, life, WhenFull.PURGE_OLDEST);
        Map<Long, long[]> model = new LinkedHashMap<>(16, 0.75f, true);
        RandomGenerator random =
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (long now = 0; now < 100_000; now++) {
            long time = now;
            model.values().removeIf(entry -> time - entry[1] >= life);
            long key = random.nextInt(150);
            if (random.nextInt(3) == 0) {
                int target = random.nextInt(2);
                model.put(key, new long[] {target, now});
                if (model.size() > capacity) {
                    model.remove(model.keySet().iterator().next());
                }
                table.put(key, target, now);
            } else {
                long[] entry = model.get(key);
                if (entry != null) {
                    entry[1] = now;
                }
                assertThat(table.find(key, request, pool, now))
                        .isEqualTo(entry == null ? Balancer.NONE : (int) entry[0]);
            }
            assertThat(held(table, 150)).isEqualTo(model.size());
        }
    }

    @Test
    void addressesMakeDistinctKeys() {
        assertThat(StickyTable.keyOf(Address.parse("10.1.2.3"))).isEqualTo(0x0a010203L);
        assertThat(StickyTable.keyOf(Address.parse("2001:db8::1")))
                .isNotEqualTo(StickyTable.keyOf(Address.parse("2001:db8::2")))
                .isNotEqualTo(StickyTable.keyOf(Address.parse("2001:db8:0:1::1")));
    }
}
