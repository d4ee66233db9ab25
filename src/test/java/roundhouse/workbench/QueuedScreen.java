package roundhouse.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The screen's thread as a queue that a test runs by hand, so that what is late is late for sure; and work whose results come there. */
public final class QueuedScreen implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final List<Notice> notices = new ArrayList<>();
    private final BackgroundWork background;

    /** @param state the directory for reports of failures */
    public QueuedScreen(Path state) {
        background = new BackgroundWork(queue::add, new Failures(state, queue::add, notices::add));
    }

    public WorkLane lane(String name) {
        return background.lane(name);
    }

    /** What is to be done next; waits for it. */
    public Runnable take() throws InterruptedException {
        return Objects.requireNonNull(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing came");
    }

    public boolean isEmpty() {
        return queue.isEmpty();
    }

    /** What the person at the window was told of failures. */
    public List<Notice> notices() {
        return notices;
    }

    /** Gives up all work. */
    @Override
    public void close() {
        background.close();
    }
}
