package roundhouse.workbench.playback.charts;

import java.util.Locale;

/**
 * The round times that a time axis names.
 *
 * @param stepNanos from one to the next, simulated nanoseconds
 * @param count how many there are, that at 0 included
 */
record TimeTicks(long stepNanos, int count) {
    private static final double APART = 56;
    private static final long SECOND = 1_000_000_000;
    private static final long[] MINUTES_AND_HOURS = {10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600};

    /** Of an axis over that many simulated nanoseconds and pixels, far enough apart to be read. */
    static TimeTicks of(long spanNanos, double width) {
        long leastNanos = (long) Math.max(1, spanNanos * APART / Math.max(APART, width));
        long stepNanos = step(leastNanos);
        return new TimeTicks(stepNanos, (int) (spanNanos / stepNanos) + 1);
    }

    private static long step(long leastNanos) {
        if (leastNanos > 5 * SECOND) {
            for (long seconds : MINUTES_AND_HOURS) {
                if (seconds * SECOND >= leastNanos) {
                    return seconds * SECOND;
                }
            }
        }
        long unit = leastNanos > 5 * SECOND ? 3_600 * SECOND : 1;
        for (long power = 1; ; power *= 10) {
            for (long digit : new long[] {1, 2, 5}) {
                if (digit * power * unit >= leastNanos) {
                    return digit * power * unit;
                }
            }
        }
    }

    long timeNanos(int index) {
        return index * stepNanos;
    }

    /** {@code 10 s}, {@code 0.5 s}, {@code 1:30}, {@code 2:00:00}. */
    String text(int index) {
        long nanos = timeNanos(index);
        long seconds = nanos / SECOND;
        if (timeNanos(count - 1) >= 3_600 * SECOND) {
            return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
        }
        if (timeNanos(count - 1) > 120 * SECOND) {
            return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
        }
        return (stepNanos % SECOND == 0 ? Long.toString(seconds) : decimal(nanos)) + " s";
    }

    private static String decimal(long nanos) {
        String text = String.format(Locale.ROOT, "%.9f", nanos / 1e9);
        return text.replaceAll("\\.?0+$", "");
    }
}
