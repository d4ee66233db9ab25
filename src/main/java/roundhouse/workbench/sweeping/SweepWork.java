package roundhouse.workbench.sweeping;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import roundhouse.analysis.sweeping.Sweep;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.SweepRow;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/** Makes the runs of a sweep in the background, on all cores but one, and shows the rows so far now and then. */
final class SweepWork implements BackgroundTask.Work<List<SweepRow>> {
    /** Real time between two states that are shown. */
    private static final long BETWEEN_NANOS = 150_000_000;

    private final SweepPlan plan;
    private final Consumer<List<SweepRow>> listener;

    /** @param listener told on its way, on the screen's thread */
    SweepWork(SweepPlan plan, Consumer<List<SweepRow>> listener) {
        this.plan = plan;
        this.listener = listener;
    }

    @Override
    public List<SweepRow> run(Job job) {
        Sweep sweep = new Sweep(plan);
        AtomicLong made = new AtomicLong();
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        boolean finished = sweep.run(workers, job::isCancelled, _ -> {
            job.progress((double) made.incrementAndGet() / plan.runs());
            if (job.isDue(BETWEEN_NANOS)) {
                List<SweepRow> soFar = sweep.rows();
                job.show(() -> listener.accept(soFar));
            }
        });
        if (!finished) {
            throw new CancellationException();
        }
        return sweep.rows();
    }
}
