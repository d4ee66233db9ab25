package roundhouse.workbench.tradeoffs;

import java.util.List;
import java.util.function.Consumer;
import roundhouse.analysis.stores.PacelcRow;
import roundhouse.analysis.stores.PacelcRuns;
import roundhouse.analysis.stores.PbsPoint;
import roundhouse.analysis.stores.StoreVariant;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/** Tries settings of a store, one after the other, in the background, and shows how they stand a few times a second. */
final class PacelcWork implements BackgroundTask.Work<PacelcWork.State> {
    /** Real time between two states that are shown. */
    private static final long BETWEEN_NANOS = 150_000_000;

    private final List<StoreVariant> variants;
    private final String store;
    private final Consumer<State> listener;

    /**
     * @param rows in the order in which they are run
     * @param expected what theory expects, once one has been run
     */
    record State(List<PacelcRow> rows, List<PbsPoint> expected) {
        static final State NONE = new State(List.of(), List.of());
    }

    /** @param listener told on its way, on the screen's thread */
    PacelcWork(List<StoreVariant> variants, String store, Consumer<State> listener) {
        this.variants = variants;
        this.store = store;
        this.listener = listener;
    }

    @Override
    public State run(Job job) {
        PacelcRuns runs = new PacelcRuns(variants, store, job::isCancelled);
        boolean more = true;
        while (more) {
            more = runs.advance();
            job.check();
            job.progress(runs.progress());
            if (job.isDue(BETWEEN_NANOS)) {
                State state = new State(runs.rows(), runs.expected());
                job.show(() -> listener.accept(state));
            }
        }
        return new State(runs.rows(), runs.expected());
    }
}
