package roundhouse.simulation;

import java.util.List;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.observing.tracing.TraceRecorder;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;

/**
 * Looks back: runs a run again, event by event as it was, and writes down the lives of some of its requests. A run itself keeps none
 * of that, so looking back costs the time it takes to run there, and nothing else ever costs anything.
 */
public final class Tracer implements LookingBack {
    private static final long SLICE_NANOS = 100_000_000;

    private final TraceSelection selection;
    private final long untilNanos;
    private final TraceRecorder recorder;
    private final Replay replay;

    /**
     * @param start what the run began with
     * @param log what was done to it, oldest first
     * @param untilNanos when to stop even if some requests have not ended, simulated nanoseconds
     * @param why whether to have every pick explained
     */
    public Tracer(Topology start, List<Run.Entry> log, TraceSelection selection, long untilNanos, boolean why) {
        this.selection = selection;
        this.untilNanos = Math.min(untilNanos, CommandLog.goodUntilNanos(log));
        recorder = new TraceRecorder(selection, why);
        replay = new Replay(start, log, recorder);
    }

    @Override
    public boolean advance(long nanos) {
        replay.runUntil(Math.min(untilNanos, nowNanos() + nanos));
        return isDone();
    }

    /** Goes on until all that was selected is known. */
    public List<Trace> finish() {
        while (!advance(SLICE_NANOS)) {
            // advance did it
        }
        return traces();
    }

    private boolean isDone() {
        return nowNanos() >= untilNanos
                || (recorder.unfinished() == 0
                        && selection.isFulfilled(replay.run().requests(), nowNanos(), recorder.begun()));
    }

    @Override
    public long nowNanos() {
        return replay.nowNanos();
    }

    /** What is known so far, in the order the requests began. */
    public List<Trace> traces() {
        return recorder.traces();
    }
}
