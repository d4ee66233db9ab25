package roundhouse.simulation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.settings.Units;

/**
 * An expectation about takeovers. Every crash counts that comes after the warm-up while the other balancer is not active already,
 * up to the next time that the other one takes over; the longest such time decides.
 */
final class TakeoverWatch implements ExpectationWatch {
    private final RunContext engine;
    private final Expectation.Takeover expectation;
    private final long warmUp;
    private final long limit;

    TakeoverWatch(RunContext engine, Expectation.Takeover expectation, long warmUp) {
        this.engine = engine;
        this.expectation = expectation;
        this.warmUp = warmUp;
        limit = DurationSampler.nanos(expectation.within());
    }

    /**
     * A load balancer of a pair crashed.
     *
     * @param covered whether the other one was active already, so that nothing had to be taken over
     */
    record Crash(long time, String node, boolean covered) {}

    @Override
    public Verdict verdict() {
        long now = engine.kernel.now();
        List<Crash> crashes = engine.crashes.stream()
                .filter(crash -> crash.node().equals(expectation.crashed()) && crash.time() >= warmUp)
                .toList();
        Crash slowest = null;
        Crash waiting = null;
        long longest = -1;
        int next = 0;
        for (Crash crash : crashes) {
            if (crash.covered()) {
                continue;
            }
            next = takeover(next, crash.time());
            if (next < engine.takeovers.size()) {
                long gap = engine.takeovers.get(next).time() - crash.time();
                if (gap > longest) {
                    longest = gap;
                    slowest = crash;
                }
            } else if (now - crash.time() > limit) {
                return new Verdict.Missed(
                        expectation,
                        Double.POSITIVE_INFINITY,
                        "in the " + MeasuredText.time((double) (now - crash.time())) + " after the crash at "
                                + at(crash.time()));
            } else if (waiting == null) {
                waiting = crash;
            }
        }
        return judge(crashes, slowest, longest, waiting);
    }

    private Verdict judge(List<Crash> crashes, @Nullable Crash slowest, long longest, @Nullable Crash waiting) {
        if (slowest != null && longest > limit) {
            return new Verdict.Missed(expectation, (double) longest, "after the crash at " + at(slowest.time()));
        }
        if (waiting != null) {
            return new Verdict.Unknown(expectation, "the run has not got to " + at(waiting.time() + limit));
        }
        if (slowest != null) {
            return new Verdict.Met(expectation, (double) longest, "after the crash at " + at(slowest.time()));
        }
        return new Verdict.Unknown(
                expectation,
                crashes.isEmpty()
                        ? expectation.crashed() + " did not crash" + (warmUp == 0 ? "" : " after the warm-up")
                        : expectation.node() + " was active already when " + expectation.crashed() + " crashed");
    }

    /** The first takeover by the one that should, from that one on and not before that time; the number of takeovers if there is none. */
    private int takeover(int from, long time) {
        int next = from;
        while (next < engine.takeovers.size()
                && (engine.takeovers.get(next).time() < time
                        || !engine.takeovers.get(next).node().equals(expectation.node()))) {
            next++;
        }
        return next;
    }

    private static String at(long time) {
        return Units.format(Duration.ofNanos(time));
    }
}
