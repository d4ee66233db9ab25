package roundhouse.live.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.nodes.Discipline;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Scalability;

/**
 * The cores of a real server and the bounded queue before them. To serve is to keep a core for as long as the file's service time says,
 * first come first served, or to share the cores with all others that are there until it has had so much; the thread sleeps meanwhile,
 * so that a machine of two cores can stand for servers of many.
 */
final class Cores {
    private final Server server;
    /** Null where each core works on one request until that is done. */
    private final @Nullable SharedCores shared;

    /** How many may be worked on at once: as many as there are workers, and one a core where they do not share the cores. */
    private final int places;

    private final Semaphore free;
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final DurationSampler service;

    /** @param seed of the service times */
    Cores(Server server, long seed) {
        this.server = server;
        boolean shares = server.discipline() == Discipline.PROCESSOR_SHARING;
        shared = shares ? new SharedCores(server.cores()) : null;
        places = shares ? server.workers() : Math.min(server.cores(), server.workers());
        free = new Semaphore(places, true);
        service = DurationSampler.of(server.service(), new RandomStream(seed));
    }

    Server server() {
        return server;
    }

    /**
     * Waits for a core, or a part of one, and keeps it as long as one service takes.
     *
     * @param slow how many times longer than normal that is
     * @param begins told when the core is there
     * @return whether it was served; false when nothing more may wait
     */
    boolean serve(double slow, Runnable begins) throws InterruptedException {
        long room = Math.min((long) places + server.queue(), server.connections());
        if (here.incrementAndGet() > room) {
            here.decrementAndGet();
            return false;
        }
        try {
            free.acquire();
            try {
                begins.run();
                work(nextNanos(Math.min(busy.incrementAndGet(), server.cores()), slow));
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

    private void work(long nanos) throws InterruptedException {
        if (shared == null) {
            sleep(nanos);
        } else {
            shared.work(nanos);
        }
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
