package roundhouse.routing.sticky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
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
    private static final long MILLIS = 1_000_000;

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
            table.put(key, target, now, now);
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
        serve(table, 1, 0, MILLIS);
        pool.down(1, true);
        assertThat(table.find(0, request, pool, 2 * MILLIS)).isEqualTo(Balancer.NONE);
        table.takeRoom(2 * MILLIS);
        assertThat(table.peek(0)).isEqualTo(1);
        assertThat(table.peek(1)).isEqualTo(Balancer.NONE);
    }

    @Test
    void aFullTableForgetsTheOldestOrKeepsWhatItHas() {
        StickyTable purging = new StickyTable(2, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
        StickyTable keeping = new StickyTable(2, StickyTable.FOREVER, WhenFull.KEEP);
        for (StickyTable table : new StickyTable[] {purging, keeping}) {
            serve(table, 1, 0, 0);
            serve(table, 2, 0, MILLIS);
            table.find(1, request, pool, 2 * MILLIS);
            serve(table, 3, 1, 3 * MILLIS);
        }
        assertThat(purging.find(2, request, pool, 4 * MILLIS)).isEqualTo(Balancer.NONE);
        assertThat(purging.find(1, request, pool, 4 * MILLIS)).isEqualTo(0);
        assertThat(purging.find(3, request, pool, 4 * MILLIS)).isEqualTo(1);
        assertThat(keeping.find(2, request, pool, 4 * MILLIS)).isEqualTo(0);
        assertThat(keeping.find(3, request, pool, 4 * MILLIS)).isEqualTo(Balancer.NONE);
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
            serve(table, key, 1, key * MILLIS);
        }
        assertThat(held(table, size)).isEqualTo(size);
        table.find(size - 1, request, pool, size * MILLIS);
        assertThat(table.takeRoom(size * MILLIS)).isTrue();
        assertThat(held(table, size)).isEqualTo(left);
        table.put(size - 1, 1, size * MILLIS, size * MILLIS);
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
        table.put(5, 1, 2, 5);
        table.put(5, 0, 4, 6);
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

    /** It looks at two: both were used since they were queued, and are only queued anew. */
    @Test
    void entriesThatWereUsedSinceAreNotForgottenAtOnce() {
        StickyTable table = new StickyTable(3, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
        for (int key = 0; key < 3; key++) {
            serve(table, key, 1, key * MILLIS);
            table.find(key, request, pool, (10 + key) * MILLIS);
        }
        assertThat(table.takeRoom(20 * MILLIS)).isFalse();
        assertThat(held(table, 3)).isEqualTo(3);
        // Now the last is queued anew, behind the first, which is forgotten.
        assertThat(table.takeRoom(21 * MILLIS)).isTrue();
        assertThat(table.peek(0)).isEqualTo(Balancer.NONE);
        assertThat(held(table, 3)).isEqualTo(2);
    }

    /** Its entry is queued under the time when the request came, so the answer counts as a use. */
    @Test
    void anAnswerIsAUseOfTheEntryThatItBrings() {
        StickyTable table = new StickyTable(2, StickyTable.FOREVER, WhenFull.PURGE_OLDEST);
        table.takeRoom(0);
        table.takeRoom(MILLIS);
        table.put(0, 1, 0, 5 * MILLIS);
        table.put(1, 1, MILLIS, 6 * MILLIS);
        assertThat(table.takeRoom(7 * MILLIS)).isFalse();
        assertThat(table.takeRoom(8 * MILLIS)).isTrue();
        assertThat(table.peek(0)).isEqualTo(Balancer.NONE);
        assertThat(table.peek(1)).isEqualTo(1);
    }

    /** When they would have expired unused. */
    @Test
    void entriesWithALifeAreQueuedAnewInTime() {
        StickyTable table = new StickyTable(2, 10 * MILLIS, WhenFull.PURGE_OLDEST);
        table.takeRoom(0);
        table.takeRoom(MILLIS);
        table.put(0, 1, 0, 5 * MILLIS);
        table.put(1, 1, MILLIS, 6 * MILLIS);
        table.find(7, request, pool, 12 * MILLIS);
        assertThat(table.takeRoom(13 * MILLIS)).isTrue();
        assertThat(table.peek(0)).isEqualTo(Balancer.NONE);
        assertThat(table.peek(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"100, 500", "100, 1000000", "300, 1000000"})
    void agreesWithAPlainListOverRandomUse(int size, long lifeMillis) {
        StickyTable table = new StickyTable(size, lifeMillis * MILLIS, WhenFull.PURGE_OLDEST);
        PlainStickyTable model = new PlainStickyTable(size, lifeMillis);
        int keys = size + size / 2;
        Deque<Long> since = new ArrayDeque<>();
        RandomGenerator random =
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (long now = 0; now < 50_000; now++) {
            long key = random.nextInt(keys);
            if (!since.isEmpty() && random.nextInt(3) == 0) {
                int target = random.nextInt(2);
                long came = random.nextBoolean() ? since.removeFirst() : since.removeLast();
                model.put(key, target, came, now);
                table.put(key, target, came * MILLIS, now * MILLIS);
            } else {
                assertThat(table.find(key, request, pool, now * MILLIS)).isEqualTo(model.find(key, now));
                if (since.size() < size / 2 && random.nextInt(2) == 0) {
                    boolean room = table.takeRoom(now * MILLIS);
                    assertThat(room).as("room at %d", now).isEqualTo(model.takeRoom(now));
                    if (room) {
                        since.add(now);
                    }
                }
            }
            assertThat(held(table, keys)).as("at %d", now).isEqualTo(model.size());
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
