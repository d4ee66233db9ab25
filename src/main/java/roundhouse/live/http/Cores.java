package roundhouse.live.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Scalability;

/**
 * The cores of a real server and the bounded queue before them, first come first served. To serve is to keep a core for as long as the
 * file's service time says; the thread sleeps meanwhile, so that a machine of two cores can stand for servers of many.
 */
final class Cores {
    private final Server server;
    private final Semaphore free;
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final DurationSampler service;

    /** @param seed of the service times */
    Cores(Server server, long seed) {
        this.server = server;
        free = new Semaphore(server.cores(), true);
        service = DurationSampler.of(server.service(), new RandomStream(seed));
    }

    Server server() {
        return server;
    }

    /**
     * Waits for a core, and keeps it as long as one service takes.
     *
     * @param slow how many times longer than normal that is
     * @param begins told when the core is there
     * @return whether it was served; false when nothing more may wait
     */
    boolean serve(double slow, Runnable begins) throws InterruptedException {
        long room = Math.min((long) server.cores() + server.queue(), server.connections());
        if (here.incrementAndGet() > room) {
            here.decrementAndGet();
            return false;
        }
        try {
            free.acquire();
            try {
                begins.run();
                sleep(nextNanos(busy.incrementAndGet(), slow));
            } finally {
                busy.decrementAndGet();
                free.release();
            }
        } finally {
            here.decrementAndGet();
        }
        return true;
    }

    private synchronized long nextNanos(int busyNow, double slow) {
        Scalability law = server.scalability();
        double factor = law == null ? 1 : law.factor(busyNow);
        return (long) (service.nextNanos() * factor / server.speed() * slow);
    }

    private static void sleep(long nanos) throws InterruptedException {
        long untilNanos = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = untilNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
