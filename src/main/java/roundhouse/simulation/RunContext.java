package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import roundhouse.kernel.Kernel;
import roundhouse.kernel.Streams;

/** What the components of one run share. */
final class RunContext {
    final Kernel kernel = new Kernel();
    final AttemptPool attempts = new AttemptPool();
    final ClientTotals totals = new ClientTotals();
    /** When a standby took over an address, in order. */
    final List<Report.Takeover> takeovers = new ArrayList<>();

    /** When a balancer of a pair crashed, in order. */
    final List<TakeoverWatch.Crash> crashes = new ArrayList<>();

    final Transcript transcript = new Transcript(kernel);
    final RegionIndex regions = new RegionIndex();
    final Streams streams;
    /** Is told what becomes of attempts. */
    final RunObserver observer;

    /** Hears of every request that ended. */
    RequestListener requests = RequestListener.NOBODY;

    RunContext(long seed, RunObserver observer) {
        streams = new Streams(seed);
        this.observer = observer;
    }

    /**
     * Nobody will ever answer the attempt: a link lost it, or a node that is gone held it. Nothing tells whoever waits; they find out by
     * a timeout of their own, and then {@link #unwind} it.
     */
    void lose(Attempt attempt) {
        kernel.fold(attempt.number);
        attempt.link = null;
        attempt.lost = true;
        observer.lost(attempt);
        attempt.origin().lost(attempt);
    }

    /** Takes a lost attempt back to a node on its way; those beyond it put their books in order. */
    void unwind(Attempt attempt, NodeComponent node) {
        NodeComponent top = attempt.top().node();
        while (top.number() != node.number()) {
            top.dropped(attempt);
            observer.dropped(attempt);
            attempt.pop();
            top = attempt.top().node();
        }
    }
}
