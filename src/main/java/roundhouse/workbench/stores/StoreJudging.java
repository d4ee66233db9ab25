package roundhouse.workbench.stores;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.storage.checking.Check;
import roundhouse.storage.history.OperationHistory;
import roundhouse.topology.Topology;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;
import roundhouse.workbench.history.CheckWork;
import roundhouse.workbench.history.CheckedHistory;

/**
 * Plays a run again up to a moment, off the screen's thread, and holds what a store was asked and answered until then against a promise.
 *
 * @param untilNanos simulated time
 */
record StoreJudging(Topology start, List<Run.Entry> log, long untilNanos, String store, Check check)
        implements BackgroundTask.Work<CheckedHistory> {
    private static final int PIECES = 100;
    /** The part of the work that playing again is held to be. */
    private static final double PLAYING = 0.5;

    private static final long BUDGET = 5_000_000;

    @Override
    public CheckedHistory run(Job job) {
        Replay replay = new Replay(start, log);
        for (int i = 1; i <= PIECES; i++) {
            replay.runUntil(untilNanos / PIECES * i);
            job.check();
            job.progress((double) i / PIECES * PLAYING);
        }
        replay.runUntil(untilNanos);
        OperationHistory history = replay.run().histories().get(store);
        if (history == null) {
            throw new IllegalStateException(text("stores.asked-nothing", store));
        }
        return new CheckWork(history, check, BUDGET).run(job, PLAYING);
    }
}
