package roundhouse.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
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
        WorkLane lane = new WorkLane(workers.apply(name), screen, failures);
        lanes.add(lane);
        return lane;
    }

    /** Gives up everything and waits until all threads have ended. */
    @Override
    public void close() {
        lanes.forEach(WorkLane::cancel);
        lanes.forEach(WorkLane::close);
    }
}
