package roundhouse.caching.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every queue of writes promises, under random operations, slow stores, refusals and crashes. */
abstract class WriteBehindContract {
    private static final long MILLI = 1_000_000;
    private static final long REMOVED = -1;

    abstract WriteBehind queue(Random random);

    /** Whether what the store refuses is tried again; otherwise it is lost. */
    abstract boolean triesAgain();

    /** A store that holds each key to its order: values go up, and a removal is the latest value that it removes. */
    private static final class OrderedStore implements StoreCalls {
        final Map<Long, Long> content = new TreeMap<>();
        int operations;

        private void apply(long key, long value) {
            operations++;
            content.put(key, value);
        }

        @Override
        public void write(long key, long value) {
            assertThat(content.getOrDefault(key, REMOVED)).as("of key %s", key).isLessThan(value);
            apply(key, value);
        }

        @Override
        public void writeAll(long[] keys, long[] values, int count) {
            for (int i = 0; i < count; i++) {
                write(keys[i], values[i]);
            }
        }

        @Override
        public void remove(long key) {
            apply(key, REMOVED);
        }

        @Override
        public void removeAll(long[] keys, int count) {
            for (int i = 0; i < count; i++) {
                remove(keys[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theStoreHasTheLastOfEachKeyInTheEnd(long seed) {
        Random random = new Random(seed);
        WriteBehind queue = queue(random);
        OrderedStore store = new OrderedStore();
        Map<Long, Long> last = new TreeMap<>();
        long now = 0;
        long ends = Long.MAX_VALUE;
        for (int i = 1; i <= 20_000; i++) {
            now += random.nextInt(30) * MILLI;
            if (ends <= now) {
                queue.ended(true, now);
                ends = Long.MAX_VALUE;
            }
            if (ends == Long.MAX_VALUE && queue.nextNanos() <= now) {
                assertThat(queue.next(now, store)).as("it said that it was due").isTrue();
                assertThat(queue.nextNanos()).as("one at a time").isEqualTo(Long.MAX_VALUE);
                ends = now + random.nextInt(100) * MILLI;
            }
            long key = random.nextInt(20);
            if (random.nextInt(4) == 0) {
                queue.remove(key, now);
                last.put(key, REMOVED);
                assertThat(queue.pending(key)).isEqualTo(WriteBehind.Pending.REMOVAL);
            } else {
                queue.write(key, i, now);
                last.put(key, (long) i);
                assertThat(queue.pending(key)).isEqualTo(WriteBehind.Pending.WRITE);
                assertThat(queue.pendingValue(key)).isEqualTo(i);
            }
            assertThat(queue.oldestNanos(now)).isNotNegative();
            long other = random.nextInt(20);
            if (queue.pending(other) == WriteBehind.Pending.NOTHING) {
                assertThat(store.content.get(other))
                        .as("a read may go to the store")
                        .isEqualTo(last.get(other));
            }
        }
        if (ends != Long.MAX_VALUE) {
            queue.ended(true, now);
        }
        queue.drain(store);
        assertThat(store.content).isEqualTo(last);
        assertThat(queue.size()).isZero();
        assertThat(queue.nextNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsDueBeforeItsTime(long seed) {
        Random random = new Random(seed);
        WriteBehind queue = queue(random);
        OrderedStore store = new OrderedStore();
        long now = 0;
        for (int i = 1; i <= 2_000; i++) {
            now += 1 + random.nextInt(5) * MILLI;
            queue.write(i, i, now);
            long due = queue.nextNanos();
            if (due > now && random.nextBoolean()) {
                assertThat(queue.next(due - 1, store)).isFalse();
                now = due;
            }
            if (due <= now) {
                assertThat(queue.next(now, store)).isTrue();
                queue.ended(true, now);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsNeitherStoredNorLostIsPending(long seed) {
        Random random = new Random(seed);
        WriteBehind queue = queue(random);
        long now = 0;
        int added = 0;
        int over = 0;
        for (int round = 0; round < 500; round++) {
            // Each key once, so that none stands for another.
            for (int i = random.nextInt(40); i > 0; i--) {
                queue.write(++added, added, now += MILLI);
            }
            queue.flush(now);
            now = Math.max(now, queue.nextNanos() == Long.MAX_VALUE ? now : queue.nextNanos());
            OrderedStore sent = new OrderedStore();
            if (queue.next(now, sent)) {
                if (random.nextInt(10) == 0) {
                    over += queue.lose();
                } else {
                    boolean stored = random.nextInt(4) != 0;
                    queue.ended(stored, now);
                    over += stored || !triesAgain() ? sent.operations : 0;
                }
            }
            assertThat(queue.size()).isEqualTo(added - over);
        }
        assertThat(added).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void allocatesNothingOnceItIsLargeEnough(long seed) {
        WriteBehind queue = queue(new Random(seed));
        StoreCalls nobody = new StoreCalls() {
            @Override
            public void write(long key, long value) {}

            @Override
            public void writeAll(long[] keys, long[] values, int count) {}

            @Override
            public void remove(long key) {}

            @Override
            public void removeAll(long[] keys, int count) {}
        };
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = 0;
        for (int i = 0; i < 400_000; i++) {
            if (i == 200_000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            long now = i * MILLI;
            if (i % 5 == 0) {
                queue.remove(i % 70, now);
            } else {
                queue.write(i % 70, i, now);
            }
            while (queue.nextNanos() <= now && queue.next(now, nobody)) {
                queue.ended(true, now);
            }
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
    }
}
