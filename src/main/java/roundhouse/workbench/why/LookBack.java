package roundhouse.workbench.why;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Tracer;
import roundhouse.workbench.Threads;

/**
 * Replays runs on a thread of its own to answer questions about them, one after the other, while the run itself plays on. Answers
 * are given on the screen's thread, and none after it was cancelled.
 */
public final class LookBack implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LookBack.class.getName());
    /** Simulated time that is replayed between two checks for a cancellation. */
    private static final long SLICE_NANOS = 50_000_000;
    /** Real time before progress is reported first, and between two reports. */
    private static final long PATIENCE_NANOS = 300_000_000;

    private final Executor screen;
    private final ExecutorService looks = Executors.newSingleThreadExecutor(this::thread);
    private @Nullable Thread thread;
    private volatile boolean closing;

    /** @param screen runs what it is given on the screen's thread */
    public LookBack(Executor screen) {
        this.screen = screen;
    }

    private Thread thread(Runnable work) {
        Thread made = new Thread(work, "roundhouse-look-back");
        made.setDaemon(true);
        thread = made;
        return made;
    }

    /** A replay that is under way. */
    public static final class Look {
        private volatile boolean cancelled;

        public void cancel() {
            cancelled = true;
        }
    }

    /**
     * Who wants to know.
     *
     * @param progress is told how much of the time to look through is done, 0 to 1, when it takes long
     * @param found is told what was found
     * @param failed is told in a few words what broke
     */
    public record Asker<T>(DoubleConsumer progress, Consumer<T> found, Consumer<String> failed) {}

    /**
     * Begins a replay.
     *
     * @param tracer makes the tracer, on the thread of the look
     * @param spanNanos simulated time there is to look through, nanoseconds
     * @param read takes from the tracer what is wanted when it is done, on the thread of the look
     */
    public <T> Look look(Supplier<Tracer> tracer, long spanNanos, Function<Tracer, T> read, Asker<T> asker) {
        Look look = new Look();
        looks.execute(() -> {
            try {
                run(look, tracer.get(), spanNanos, read, asker);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A replay for a question failed", e);
                String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                tell(look, () -> asker.failed().accept(what));
            }
        });
        return look;
    }

    private <T> void run(Look look, Tracer tracer, long spanNanos, Function<Tracer, T> read, Asker<T> asker) {
        long told = System.nanoTime();
        while (!look.cancelled && !closing) {
            if (tracer.advance(SLICE_NANOS)) {
                T found = read.apply(tracer);
                tell(look, () -> asker.found().accept(found));
                return;
            }
            if (System.nanoTime() - told > PATIENCE_NANOS) {
                told = System.nanoTime();
                double part = spanNanos == 0 ? 1 : Math.min(1, (double) tracer.now() / spanNanos);
                tell(look, () -> asker.progress().accept(part));
            }
        }
    }

    private void tell(Look look, Runnable news) {
        screen.execute(() -> {
            if (!look.cancelled && !closing) {
                news.run();
            }
        });
    }

    /** Cancels every replay and waits for the end of the thread. */
    @Override
    public void close() {
        closing = true;
        looks.close();
        // The executor has ended a moment before its thread has.
        Threads.awaitEnd(thread);
    }
}
