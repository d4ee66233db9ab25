package roundhouse.simulation.storing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import roundhouse.simulation.data.KeyVersions;

/**
 * The acknowledged writes of a store whose values are sums or sets: nobody sees in a sum which writes it has, but one that is less than
 * what had been acknowledged when it was asked for lacks some.
 */
final class CountedWrites {
    private final Map<Long, Times> keys = new LinkedHashMap<>();

    private static final class Times {
        long[] nanos = new long[8];
        int count;
        long lost;
    }

    /** How many writes to the key were acknowledged. */
    long of(long key) {
        Times times = keys.get(key);
        return times == null ? 0 : times.count;
    }

    void acknowledged(long key, long nowNanos) {
        Times times = keys.computeIfAbsent(key, _ -> new Times());
        if (times.count == times.nanos.length) {
            times.nanos = Arrays.copyOf(times.nanos, 2 * times.count);
        }
        times.nanos[times.count++] = nowNanos;
    }

    /**
     * For how long a read has at least been behind; {@link KeyVersions#FRESH} where it was told of as many as it had to be.
     *
     * @param then how many had been acknowledged when it began
     */
    long staleNanos(long key, long told, long then, long nowNanos) {
        Times times = keys.get(key);
        return times == null || told >= then ? KeyVersions.FRESH : nowNanos - times.nanos[(int) Math.max(0, told)];
    }

    /** Counts what was lost since the last time: acknowledged writes that all members together have not. */
    long lost(LongUnaryOperator together) {
        long lost = 0;
        for (Map.Entry<Long, Times> each : keys.entrySet()) {
            Times times = each.getValue();
            long missing = Math.max(0, times.count - together.applyAsLong(each.getKey()));
            lost += Math.max(0, missing - times.lost);
            times.lost = Math.max(times.lost, missing);
        }
        return lost;
    }
}
