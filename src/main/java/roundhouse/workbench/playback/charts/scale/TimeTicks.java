package roundhouse.workbench.playback.charts.scale;

import java.util.Locale;

/**
 * The round times that a time axis names.
 *
 * @param firstNanos the first of them, simulated nanoseconds
 * @param stepNanos from one to the next, simulated nanoseconds
 * @param count how many there are
 */
public record TimeTicks(long firstNanos, long stepNanos, int count) {
    private static final double APART = 56;
    private static final long SECOND = 1_000_000_000;
    private static final long[] MINUTES_AND_HOURS = {10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600};

    /** Of an axis over what is in sight and that many pixels, far enough apart to be read. */
    public static TimeTicks of(TimeView view, double width) {
        long leastNanos = (long) Math.max(1, view.lengthNanos() * APART / Math.max(APART, width));
        long stepNanos = step(leastNanos);
        long firstNanos = Math.ceilDiv(view.fromNanos(), stepNanos) * stepNanos;
        return new TimeTicks(firstNanos, stepNanos, (int) ((view.untilNanos() - firstNanos) / stepNanos) + 1);
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

    public long timeNanos(int index) {
        return firstNanos + index * stepNanos;
    }

    /** {@code 10 s}, {@code 0.5 s}, {@code 1:30}, {@code 2:00:00}, and where they are less than a second apart {@code 1:30.5}. */
    public String text(int index) {
        long nanos = timeNanos(index);
        long seconds = nanos / SECOND;
        String part = stepNanos % SECOND == 0 ? "" : decimal(nanos % SECOND).substring(1);
        if (timeNanos(count - 1) >= 3_600 * SECOND) {
            return String.format(Locale.ROOT, "%d:%02d:%02d%s", seconds / 3_600, seconds / 60 % 60, seconds % 60, part);
        }
        if (timeNanos(count - 1) > 120 * SECOND) {
            return String.format(Locale.ROOT, "%d:%02d%s", seconds / 60, seconds % 60, part);
        }
        return (stepNanos % SECOND == 0 ? Long.toString(seconds) : decimal(nanos)) + " s";
    }

    private static String decimal(long nanos) {
        String text = String.format(Locale.ROOT, "%.9f", nanos / 1e9);
        return text.replaceAll("\\.?0+$", "");
    }
}
