package roundhouse.workbench.why;

import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import roundhouse.simulation.LookingBack;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/**
 * Replays a run in the background to answer a question about it, while the run itself plays on.
 *
 * @param tracer makes the tracer, off the screen's thread
 * @param spanNanos simulated time there is to look through, nanoseconds
 * @param read takes from the tracer what is wanted when it is done, off the screen's thread
 * @param progress is told on the screen's thread how much of the time to look through is done, 0 to 1, when it takes long
 */
public record LookBack<L extends LookingBack, T>(
        Supplier<L> tracer, long spanNanos, Function<L, T> read, DoubleConsumer progress)
        implements BackgroundTask.Work<T> {
    /** Simulated time that is replayed between two checks for a cancellation. */
    private static final long SLICE_NANOS = 50_000_000;
    /** Real time before progress is reported first, and between two reports. */
    private static final long PATIENCE_NANOS = 300_000_000;

    @Override
    public T run(Job job) {
        L looking = tracer.get();
        while (!looking.advance(SLICE_NANOS)) {
            job.check();
            double part = spanNanos == 0 ? 1 : Math.min(1, (double) looking.nowNanos() / spanNanos);
            job.progress(part);
            if (job.isDue(PATIENCE_NANOS)) {
                job.show(() -> progress.accept(part));
            }
        }
        return read.apply(looking);
    }
}
