package roundhouse.workbench.why;

import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import roundhouse.simulation.Tracer;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.Job;

/**
 * Looks back at a run, in the background, while the run itself plays on.
 *
 * @param tracer makes the tracer, off the screen's thread
 * @param span simulated time there is to look through, nanoseconds
 * @param read takes from the tracer what is wanted when it is done, off the screen's thread
 * @param progress is told on the screen's thread how much of the time to look through is done, 0 to 1, when it takes long
 */
public record LookBack<T>(Supplier<Tracer> tracer, long span, Function<Tracer, T> read, DoubleConsumer progress)
        implements BackgroundTask.Work<T> {
    /** Simulated time between two looks at whether it was given up. */
    private static final long SLICE = 50_000_000;
    /** Real time after which it tells how far it is, and between two times it does. */
    private static final long PATIENCE = 300_000_000;

    @Override
    public T run(Job job) {
        Tracer looking = tracer.get();
        while (!looking.advance(SLICE)) {
            job.check();
            if (job.isDue(PATIENCE)) {
                double part = span == 0 ? 1 : Math.min(1, (double) looking.now() / span);
                job.show(() -> progress.accept(part));
            }
        }
        return read.apply(looking);
    }
}
