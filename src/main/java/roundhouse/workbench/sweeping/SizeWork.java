package roundhouse.workbench.sweeping;

import java.util.function.Consumer;
import roundhouse.analysis.sizing.Size;
import roundhouse.analysis.sizing.SizeSearch;
import roundhouse.analysis.sizing.Trials;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/** Looks for the cheapest design in the background, on all cores but one, and shows what was tried so far now and then. */
final class SizeWork implements BackgroundTask.Work<Size> {
    /** Most runs of one design, as the command has it. */
    static final int MOST_SEEDS = 5;

    /** Real time between two states that are shown. */
    private static final long BETWEEN_NANOS = 150_000_000;

    private final SizeOrder order;
    private final Consumer<Size> listener;

    /** @param listener told on its way, on the screen's thread */
    SizeWork(SizeOrder order, Consumer<Size> listener) {
        this.order = order;
        this.listener = listener;
    }

    @Override
    public Size run(Job job) {
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        try (Trials trials = new Trials(order.goals(), order.plan().length(), MOST_SEEDS, atOnce, job::isCancelled)) {
            SizeSearch search = new SizeSearch(order.plan(), trials);
            double most = search.most();
            return search.find(() -> {
                Size soFar = search.soFar();
                job.progress(soFar.tried().size() / most);
                if (job.isDue(BETWEEN_NANOS)) {
                    job.show(() -> listener.accept(soFar));
                }
            });
        }
    }
}
