package roundhouse.workbench.motion;

import roundhouse.simulation.observing.JourneySteps;

/**
 * Of how many requests one is followed, so that no more than so many set out in a real second: 1, 2, 5, 10 and so on. The sample changes
 * only when it is clearly too large or too small, and follows what was sent lately.
 */
public final class Sampling {
    /** Requests that set out in a real second, at most about. */
    public static final double MOST_REQUESTS = 40;
    /** The same of checks and heartbeats. */
    public static final double MOST_OTHERS = 16;

    private static final double TOO_MANY = 1.25;
    private static final double TOO_FEW = 0.7;
    /** Real time over which it is measured how much is sent. */
    private static final double WINDOW = 0.5;

    private long fromNanos;
    private long requestsBefore;
    private long othersBefore;
    private double requestsRate;
    private double othersRate;
    private boolean measured;
    private long requestsOneIn = 1;
    private long othersOneIn = 1;

    /**
     * The run has got so far.
     *
     * @param nowNanos simulated nanoseconds
     * @param speed simulated seconds a real second
     */
    public void take(JourneySteps steps, long nowNanos, double speed) {
        if (nowNanos < fromNanos || steps.requests < requestsBefore || steps.others < othersBefore) {
            begin(steps, nowNanos);
        }
        double seconds = (nowNanos - fromNanos) / 1e9;
        if (seconds > 0 && (seconds >= WINDOW * speed || !measured)) {
            requestsRate = (steps.requests - requestsBefore) / seconds;
            othersRate = (steps.others - othersBefore) / seconds;
            if (seconds >= WINDOW * speed) {
                measured = true;
                remember(steps, nowNanos);
            }
        }
        requestsOneIn = oneIn(requestsOneIn, requestsRate * speed / MOST_REQUESTS);
        othersOneIn = oneIn(othersOneIn, othersRate * speed / MOST_OTHERS);
    }

    private void begin(JourneySteps steps, long nowNanos) {
        measured = false;
        remember(steps, nowNanos);
    }

    private void remember(JourneySteps steps, long nowNanos) {
        fromNanos = nowNanos;
        requestsBefore = steps.requests;
        othersBefore = steps.others;
    }

    /** One of so many requests is followed. */
    public long requestsOneIn() {
        return requestsOneIn;
    }

    /** One of so many checks and heartbeats is followed. */
    public long othersOneIn() {
        return othersOneIn;
    }

    /** @param excess how many times more there are than can be followed */
    private static long oneIn(long before, double excess) {
        if (excess > before * TOO_MANY) {
            return atLeast(excess);
        }
        long least = atLeast(excess / TOO_FEW);
        return Math.min(before, least);
    }

    /** The first of 1, 2, 5, 10 … that is not below it. */
    private static long atLeast(double value) {
        long power = 1;
        while (true) {
            for (long step : new long[] {1, 2, 5}) {
                if (step * power >= value) {
                    return step * power;
                }
            }
            power *= 10;
        }
    }
}
