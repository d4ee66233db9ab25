package roundhouse.workbench;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import roundhouse.files.FailureReport;

/** Tasks of one kind, one after the other on a thread of their own. Used on the screen's thread. */
public final class WorkLane {
    /** The reason that whoever waits for a result is given when a person cancelled the work. */
    private static final String CANCELLED = text("workbench.it-was-cancelled");

    private final Executor screen;
    private final Failures failures;
    private final ExecutorService worker;
    private final List<Job> jobs = new ArrayList<>();
    private final String title;
    private final Consumer<Job> begun;
    private boolean closed;

    /**
     * @param worker does one thing after the other; closed with the lane
     * @param title what its jobs do, for people; empty where nobody wants to see them
     * @param begun is told of each job
     */
    WorkLane(ExecutorService worker, Executor screen, Failures failures, String title, Consumer<Job> begun) {
        this.title = title;
        this.begun = begun;
        this.worker = worker;
        this.screen = screen;
        this.failures = failures;
    }

    /** Does the task after those asked for before. Does nothing when the window has closed. */
    public <T> Job add(BackgroundTask<T> task) {
        jobs.removeIf(Job::hasEnded);
        Job job = new Job(screen, title);
        if (closed) {
            job.cancel();
        } else {
            jobs.add(job);
            job.onGivenUp(() -> task.failed().accept(CANCELLED));
            begun.accept(job);
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
            task.failed().accept(FailureReport.reason(error));
        });
    }

    /** Gives up everything and waits for the end of the thread. */
    void close() {
        closed = true;
        cancel();
        worker.close();
    }
}
