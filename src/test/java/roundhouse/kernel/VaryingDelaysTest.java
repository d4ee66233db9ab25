package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events by the thousand: whatever their delays, they come in the order of time and then of scheduling, as a sorted map has them. */
class VaryingDelaysTest {
    private static final int HANDLERS = 7;

    private final SplittableRandom random = new SplittableRandom(5);
    private final VaryingDelays delays = new VaryingDelays();
    private final TreeMap<Key, Long> expected = new TreeMap<>();
    private long sequence;
    private long nowNanos;

    private record Key(long timeNanos, long sequence) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = Long.compare(timeNanos, other.timeNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    /** How delays are spread. */
    private enum Delays {
        ALIKE(random -> 1_000_000 + random.nextLong(1_000)),
        EXPONENTIAL(random -> (long) (random.nextExponential() * 1e9)),
        SAME(_ -> 500),
        NONE_OR_LONG(random -> random.nextInt(4) == 0 ? 0 : 1L << random.nextInt(45)),
        TWO_SCALES(random -> random.nextInt(50) == 0 ? random.nextLong(10_000_000_000L) : random.nextLong(300)),
        BURSTS(random -> random.nextLong(4) * 1_000_000_000L + random.nextLong(3)),
        FOR_EVER(random -> random.nextInt(3) == 0 ? Long.MAX_VALUE / 2 - 1 : random.nextLong(1_000_000));

        private final ToLongFunction<SplittableRandom> draw;

        Delays(ToLongFunction<SplittableRandom> draw) {
            this.draw = draw;
        }
    }

    @ParameterizedTest
    @EnumSource(Delays.class)
    void theOrderIsThatOfASortedMap(Delays kind) {
        LongUnaryOperator after = now -> now + kind.draw.applyAsLong(random);
        // More and more, as many for a while, and then fewer: each event schedules none, one or more.
        int[] leastAndMost = {2, 3, 1, 2, 0, 3, 0, 2};
        for (int phase = 0; phase < 4; phase++) {
            grow(after, phase == 0 ? 3_000 : 10);
            for (int i = 0; i < 6_000 && !expected.isEmpty(); i++) {
                takeFirst();
                int more = random.nextInt(leastAndMost[2 * phase], leastAndMost[2 * phase + 1]);
                grow(after, more);
                if (i % 2_500 == 2_000) {
                    cancel(random.nextInt(HANDLERS));
                }
            }
        }
        while (!expected.isEmpty()) {
            takeFirst();
        }
        delays.settle();
        assertThat(delays.timeNanos()).isEqualTo(Long.MAX_VALUE);
    }

    private void grow(LongUnaryOperator after, int events) {
        for (int i = 0; i < events; i++) {
            long timeNanos = after.applyAsLong(nowNanos);
            long payload = (long) random.nextInt(HANDLERS) << 32 | (int) (sequence & 0xffff);
            expected.put(new Key(timeNanos, sequence), payload);
            delays.add(timeNanos, sequence++, payload);
        }
    }

    private void takeFirst() {
        Map.Entry<Key, Long> first = expected.pollFirstEntry();
        delays.settle();
        assertThat(delays.timeNanos()).isEqualTo(first.getKey().timeNanos());
        assertThat(delays.sequence()).isEqualTo(first.getKey().sequence());
        assertThat(delays.take()).isEqualTo(first.getValue());
        nowNanos = Math.min(first.getKey().timeNanos(), Long.MAX_VALUE / 2);
        if (random.nextBoolean()) {
            delays.settle();
        }
    }

    private void cancel(int handler) {
        delays.cancel(handler);
        for (Iterator<Long> payloads = expected.values().iterator(); payloads.hasNext(); ) {
            if (payloads.next() >>> 32 == handler) {
                payloads.remove();
            }
        }
    }
}
