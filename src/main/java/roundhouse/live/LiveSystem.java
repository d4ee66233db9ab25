package roundhouse.live;

import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.live.http.Backends;
import roundhouse.live.http.Entrances;
import roundhouse.live.http.Exchange;
import roundhouse.live.http.ServerAnswer;
import roundhouse.live.http.ServerClient;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.CacheLedger;
import roundhouse.simulation.observing.RecentRequestsObserver;
import roundhouse.simulation.outside.OutsideJob;
import roundhouse.simulation.outside.OutsideRequest;
import roundhouse.topology.Command;
import roundhouse.topology.Expansion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.checking.CheckAnswer;

/**
 * A topology in real time, with real requests and real servers. One lock guards the run, which is single-threaded: whoever has something to
 * tell it takes the lock, moves its time to now, tells it, and does what it asked for after letting the lock go. A thread of its own wakes
 * the run for what comes by itself, such as timeouts, checks and the scenario.
 */
public final class LiveSystem implements AutoCloseable, Entrances.Listener, Backends.Listener, ServerClient.Listener {
    private static final long LONGEST_REST_NANOS = 50_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Topology topology;
    private final PickLog log = new PickLog();
    private final Wishes wishes;
    private final Run run;
    private final Entrances entrances;
    private final Thread timer = new Thread(this::keepTime, "roundhouse-live");
    private final Consumer<Throwable> broken;
    private final long startedNanos;
    private volatile long wakesAtNanos = Long.MAX_VALUE;
    private volatile boolean over;

    private LiveSystem(Topology topology, LiveSettings settings, Consumer<Throwable> broken) throws Exception {
        this.topology = topology;
        this.broken = broken;
        List<String> clients = Expansion.of(topology).nodes().stream()
                .filter(Clients.class::isInstance)
                .map(Node::id)
                .toList();
        entrances = new Entrances(topology, clients, settings.address(), settings.port(), this);
        wishes = new Wishes(topology.seed(), this, this, log);
        run = Run.driven(topology, wishes, new RecentRequestsObserver() {
            @Override
            public CacheLedger ledger() {
                return wishes.bodies();
            }
        });
        wishes.time(run::nowNanos);
        wishes.awaitServers();
        startedNanos = System.nanoTime();
    }

    /**
     * Starts the servers of a topology and opens its entrances: the only thing in this program that opens a port.
     *
     * @param broken told what the run threw, which is its end
     * @throws Exception when a port is taken, or for other reasons of the machine
     */
    public static LiveSystem start(Topology topology, LiveSettings settings, Consumer<Throwable> broken)
            throws Exception {
        LiveSystem system = new LiveSystem(topology, settings, broken);
        try {
            system.timer.setDaemon(true);
            system.timer.start();
            system.entrances.open();
        } catch (Exception e) {
            system.close();
            throw e;
        }
        return system;
    }

    /** The port at which the requests of each clients node come in. */
    public SequencedMap<String, Integer> ports() {
        return entrances.ports();
    }

    /** The port of loopback that a server listens at while it is up; 0 where there is none. */
    public int serverPort(String server) {
        return wishes.port(server);
    }

    /** Breaks or mends something now, as people do while a simulation runs. */
    public void apply(Command command) {
        act(nowNanos -> new Input.Did(nowNanos, command));
    }

    /** Shows the run, at its present time, to somebody who leaves it as it is. */
    public void look(Consumer<Run> look) {
        act(_ -> {
            look.accept(run);
            return null;
        });
    }

    @Override
    public void came(String clients, OutsideRequest request, Exchange exchange) {
        act(nowNanos -> {
            wishes.came(run.requests() + 1, clients, request, exchange);
            return new Input.Came(nowNanos, clients, request);
        });
    }

    @Override
    public void gone(Exchange exchange) {
        act(nowNanos -> {
            Wishes.Waiting left = wishes.left(exchange);
            return left == null ? null : new Input.HungUp(nowNanos, left.clients(), left.number());
        });
    }

    @Override
    public void disconnected(String clients, long connection) {
        act(nowNanos -> new Input.Disconnected(nowNanos, clients, connection));
    }

    @Override
    public void began(String server, int slot, long attempt) {
        act(nowNanos -> new Input.Began(nowNanos, server, slot, attempt));
    }

    @Override
    public void ended(
            OutsideJob job,
            Outcome outcome,
            boolean wasBroken,
            @Nullable ServerAnswer answer,
            @Nullable CheckAnswer check) {
        act(nowNanos -> {
            wishes.answered(job, answer);
            return new Input.Ended(nowNanos, job.server(), job.slot(), job.attempt(), outcome, wasBroken, check);
        });
    }

    /** Does this with the run at the present time, logs what it was told, and then does what it wishes. */
    private void act(LongFunction<@Nullable Input> tells) {
        List<Runnable> wished;
        long nextNanos;
        lock.lock();
        try {
            if (over) {
                return;
            }
            long nowNanos = Math.max(run.nowNanos(), System.nanoTime() - startedNanos);
            run.runUntil(nowNanos);
            Input input = tells.apply(nowNanos);
            if (input != null) {
                log.told(input);
                input.tell(run);
                run.runUntil(nowNanos);
            }
            nextNanos = run.nextEventNanos();
            wished = wishes.take();
        } catch (RuntimeException | Error e) {
            over = true;
            broken.accept(e);
            return;
        } finally {
            lock.unlock();
        }
        if (nextNanos < wakesAtNanos) {
            LockSupport.unpark(timer);
        }
        wished.forEach(Runnable::run);
    }

    private void keepTime() {
        while (!over) {
            // From here on whoever schedules something wakes this thread.
            wakesAtNanos = Long.MAX_VALUE;
            long[] next = {Long.MAX_VALUE};
            act(_ -> {
                next[0] = run.nextEventNanos();
                wakesAtNanos = next[0];
                return null;
            });
            long restNanos = next[0] - (System.nanoTime() - startedNanos);
            if (restNanos > 0) {
                LockSupport.parkNanos(this, Math.min(restNanos, LONGEST_REST_NANOS));
            }
        }
    }

    /** What was picked so far, and what the simulation picks when it is told the same; of very many requests the first. */
    public PickComparison compare() {
        List<Input> inputs;
        List<PickedServer> picks;
        lock.lock();
        try {
            inputs = log.inputs();
            picks = log.picks();
        } finally {
            lock.unlock();
        }
        return PickComparison.of(topology, inputs, picks);
    }

    /** What the run was told so far, oldest first; of very much the first. */
    List<Input> inputs() {
        lock.lock();
        try {
            return log.inputs();
        } finally {
            lock.unlock();
        }
    }

    /** What was picked so far, oldest first; of very many requests the first. */
    public List<PickedServer> picks() {
        lock.lock();
        try {
            return log.picks();
        } finally {
            lock.unlock();
        }
    }

    /** Closes all ports, and gives up what is under way. */
    @Override
    public void close() throws IOException {
        over = true;
        LockSupport.unpark(timer);
        try (entrances;
                wishes) {
            timer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
