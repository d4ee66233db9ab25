package roundhouse.limits;

/** Guava's {@code SmoothBursty}: up to one second of permits is stored, at first none, and stored ones cost nothing. */
public final class GuavaBursty extends GuavaLimiter {
    private final double burstSeconds;

    /** @param timeoutNanos who would have to wait longer is refused; {@code Long.MAX_VALUE} for nobody */
    public GuavaBursty(double perSecond, double burstSeconds, long timeoutNanos, long nowNanos) {
        super(timeoutNanos);
        this.burstSeconds = burstSeconds;
        rate(perSecond, nowNanos);
    }

    @Override
    double mostStored(double perSecond, double interval) {
        return burstSeconds * perSecond;
    }

    @Override
    double storedAtFirst(double mostStored) {
        return 0;
    }

    @Override
    long costMicros(double there, double taken) {
        return 0;
    }

    @Override
    double coolDownMicros(double mostStored, double interval) {
        return interval;
    }
}
