package roundhouse.simulation.observing.expecting;

import java.time.Duration;
import roundhouse.kernel.Kernel;
import roundhouse.simulation.components.replication.ConvergenceTimes;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.transcript.MeasuredText;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Units;

/** An expectation that a store's members have the same soon after every partition; the longest time decides. */
final class ConvergenceWatch implements ExpectationWatch {
    private final Kernel kernel;
    private final Network network;
    private final Expectation.Convergence expectation;
    private final long limitNanos;

    ConvergenceWatch(Kernel kernel, Network network, Expectation.Convergence expectation) {
        this.kernel = kernel;
        this.network = network;
        this.expectation = expectation;
        limitNanos = DurationSampler.nanos(expectation.within());
    }

    @Override
    public void countFrom(long nanos) {
        // A partition in the warm-up counts, too.
    }

    @Override
    public Verdict verdict() {
        ConvergenceTimes convergence = network.stores().figures(expectation.store()).convergence;
        long sinceNanos = convergence.pendingSinceNanos();
        long waitedNanos = sinceNanos == ConvergenceTimes.NONE ? 0 : kernel.nowNanos() - sinceNanos;
        if (waitedNanos > limitNanos && waitedNanos > convergence.longestNanos()) {
            return new Verdict.Missed(
                    expectation,
                    Double.POSITIVE_INFINITY,
                    "in the " + MeasuredText.time((double) waitedNanos) + " after the partition ended at "
                            + at(sinceNanos));
        }
        if (convergence.longestNanos() == ConvergenceTimes.NONE) {
            return new Verdict.Unknown(
                    expectation,
                    sinceNanos == ConvergenceTimes.NONE
                            ? "no partition has ended"
                            : "the run has not got to " + at(sinceNanos + limitNanos));
        }
        double longest = (double) convergence.longestNanos();
        String when = "after the partition ended at " + at(convergence.longestSinceNanos());
        return convergence.longestNanos() <= limitNanos
                ? new Verdict.Met(expectation, longest, when)
                : new Verdict.Missed(expectation, longest, when);
    }

    private static String at(long timeNanos) {
        return Units.format(Duration.ofNanos(timeNanos));
    }
}
