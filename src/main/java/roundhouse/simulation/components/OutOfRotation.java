package roundhouse.simulation.components;

import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.routing.Exclusion;

/** How long, how often and why a balancer's health rules kept requests from the target at the end of one link. */
public final class OutOfRotation {
    /** 1 while there is any reason, else 0. */
    private final TimeWeightedGauge out = new TimeWeightedGauge();

    private final long[] byReason = new long[Exclusion.values().length];
    private long times;
    /** Those that hold, a bit each. */
    private int reasons;

    public void begin(Exclusion reason, long nowNanos) {
        int bit = 1 << reason.ordinal();
        if ((reasons & bit) != 0) {
            return;
        }
        times += reasons == 0 ? 1 : 0;
        byReason[reason.ordinal()]++;
        reasons |= bit;
        out.set(nowNanos, 1);
    }

    public void end(Exclusion reason, long nowNanos) {
        reasons &= ~(1 << reason.ordinal());
        out.set(nowNanos, reasons == 0 ? 0 : 1);
    }

    /** No rule keeps requests from the target any more, or the target was removed. */
    public void end(long nowNanos) {
        reasons = 0;
        out.set(nowNanos, 0);
    }

    /** The warm-up is over. */
    public void measureFrom(long nowNanos) {
        out.reset(nowNanos);
    }

    public TimeOutOfRotation total(long nowNanos) {
        return new TimeOutOfRotation(
                (long) out.area(nowNanos),
                times,
                byReason[Exclusion.CHECKS.ordinal()],
                byReason[Exclusion.FAILURES.ordinal()],
                byReason[Exclusion.EJECTION.ordinal()],
                byReason[Exclusion.BREAKER.ordinal()]);
    }
}
