package roundhouse.simulation.components;

/**
 * How a load balancer's health rules kept requests from one of its targets. In a panic it may have had some all the same.
 *
 * @param timeNanos how long, nanoseconds, the warm-up left out
 * @param times how often it went out, for any reason
 * @param checks how often health checks took it out
 * @param failures how often it was left out after failed requests
 * @param ejections how often it was ejected as an outlier
 * @param breaks how often its breaker opened
 */
public record TimeOutOfRotation(long timeNanos, long times, long checks, long failures, long ejections, long breaks) {
    public static final TimeOutOfRotation NEVER = new TimeOutOfRotation(0, 0, 0, 0, 0, 0);

    /** Both together, as when a target was removed and added again. */
    public TimeOutOfRotation plus(TimeOutOfRotation other) {
        return new TimeOutOfRotation(
                timeNanos + other.timeNanos,
                times + other.times,
                checks + other.checks,
                failures + other.failures,
                ejections + other.ejections,
                breaks + other.breaks);
    }
}
