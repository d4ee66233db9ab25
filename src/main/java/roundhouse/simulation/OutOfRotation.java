package roundhouse.simulation;

import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.routing.Pool.Exclusion;

/** How long, how often and why a balancer's health rules kept requests from the target at the end of one link. */
final class OutOfRotation {
    /** 1 while there is any reason, else 0. */
    private final TimeWeightedGauge out = new TimeWeightedGauge();

    private final long[] byReason = new long[Exclusion.values().length];
    private long times;
    /** Those that hold, a bit each. */
    private int reasons;

    void begin(Exclusion reason, long now) {
        int bit = 1 << reason.ordinal();
        if ((reasons & bit) != 0) {
            return;
        }
        times += reasons == 0 ? 1 : 0;
        byReason[reason.ordinal()]++;
        reasons |= bit;
        out.set(now, 1);
    }

    void end(Exclusion reason, long now) {
        reasons &= ~(1 << reason.ordinal());
        out.set(now, reasons == 0 ? 0 : 1);
    }

    /** The target is trusted again, or gone. */
    void end(long now) {
        reasons = 0;
        out.set(now, 0);
    }

    /** The warm-up is over. */
    void measureFrom(long now) {
        out.reset(now);
    }

    Report.Absence report(long now) {
        return new Report.Absence(
                (long) out.area(now),
                times,
                byReason[Exclusion.CHECKS.ordinal()],
                byReason[Exclusion.FAILURES.ordinal()],
                byReason[Exclusion.EJECTION.ordinal()]);
    }
}
