package roundhouse.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.live.http.Backends;
import roundhouse.live.http.Exchange;
import roundhouse.live.http.RequestBody;
import roundhouse.live.http.ServerAnswer;
import roundhouse.live.http.ServerClient;
import roundhouse.routing.Outcome;
import roundhouse.simulation.outside.Outside;
import roundhouse.simulation.outside.OutsideJob;
import roundhouse.simulation.outside.OutsideRequest;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Server;

/**
 * What a driven run wishes to be done outside. It is told under the run's lock and may not wait: jobs and answers are collected for
 * whoever holds the lock to do afterwards; starting and stopping servers is done by a thread of its own, in order. All but the last two
 * methods is used under that lock.
 */
final class Wishes implements Outside, AutoCloseable {
    private final ExecutorService operator = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("roundhouse-operator").daemon().factory());
    private final Backends backends;
    private final ServerClient upstream;
    private final PickLog log;
    private final Bodies bodies = new Bodies();
    private final Map<Long, Waiting> waiting = new HashMap<>();
    private final Map<Exchange, Waiting> byExchange = new HashMap<>();
    /** The run's time. */
    private LongSupplier now = () -> 0;

    private List<Runnable> wished = new ArrayList<>();

    /** A request whose client waits. */
    static final class Waiting {
        private final long number;
        private final String clients;
        private final Exchange exchange;
        private final long key;
        private @Nullable ServerAnswer answer;

        private Waiting(long number, String clients, Exchange exchange, long key) {
            this.number = number;
            this.clients = clients;
            this.exchange = exchange;
            this.key = key;
        }

        long number() {
            return number;
        }

        String clients() {
            return clients;
        }
    }

    Wishes(long seed, Backends.Listener work, ServerClient.Listener ends, PickLog log) throws Exception {
        this.log = log;
        backends = new Backends(seed, work);
        upstream = new ServerClient(ends);
    }

    void time(LongSupplier time) {
        now = time;
    }

    Bodies bodies() {
        return bodies;
    }

    /** A request has come that is about to have that number in the run. */
    void came(long number, String clients, OutsideRequest request, Exchange exchange) {
        Waiting its = new Waiting(number, clients, exchange, request.key());
        waiting.put(number, its);
        byExchange.put(exchange, its);
    }

    /** The client of that exchange has gone. Returns its request, if that has not ended. */
    @Nullable
    Waiting left(Exchange exchange) {
        return byExchange.get(exchange);
    }

    /** A server has answered a job so; null where none did. */
    void answered(OutsideJob job, @Nullable ServerAnswer answer) {
        Waiting its = waiting.get(job.request());
        if (its != null) {
            its.answer = answer;
        }
        if (answer != null && job.read()) {
            bodies.answered(job.key(), answer);
        }
    }

    /** What is to be done now, which is forgotten. */
    List<Runnable> take() {
        if (wished.isEmpty()) {
            return List.of();
        }
        List<Runnable> taken = wished;
        wished = new ArrayList<>();
        return taken;
    }

    @Override
    public void work(OutsideJob job) {
        if (job.check() == null) {
            log.picked(job, now.getAsLong());
        }
        Waiting its = waiting.get(job.request());
        RequestBody body = its == null ? RequestBody.NONE : its.exchange.body();
        wished.add(() -> upstream.send(job, body, backends.port(job.server())));
    }

    @Override
    public void cookie(long request, int place, String target) {
        Waiting its = waiting.get(request);
        if (its != null) {
            its.exchange.stick(place, target);
        }
    }

    @Override
    public void ended(long request, Outcome outcome, int limitStatus) {
        Waiting its = waiting.remove(request);
        if (its != null) {
            byExchange.remove(its.exchange);
            boolean cached = its.answer == null && outcome == Outcome.OK;
            ServerAnswer answer = cached ? bodies.given(its.key) : its.answer;
            wished.add(() -> its.exchange.end(outcome, limitStatus, answer, cached));
        }
    }

    @Override
    public void serves(Server server) {
        operator.execute(() -> backends.serves(server));
    }

    @Override
    public void gone(String server) {
        operator.execute(() -> backends.gone(server));
    }

    @Override
    public void condition(String server, @Nullable CrashMode crash, boolean paused) {
        operator.execute(() -> {
            if (crash == CrashMode.REFUSE) {
                backends.crash(server);
            } else {
                backends.run(server, paused);
            }
        });
    }

    /** Waits until all servers listen that there are. */
    void awaitServers() throws Exception {
        Future<?> done = operator.submit(() -> {});
        done.get();
        if (backends.failure() != null) {
            throw new IOException("a server could not be started", backends.failure());
        }
    }

    int port(String server) {
        return backends.port(server);
    }

    @Override
    public void close() throws IOException {
        operator.shutdownNow();
        try (backends;
                upstream) {
            if (!operator.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IOException("a server does not stop");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
