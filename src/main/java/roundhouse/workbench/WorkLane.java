package roundhouse.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Tasks of one kind, one after the other on a thread of their own. Used on the screen's thread. */
public final class WorkLane {
    private final String name;
    private final Executor screen;
    private final Failures failures;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(this::thread);
    private final List<Job> jobs = new ArrayList<>();
    private volatile @Nullable Thread thread;
    private boolean closed;

    WorkLane(String name, Executor screen, Failures failures) {
        this.name = name;
        this.screen = screen;
        this.failures = failures;
    }

    private Thread thread(Runnable work) {
        Thread made = new Thread(work, "roundhouse-" + name);
        made.setDaemon(true);
        thread = made;
        return made;
    }

    /** Does the task after those asked for before. Does nothing when the window has closed. */
    public <T> Job add(BackgroundTask<T> task) {
        jobs.removeIf(Job::hasEnded);
        Job job = new Job(screen);
        if (closed) {
            job.cancel();
        } else {
            jobs.add(job);
            worker.execute(() -> run(job, task));
        }
        return job;
    }

    /** Does the task and gives up those asked for before: only the newest is of use. */
    public <T> Job replace(BackgroundTask<T> task) {
        cancel();
        return add(task);
    }

    /** Gives up all that was asked for. */
    public void cancel() {
        jobs.forEach(Job::cancel);
        jobs.clear();
    }

    private <T> void run(Job job, BackgroundTask<T> task) {
        try {
            job.check();
            job.begin();
            T result = task.work().run(job);
            job.show(() -> task.done().accept(result));
        } catch (CancellationException e) {
            if (!job.isCancelled()) {
                fail(job, task, e);
            }
        } catch (Throwable e) {
            fail(job, task, e);
        } finally {
            job.end();
        }
    }

    private void fail(Job job, BackgroundTask<?> task, Throwable error) {
        String sentence = failures.record(task.broken(), error);
        job.show(() -> {
            failures.show(sentence);
            task.failed().accept(Failures.reason(error));
        });
    }

    /** Gives up everything and waits for the end of the thread. */
    void close() {
        closed = true;
        cancel();
        worker.close();
        // The executor has ended a moment before its thread has.
        Threads.awaitEnd(thread);
    }
}
