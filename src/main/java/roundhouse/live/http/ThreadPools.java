package roundhouse.live.http;

import java.util.concurrent.Executors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads of live traffic: a few that wait for the network, and a virtual one for each request that is being served. */
final class ThreadPools {
    private ThreadPools() {}

    /** @param most platform threads */
    static QueuedThreadPool of(String name, int most) {
        QueuedThreadPool pool = new QueuedThreadPool(most);
        pool.setName(name);
        pool.setDaemon(true);
        pool.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + " request ", 0).factory()));
        return pool;
    }
}
