package roundhouse.metrics;

import java.util.Arrays;

/**
 * Durations of the last second: coarse counts in ten slices of a tenth of a second, the oldest of which is dropped when a new one
 * begins. Recording is one increment.
 */
public final class RecentDurations {
    private static final int SLICES = 10;

    /** Made with the first duration, for of many nodes most may never have one. */
    private int[] counts = {};

    private int slice;

    public void record(long nanos) {
        if (counts.length == 0) {
            counts = new int[SLICES * DurationBuckets.COUNT];
        }
        counts[slice + DurationBuckets.of(nanos)]++;
    }

    /** A tenth of a second is over. */
    public void nextSlice() {
        if (counts.length == 0) {
            return;
        }
        slice += DurationBuckets.COUNT;
        if (slice == counts.length) {
            slice = 0;
        }
        Arrays.fill(counts, slice, slice + DurationBuckets.COUNT, 0);
    }

    /** Adds the slice that is being filled to {@code sums}. */
    public void addSliceTo(int[] sums) {
        for (int i = 0; i < DurationBuckets.COUNT && counts.length > 0; i++) {
            sums[i] += counts[slice + i];
        }
    }

    /** Adds all slices to {@code sums}, which has {@link DurationBuckets#COUNT} entries; returns how many durations those are. */
    public long addTo(int[] sums) {
        long total = 0;
        for (int from = 0; from < counts.length; from += DurationBuckets.COUNT) {
            for (int i = 0; i < DurationBuckets.COUNT; i++) {
                sums[i] += counts[from + i];
                total += counts[from + i];
            }
        }
        return total;
    }
}
