package roundhouse.workbench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Does what it was given when the test says so, on the test's thread, and nothing before. */
public final class HeldWork extends AbstractExecutorService {
    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private volatile boolean shut;

    @Override
    public void execute(Runnable work) {
        held.add(work);
    }

    public int size() {
        return held.size();
    }

    /** Does all that is held. */
    public void runAll() {
        Runnable work;
        while ((work = held.poll()) != null) {
            work.run();
        }
    }

    @Override
    public void shutdown() {
        shut = true;
        held.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return shut;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
