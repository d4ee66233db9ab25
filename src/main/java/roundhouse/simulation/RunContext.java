package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import roundhouse.kernel.Kernel;
import roundhouse.kernel.Streams;

/** What the components of one run share. */
final class RunContext {
    final Kernel kernel = new Kernel();
    final AttemptPool calls = new AttemptPool();
    final ClientTotals totals = new ClientTotals();
    /** When a standby took over an address, in order. */
    final List<Report.Takeover> takeovers = new ArrayList<>();

    /** When a balancer of a pair crashed, in order. */
    final List<TakeoverWatch.Crash> crashes = new ArrayList<>();

    final Transcript transcript = new Transcript(kernel);
    final RegionIndex regions = new RegionIndex();
    final Streams streams;
    /** Is told what becomes of calls. */
    final RunObserver probe;

    /** Hears of every request that ended. */
    RequestListener requests = RequestListener.NOBODY;

    RunContext(long seed, RunObserver probe) {
        streams = new Streams(seed);
        this.probe = probe;
    }

    /**
     * Nobody will ever answer the call: a link lost it, or a node that is gone held it. Nothing tells whoever waits; they find out by
     * a timeout of their own, and then {@link #unwind} it.
     */
    void lose(Attempt call) {
        kernel.fold(call.number);
        call.hop = null;
        call.lost = true;
        probe.lost(call);
        call.origin().lost(call);
    }

    /** Takes a lost call back to a node on its way; those beyond it put their books in order. */
    void unwind(Attempt call, NodeComponent node) {
        NodeComponent top = call.top().node();
        while (top.number() != node.number()) {
            top.dropped(call);
            probe.dropped(call);
            call.pop();
            top = call.top().node();
        }
    }
}
