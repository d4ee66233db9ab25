package roundhouse.limits;

/**
 * Guava's {@code SmoothWarmingUp}: it starts cold, with all that can be stored, and stored permits above half of that cost up to three
 * times as much, so that what has been idle is loaded gently. The cost of several is the area of a trapezium.
 */
public final class GuavaWarmingUp extends GuavaLimiter {
    /** How many times as much the coldest permit costs if nothing is said, as in Guava. */
    public static final double USUAL_COLD = 3;

    private final long warmUpMicros;
    private final double coldFactor;
    private double threshold;
    private double slope;
    private double stableMicros;

    /** @param timeoutNanos who would have to wait longer is refused; {@code Long.MAX_VALUE} for nobody */
    public GuavaWarmingUp(double perSecond, long warmUpNanos, long timeoutNanos, long nowNanos) {
        this(perSecond, warmUpNanos, USUAL_COLD, timeoutNanos, nowNanos);
    }

    /** @param coldFactor how many times as much the coldest permit costs as a warm one, above 1 */
    public GuavaWarmingUp(double perSecond, long warmUpNanos, double coldFactor, long timeoutNanos, long nowNanos) {
        super(timeoutNanos);
        warmUpMicros = warmUpNanos / 1_000;
        this.coldFactor = coldFactor;
        rate(perSecond, nowNanos);
    }

    @Override
    double mostStored(double perSecond, double interval) {
        stableMicros = interval;
        double cold = interval * coldFactor;
        threshold = 0.5 * warmUpMicros / interval;
        double most = threshold + 2.0 * warmUpMicros / (interval + cold);
        slope = (cold - interval) / (most - threshold);
        return most;
    }

    @Override
    double storedAtFirst(double mostStored) {
        return mostStored;
    }

    @Override
    long costMicros(double there, double taken) {
        double above = there - threshold;
        long cost = 0;
        double rest = taken;
        if (above > 0) {
            double takenAbove = Math.min(above, taken);
            double length = intervalAt(above) + intervalAt(above - takenAbove);
            cost = (long) (takenAbove * length / 2.0);
            rest -= takenAbove;
        }
        return cost + (long) (stableMicros * rest);
    }

    private double intervalAt(double above) {
        return stableMicros + above * slope;
    }

    @Override
    double coolDownMicros(double mostStored, double interval) {
        return warmUpMicros / mostStored;
    }
}
