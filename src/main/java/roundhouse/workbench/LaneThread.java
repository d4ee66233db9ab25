package roundhouse.workbench;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One thread that does one thing after the other. It begins with the first, and {@link #close} waits for its end. */
final class LaneThread extends ThreadPoolExecutor {
    private volatile @Nullable Thread thread;

    /** @param lane what is done here, for the thread's name */
    LaneThread(String lane) {
        super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        setThreadFactory(work -> {
            Thread made = new Thread(work, "roundhouse-" + lane);
            made.setDaemon(true);
            thread = made;
            return made;
        });
    }

    @Override
    public void close() {
        super.close();
        // The executor has ended a moment before its thread has.
        Threads.awaitEnd(thread);
    }
}
