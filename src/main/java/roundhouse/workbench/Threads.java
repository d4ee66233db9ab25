package roundhouse.workbench;

import org.jspecify.annotations.Nullable;

/** What threads of the window have in common. */
public final class Threads {
    private Threads() {}

    /** Waits until that thread has ended, if there is one. Being interrupted meanwhile is kept for the caller. */
    public static void awaitEnd(@Nullable Thread thread) {
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
