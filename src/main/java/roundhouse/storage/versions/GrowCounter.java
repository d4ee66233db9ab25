package roundhouse.storage.versions;

import java.util.Arrays;

/**
 * A counter that only grows and merges by itself (G-counter; Shapiro et al. 2011): an entry for each replica, which only that replica
 * raises; merged by the larger of each two, because adding would count a replica twice.
 */
public final class GrowCounter {
    private long[] counts = new long[0];

    /** @param amount from 0 */
    public void increment(int replica, long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("a counter that only grows cannot change by " + amount);
        }
        reach(replica + 1);
        counts[replica] += amount;
    }

    public void merge(GrowCounter other) {
        reach(other.counts.length);
        for (int i = 0; i < other.counts.length; i++) {
            counts[i] = Math.max(counts[i], other.counts[i]);
        }
    }

    public long value() {
        return Arrays.stream(counts).sum();
    }

    public GrowCounter copy() {
        GrowCounter copy = new GrowCounter();
        copy.counts = counts.clone();
        return copy;
    }

    /** What each replica raised it by, without zeros at the end. */
    long[] counts() {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(counts, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrowCounter counter && Arrays.equals(counts(), counter.counts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts());
    }

    private void reach(int length) {
        if (counts.length < length) {
            counts = Arrays.copyOf(counts, length);
        }
    }
}
