package roundhouse.workbench;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

/** A task that was begun or waits for its turn. Once it is given up, nothing of it reaches the screen any more. */
public final class Job {
    private final Executor screen;
    private volatile boolean cancelled;
    /** Whether the screen has shown all it was given. */
    private volatile boolean shown = true;

    private volatile boolean ended;
    private volatile double progress = -1;
    private final String title;
    private Runnable givenUp = () -> {};
    /** When the work began or gave the screen something last, {@link System#nanoTime}. */
    private long sinceNanos;

    Job(Executor screen, String title) {
        this.screen = screen;
        this.title = title;
    }

    /** What it does, for people. */
    public String title() {
        return title;
    }

    /** For the work to say how far it is, 0 to 1; cheap. */
    public void progress(double part) {
        progress = part;
    }

    /** How far it is, 0 to 1; negative while it has not said. */
    public double progress() {
        return progress;
    }

    /** Gives it up: the work ends when it asks next. On the screen's thread. */
    public void cancel() {
        cancelled = true;
    }

    /** A person gives it up where all work is listed: whoever waits for the result is told. On the screen's thread. */
    public void giveUp() {
        if (!cancelled && !ended) {
            cancel();
            givenUp.run();
        }
    }

    void onGivenUp(Runnable told) {
        givenUp = told;
    }

    /** Whether it was given up. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * For the work to call on its way.
     *
     * @throws CancellationException when it was given up; the work lets that pass
     */
    public void check() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /**
     * Whether it is time to show how it stands, asked by the work: the screen has shown the last, and real time has passed.
     *
     * @param nanos since the work began or gave the screen something last
     */
    public boolean isDue(long nanos) {
        return shown && System.nanoTime() - sinceNanos > nanos;
    }

    /** Has something run on the screen's thread, if it is not given up by then. */
    public void show(Runnable news) {
        sinceNanos = System.nanoTime();
        shown = false;
        screen.execute(() -> {
            try {
                if (!cancelled) {
                    news.run();
                }
            } finally {
                // Not before: until then the screen reads what the work would write anew.
                shown = true;
            }
        });
    }

    void begin() {
        sinceNanos = System.nanoTime();
    }

    void end() {
        ended = true;
    }

    /** Whether it is done, failed, or noticed that it was given up. */
    public boolean hasEnded() {
        return ended;
    }
}
