package roundhouse.simulation.observing.expecting;

import java.time.Duration;
import roundhouse.kernel.Kernel;
import roundhouse.simulation.balancing.TakeoverLog;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.transcript.MeasuredText;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.settings.Units;

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
    private final long warmUpNanos;
    private final long limitNanos;
    /** Whether it was told of all crashes there were. */
    private final boolean complete;
    /** Whether there was any crash that counts. */
    private boolean crashed;
    /** When the first crash was that waits for a takeover. */
    private long waitingSince = NONE;
    /** The longest time that one waited, and when that crash was. */
    private long longestNanos = NONE;

    private long longestSince;
    /** When the other one took over last. */
    private long latestTakeover = NONE;

    TakeoverWatch(Kernel kernel, TakeoverLog log, Expectation.Takeover expectation, long warmUpNanos) {
        this.kernel = kernel;
        this.expectation = expectation;
        this.warmUpNanos = warmUpNanos;
        limitNanos = DurationSampler.nanos(expectation.within());
        complete = log.listen(this);
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
        if (latestTakeover == timeNanos) {
            waited(timeNanos, timeNanos);
        } else if (waitingSince == NONE) {
            waitingSince = timeNanos;
        }
    }

    @Override
    public void tookOver(String node, long timeNanos) {
        if (node.equals(expectation.node())) {
            latestTakeover = timeNanos;
            if (waitingSince != NONE) {
                waited(waitingSince, timeNanos);
                waitingSince = NONE;
            }
        }
    }

    private void waited(long since, long until) {
        if (until - since > longestNanos) {
            longestNanos = until - since;
            longestSince = since;
        }
    }

    @Override
    public Verdict verdict() {
        long now = kernel.now();
        if (!complete) {
            return new Verdict.Unknown(
                    expectation, "it was written when the run had got past its beginning; restart to measure it");
        }
        if (waitingSince != NONE && now - waitingSince > limitNanos) {
            return new Verdict.Missed(
                    expectation,
                    Double.POSITIVE_INFINITY,
                    "in the " + MeasuredText.time((double) (now - waitingSince)) + " after the crash at "
                            + at(waitingSince));
        }
        if (longestNanos > limitNanos) {
            return new Verdict.Missed(expectation, (double) longestNanos, "after the crash at " + at(longestSince));
        }
        if (waitingSince != NONE) {
            return new Verdict.Unknown(expectation, "the run has not got to " + at(waitingSince + limitNanos));
        }
        if (longestNanos != NONE) {
            return new Verdict.Met(expectation, (double) longestNanos, "after the crash at " + at(longestSince));
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
