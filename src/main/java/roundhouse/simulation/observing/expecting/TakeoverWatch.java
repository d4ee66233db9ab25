package roundhouse.simulation.observing.expecting;

import java.time.Duration;
import roundhouse.kernel.Kernel;
import roundhouse.simulation.balancing.TakeoverLog;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.transcript.MeasuredText;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Units;

/**
 * An expectation about takeovers. Every crash counts that comes after the warm-up while the other balancer is not active already,
 * up to the next time that the other one takes over; the longest such time decides. Remembers no more than that, so that a run of any
 * length takes the same memory.
 */
final class TakeoverWatch implements ExpectationWatch, TakeoverLog.Listener {
    /** No such time. */
    private static final long NONE = -1;

    private final Kernel kernel;
    private final Expectation.Takeover expectation;
    private long warmUpNanos;
    private final long limitNanos;
    /** Whether it was told of all crashes there were. */
    private final boolean complete;
    /** Whether there was any crash that counts. */
    private boolean crashed;
    /** When the first crash was that waits for a takeover. */
    private long waitingSinceNanos = NONE;
    /** The longest time that one waited, and when that crash was. */
    private long longestNanos = NONE;

    private long longestSinceNanos;
    /** When the other one took over last. */
    private long latestTakeoverNanos = NONE;

    TakeoverWatch(Kernel kernel, TakeoverLog log, Expectation.Takeover expectation, long warmUpNanos) {
        this.kernel = kernel;
        this.expectation = expectation;
        this.warmUpNanos = warmUpNanos;
        limitNanos = DurationSampler.nanos(expectation.within());
        complete = log.listen(this);
    }

    @Override
    public void countFrom(long nanos) {
        warmUpNanos = nanos;
    }

    @Override
    public void crashed(String node, long timeNanos, boolean covered) {
        if (!node.equals(expectation.crashed()) || timeNanos < warmUpNanos) {
            return;
        }
        crashed = true;
        if (covered) {
            return;
        }
        if (latestTakeoverNanos == timeNanos) {
            waited(timeNanos, timeNanos);
        } else if (waitingSinceNanos == NONE) {
            waitingSinceNanos = timeNanos;
        }
    }

    @Override
    public void tookOver(String node, long timeNanos) {
        if (node.equals(expectation.node())) {
            latestTakeoverNanos = timeNanos;
            if (waitingSinceNanos != NONE) {
                waited(waitingSinceNanos, timeNanos);
                waitingSinceNanos = NONE;
            }
        }
    }

    private void waited(long sinceNanos, long untilNanos) {
        if (untilNanos - sinceNanos > longestNanos) {
            longestNanos = untilNanos - sinceNanos;
            longestSinceNanos = sinceNanos;
        }
    }

    @Override
    public Verdict verdict() {
        long nowNanos = kernel.nowNanos();
        if (!complete) {
            return new Verdict.Unknown(
                    expectation, "it was written when the run had got past its beginning; restart to measure it");
        }
        if (waitingSinceNanos != NONE && nowNanos - waitingSinceNanos > limitNanos) {
            return new Verdict.Missed(
                    expectation,
                    Double.POSITIVE_INFINITY,
                    "in the " + MeasuredText.time((double) (nowNanos - waitingSinceNanos)) + " after the crash at "
                            + at(waitingSinceNanos));
        }
        if (longestNanos > limitNanos) {
            return new Verdict.Missed(
                    expectation, (double) longestNanos, "after the crash at " + at(longestSinceNanos));
        }
        if (waitingSinceNanos != NONE) {
            return new Verdict.Unknown(expectation, "the run has not got to " + at(waitingSinceNanos + limitNanos));
        }
        if (longestNanos != NONE) {
            return new Verdict.Met(expectation, (double) longestNanos, "after the crash at " + at(longestSinceNanos));
        }
        return new Verdict.Unknown(
                expectation,
                !crashed
                        ? expectation.crashed() + " did not crash" + (warmUpNanos == 0 ? "" : " after the warm-up")
                        : expectation.node() + " was active already when " + expectation.crashed() + " crashed");
    }

    private static String at(long timeNanos) {
        return Units.format(Duration.ofNanos(timeNanos));
    }
}
