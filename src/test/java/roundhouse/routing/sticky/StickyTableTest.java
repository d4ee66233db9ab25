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
        serve(table, 7, 1, 0);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(1);
        assertThat(table.find(8, request, pool, 0)).isEqualTo(Balancer.NONE);
    }

    /** A request of that key comes and is answered. */
    private static void serve(StickyTable table, long key, int target, long now) {
        if (table.takeRoom(now)) {
            table.put(key, target, now);
        }
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
        serve(table, 7, 1, 0);
        pool.down(1, true);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(Balancer.NONE);
        serve(table, 7, 0, 0);
        pool.down(1, false);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(0);
        assertThat(table.peek(7)).isZero();
    }

    @Test
    void aDrainingOrWeightlessTargetKeepsItsClients() {
        StickyTable table = table();
        serve(table, 7, 1, 0);
        pool.draining(1, true);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(1);
        pool.draining(1, false);
        pool.weight(1, 0);
        assertThat(table.find(7, request, pool, 0)).isEqualTo(1);
    }

    @Test
    void removedFullAndTriedTargetsAreNotFollowed() {
        StickyTable table = table();
        serve(table, 7, 2, 0);
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
        serve(table, 7, 1, 0);
        assertThat(table.find(7, request, pool, 99)).isEqualTo(1);
        assertThat(table.find(7, request, pool, 198)).isEqualTo(1);
        assertThat(table.find(7, request, pool, 298)).isEqualTo(Balancer.NONE);
        assertThat(table.peek(7)).isEqualTo(Balancer.NONE);
    }

    @Test
    void anEntryThatIsNotFollowedIsUsedAllTheSame() {
        StickyTable table = new StickyTable(2, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
        serve(table, 0, 1, 0);
        serve(table, 1, 0, 1);
        pool.down(1, true);
        assertThat(table.find(0, request, pool, 2)).isEqualTo(Balancer.NONE);
        table.takeRoom(2);
        assertThat(table.peek(0)).isEqualTo(1);
        assertThat(table.peek(1)).isEqualTo(Balancer.NONE);
    }

    @Test
    void aFullTableForgetsTheOldestOrKeepsWhatItHas() {
        StickyTable purging = new StickyTable(2, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
        StickyTable keeping = new StickyTable(2, StickyTable.FOREVER, WhenFull.KEEP);
        for (StickyTable table : new StickyTable[] {purging, keeping}) {
            serve(table, 1, 0, 0);
            serve(table, 2, 0, 1);
            table.find(1, request, pool, 2);
            serve(table, 3, 1, 3);
        }
        assertThat(purging.find(2, request, pool, 4)).isEqualTo(Balancer.NONE);
        assertThat(purging.find(1, request, pool, 4)).isEqualTo(0);
        assertThat(purging.find(3, request, pool, 4)).isEqualTo(1);
        assertThat(keeping.find(2, request, pool, 4)).isEqualTo(0);
        assertThat(keeping.find(3, request, pool, 4)).isEqualTo(Balancer.NONE);
    }

    @Test
    void aFullTableThatKeepsIsNotWrittenOverEither() {
        StickyTable table = new StickyTable(1, StickyTable.FOREVER, WhenFull.KEEP);
        serve(table, 1, 0, 0);
        assertThat(table.takeRoom(1)).isFalse();
        serve(table, 1, 1, 1);
        assertThat(table.peek(1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 2", "100, 99", "255, 254", "256, 254", "1000, 996"})
    void aClientThatIsKnownCostsAFullTableEntriesToo(int size, int left) {
        StickyTable table = new StickyTable(size, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
        for (int key = 0; key < size; key++) {
            serve(table, key, 1, key);
        }
        assertThat(held(table, size)).isEqualTo(size);
        table.find(size - 1, request, pool, size);
        assertThat(table.takeRoom(size)).isTrue();
        assertThat(held(table, size)).isEqualTo(left);
        table.put(size - 1, 1, size);
        assertThat(held(table, size)).isEqualTo(Math.max(1, left));
        assertThat(table.peek(size - 1)).isEqualTo(1);
    }

    @Test
    void roomThatIsTakenIsNotThereForOthers() {
        StickyTable table = new StickyTable(2, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
        serve(table, 1, 0, 0);
        assertThat(table.takeRoom(1)).isTrue();
        assertThat(table.peek(1)).isZero();
        assertThat(table.takeRoom(2)).isTrue();
        assertThat(table.peek(1)).isEqualTo(Balancer.NONE);
        assertThat(table.takeRoom(3)).isFalse();
        table.giveRoomBack();
        assertThat(table.takeRoom(4)).isTrue();
        table.put(5, 1, 5);
        table.put(5, 0, 6);
        serve(table, 6, 1, 7);
        assertThat(table.peek(5)).isZero();
        assertThat(table.peek(6)).isEqualTo(1);
    }

    @Test
    void aSizeBelowOneIsRefused() {
        assertThatThrownBy(() -> new StickyTable(0, StickyTable.FOREVER, WhenFull.KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size 0");
    }

    @Test
    void agreesWithAnOrdinaryMapOverRandomUse() {
        int size = 100;
        long life = 500;
        StickyTable table = new StickyTable(size, life, WhenFull.PURGE_OLDEST);
        Map<Long, long[]> model = new LinkedHashMap<>(16, 0.75f, true);
        int taken = 0;
        RandomGenerator random =
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (long now = 0; now < 100_000; now++) {
            long time = now;
            model.values().removeIf(entry -> time - entry[1] >= life);
            long key = random.nextInt(150);
            if (taken > 0 && random.nextInt(3) == 0) {
                int target = random.nextInt(2);
                model.put(key, new long[] {target, now});
                taken--;
                table.put(key, target, now);
            } else if (taken > 0 && random.nextInt(20) == 0) {
                taken--;
                table.giveRoomBack();
            } else {
                long[] entry = model.get(key);
                if (entry != null) {
                    entry[1] = now;
                }
                assertThat(table.find(key, request, pool, now))
                        .isEqualTo(entry == null ? Balancer.NONE : (int) entry[0]);
                if (taken < 60 && random.nextInt(2) == 0) {
                    if (model.size() + taken == size) {
                        model.remove(model.keySet().iterator().next());
                    }
                    taken++;
                    assertThat(table.takeRoom(now)).isTrue();
                }
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
