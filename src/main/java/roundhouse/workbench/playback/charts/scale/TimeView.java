package roundhouse.workbench.playback.charts.scale;

/**
 * The stretch of a run that plots have in sight. Simulated nanoseconds.
 *
 * @param fromNanos at the left edge
 * @param untilNanos at the right edge, more than that
 * @param wholeNanos how long the whole timeline is
 */
public record TimeView(long fromNanos, long untilNanos, long wholeNanos) {
    /** A second: ten readings, the finest that are kept. */
    private static final long LEAST_NANOS = 1_000_000_000;

    /** All of a timeline of that length. */
    public static TimeView whole(long nanos) {
        return new TimeView(0, Math.max(1, nanos), Math.max(1, nanos));
    }

    /** Whether all of the timeline is in sight. */
    public boolean isWhole() {
        return fromNanos == 0 && untilNanos == wholeNanos;
    }

    public long lengthNanos() {
        return untilNanos - fromNanos;
    }

    /** Of a timeline that has become longer or shorter; who sees all of it still does. */
    public TimeView of(long nanos) {
        return isWhole()
                ? whole(nanos)
                : new TimeView(fromNanos, untilNanos, Math.max(1, nanos)).between(fromNanos, untilNanos);
    }

    /** So many times as close, with that time where it is. */
    public TimeView zoomed(double times, long atNanos) {
        double length =
                Math.clamp(lengthNanos() / times, (double) Math.min(LEAST_NANOS, wholeNanos), (double) wholeNanos);
        double part = Math.clamp((double) (atNanos - fromNanos) / lengthNanos(), 0, 1);
        long from = Math.round(atNanos - part * length);
        return between(from, from + Math.round(length));
    }

    /** Moved by a part of what is in sight; to the right if positive. */
    public TimeView moved(double part) {
        long by = Math.round(part * lengthNanos());
        return between(fromNanos + by, untilNanos + by);
    }

    /** From one time to another, in either order, at least a second of it, and nothing beyond the timeline. */
    public TimeView between(long oneNanos, long otherNanos) {
        long least = Math.min(LEAST_NANOS, wholeNanos);
        long length = Math.clamp(Math.abs(otherNanos - oneNanos), least, wholeNanos);
        long middle = Math.min(oneNanos, otherNanos) + Math.abs(otherNanos - oneNanos) / 2;
        long from = Math.clamp(middle - length / 2, 0, wholeNanos - length);
        return new TimeView(from, from + length, wholeNanos);
    }

    /** Where a time is across so many pixels; outside of them if it is not in sight. */
    public double x(long timeNanos, double width) {
        return width * (timeNanos - fromNanos) / lengthNanos();
    }

    /** The time at a place across so many pixels; the nearest in sight for places outside. */
    public long timeAt(double x, double width) {
        return fromNanos + (long) (Math.clamp(x / Math.max(1, width), 0, 1) * lengthNanos());
    }
}
