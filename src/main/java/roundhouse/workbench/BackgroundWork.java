package roundhouse.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All that a window does off the screen's thread, but for the run that is played. What comes of it and what breaks reach the person
 * in one way: results on the screen's thread, failures through {@link Failures}, and nothing any more of what was given up.
 */
public final class BackgroundWork implements AutoCloseable {
    private final Executor screen;
    private final Failures failures;
    private final Function<String, ExecutorService> workers;
    private final List<WorkLane> lanes = new ArrayList<>();
    private Consumer<Job> watcher = _ -> {};

    /**
     * Each lane has a thread.
     *
     * @param screen runs what it is given on the screen's thread, in the order it was given
     */
    public BackgroundWork(Executor screen, Failures failures) {
        this(screen, failures, LaneThread::new);
    }

    /** @param workers makes what does the work of a lane, given its name */
    public BackgroundWork(Executor screen, Failures failures, Function<String, ExecutorService> workers) {
        this.screen = screen;
        this.failures = failures;
        this.workers = workers;
    }

    /** @param name what is done there, for the name of its thread: "save-run" */
    public WorkLane lane(String name) {
        return add(new WorkLane(workers.apply(name), screen, failures, "", _ -> {}));
    }

    /**
     * A lane of work that can take so long that people want to see how far it is.
     *
     * @param title what is done there, for people: "Comparing"
     */
    public WorkLane lane(String name, String title) {
        return add(new WorkLane(workers.apply(name), screen, failures, title, job -> watcher.accept(job)));
    }

    private WorkLane add(WorkLane lane) {
        lanes.add(lane);
        return lane;
    }

    /** Who is told of each job of a lane with a title when it is asked for, on the screen's thread. */
    public void onLong(Consumer<Job> listener) {
        watcher = listener;
    }

    /** Gives up everything and waits until all threads have ended. */
    @Override
    public void close() {
        lanes.forEach(WorkLane::cancel);
        lanes.forEach(WorkLane::close);
    }
}
