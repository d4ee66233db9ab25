package roundhouse.workbench.compare;

import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.PairedRuns;
import roundhouse.analysis.RunComparison;
import roundhouse.workbench.Threads;

/** Runs a comparison on a thread of its own and shows how it stands a few times a second, until it is done or given up. */
final class CompareWork implements AutoCloseable {
    private static final long BETWEEN = 150_000_000;

    private final PairedRuns runs;
    private final Consumer<State> listener;
    private final Thread thread = new Thread(this::run, "roundhouse-compare");
    private volatile boolean closing;
    private volatile boolean shown = true;

    /**
     * @param progress 0 to 1
     * @param running whether it goes on
     * @param failure what broke, for people; null while all is well
     */
    record State(
            @Nullable RunComparison comparison,
            double progress,
            boolean running,
            @Nullable String failure) {}

    /** @param listener told on the JavaFX thread */
    CompareWork(PairedRuns runs, Consumer<State> listener) {
        this.runs = runs;
        this.listener = listener;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            long told = System.nanoTime();
            boolean more = true;
            while (more && !closing) {
                more = runs.advance();
                if (shown && System.nanoTime() - told > BETWEEN) {
                    told = System.nanoTime();
                    tell(new State(runs.result(), runs.progress(), more, null));
                }
            }
            tell(new State(runs.result(), runs.progress(), false, null));
        } catch (RuntimeException e) {
            System.getLogger(CompareWork.class.getName()).log(System.Logger.Level.ERROR, "The comparison broke", e);
            String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            tell(new State(null, 1, false, "The comparison broke (" + what + ")."));
        }
    }

    private void tell(State state) {
        shown = false;
        Platform.runLater(() -> {
            shown = true;
            listener.accept(state);
        });
    }

    /** Stops where it has got to. */
    void cancel() {
        closing = true;
    }

    /** Stops, and waits for the thread's end. */
    @Override
    public void close() {
        closing = true;
        Threads.awaitEnd(thread);
    }
}
