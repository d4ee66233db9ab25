package roundhouse.storage.versions;

import java.util.Arrays;

/**
 * How many events of each replica are behind a version (Parker et al. 1983). One is before another if no entry of it is larger; if each
 * has a larger one they are concurrent. Immutable.
 */
public final class VersionVector {
    public static final VersionVector EMPTY = new VersionVector(new int[0]);

    /** Without zeros at the end, so that equal vectors have equal arrays. */
    private final int[] counts;

    private VersionVector(int[] counts) {
        this.counts = counts;
    }

    public static VersionVector of(int... counts) {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) {
            length--;
        }
        return new VersionVector(Arrays.copyOf(counts, length));
    }

    /** The events of a replica that are behind it. */
    public int at(int replica) {
        return replica < counts.length ? counts[replica] : 0;
    }

    /** The vector after one event more at a replica. */
    public VersionVector event(int replica) {
        int[] more = Arrays.copyOf(counts, Math.max(counts.length, replica + 1));
        more[replica]++;
        return new VersionVector(more);
    }

    /** All events behind either: the larger of each two entries. */
    public VersionVector merge(VersionVector other) {
        int[] merged = Arrays.copyOf(counts, Math.max(counts.length, other.counts.length));
        for (int i = 0; i < other.counts.length; i++) {
            merged[i] = Math.max(merged[i], other.counts[i]);
        }
        return new VersionVector(merged);
    }

    public boolean covers(Dot dot) {
        return at(dot.replica()) >= dot.count();
    }

    public Causality compare(VersionVector other) {
        boolean less = false;
        boolean more = false;
        for (int i = 0; i < Math.max(counts.length, other.counts.length); i++) {
            less |= at(i) < other.at(i);
            more |= at(i) > other.at(i);
        }
        if (less && more) {
            return Causality.CONCURRENT;
        }
        if (less) {
            return Causality.BEFORE;
        }
        return more ? Causality.AFTER : Causality.EQUAL;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionVector vector && Arrays.equals(counts, vector.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
