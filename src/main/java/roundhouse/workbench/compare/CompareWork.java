package roundhouse.workbench.compare;

import java.util.function.Consumer;
import java.util.function.Supplier;
import roundhouse.analysis.PairedRuns;
import roundhouse.analysis.RunComparison;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/** Runs a comparison in the background and shows how it stands a few times a second, until it is done or was enough. */
final class CompareWork implements BackgroundTask.Work<CompareWork.State> {
    /** Real time between two states that are shown. */
    private static final long BETWEEN_NANOS = 150_000_000;

    private final Supplier<PairedRuns> paired;
    private final Consumer<State> listener;
    private volatile boolean enough;

    /**
     * @param progress 0 to 1
     * @param running whether it goes on
     */
    record State(RunComparison comparison, double progress, boolean running) {}

    /**
     * @param paired makes the runs, off the screen's thread
     * @param listener told on its way, on the screen's thread
     */
    CompareWork(Supplier<PairedRuns> paired, Consumer<State> listener) {
        this.paired = paired;
        this.listener = listener;
    }

    @Override
    public State run(Job job) {
        PairedRuns runs = paired.get();
        boolean more = true;
        while (more && !enough) {
            more = runs.advance();
            job.check();
            job.progress(runs.progress());
            if (job.isDue(BETWEEN_NANOS)) {
                State state = new State(runs.result(), runs.progress(), more);
                job.show(() -> listener.accept(state));
            }
        }
        return new State(runs.result(), runs.progress(), false);
    }

    /** Ends where it has got to, and what it has found stays. */
    void enough() {
        enough = true;
    }
}
