package roundhouse.workbench;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.ProgramVersion;
import roundhouse.files.FailureReport;

/**
 * What breaks in the window comes here, from whatever thread: it is logged, and the person at the window is told in a sentence. What
 * the program itself did wrong is also written to a report, and the sentence says where that is; a disk that is full needs none.
 * May be used on any thread.
 */
public final class Failures implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());
    /** What breaks with every picture is not told sixty times a second. Nanoseconds. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final FailureReport report;
    private final Executor screen;
    private final Consumer<Notice> told;
    private final LongSupplier clock;
    private @Nullable String last;
    private long lastNanos;

    /**
     * @param state the directory for the report; it may not exist yet
     * @param screen runs what it is given on the screen's thread
     * @param told takes the notice, on the screen's thread
     */
    public Failures(Path state, Executor screen, Consumer<Notice> told) {
        this(state, screen, told, System::nanoTime);
    }

    /** @param clock real time, nanoseconds */
    Failures(Path state, Executor screen, Consumer<Notice> told, LongSupplier clock) {
        report = new FailureReport(state, ProgramVersion.text());
        this.screen = screen;
        this.told = told;
        this.clock = clock;
    }

    /**
     * Takes down what broke, and tells of it.
     *
     * @param what that something was not done, without a full stop: "The run was not written to a.run.json"
     */
    public void tell(String what, Throwable error) {
        String sentence = record(what, error);
        screen.execute(() -> show(sentence));
    }

    /** Shows a sentence of {@link #record}. On the screen's thread. */
    void show(String sentence) {
        told.accept(Notice.problem(sentence));
    }

    /** Takes down what broke, and leaves it to the caller to show the sentence that it gives. */
    public String record(String what, Throwable error) {
        LOG.log(
                FailureReport.isOfTheMachine(error) ? System.Logger.Level.WARNING : System.Logger.Level.ERROR,
                what,
                error);
        return report.told(what, error);
    }

    /** What nobody caught: told, but the same again only after a while, as it may come with every picture. */
    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        if (isNews(error)) {
            tell(text("workbench.something-failed-in-the-window"), error);
        }
    }

    private synchronized boolean isNews(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        String failure = error.getClass().getName() + (trace.length == 0 ? "" : trace[0].toString());
        long nowNanos = clock.getAsLong();
        if (failure.equals(last) && nowNanos - lastNanos < PATIENCE_NANOS) {
            return false;
        }
        last = failure;
        lastNanos = nowNanos;
        return true;
    }
}
