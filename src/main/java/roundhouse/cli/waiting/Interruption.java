package roundhouse.cli.waiting;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives a command that is interrupted (Ctrl-C, or a request to end) the time to say what it has so far. The program then ends as
 * programs do that were interrupted, with 128 and the number of the signal: 130 after Ctrl-C.
 */
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitUntilSaid, "interruption");
    private volatile boolean interrupted;

    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitUntilSaid() {
        interrupted = true;
        try {
            said.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isInterrupted() {
        return interrupted;
    }

    /** All was said: the program may end. */
    @Override
    public void close() {
        said.countDown();
        if (!interrupted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // It is ending just now, and need not wait.
                interrupted = true;
            }
        }
    }
}
