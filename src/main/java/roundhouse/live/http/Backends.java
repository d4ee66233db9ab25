package roundhouse.live.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.checking.CheckAnswer;

/**
 * The real servers: one Jetty with a port of loopback for each. A crashed one does not listen, and its connections are closed; one that
 * comes back listens at the port it had.
 */
public final class Backends implements AutoCloseable {
    /** Threads that wait for the network: one a server, and some to spare. */
    private static final int MOST_THREADS = 1_200;

    private final org.eclipse.jetty.server.Server jetty =
            new org.eclipse.jetty.server.Server(ThreadPools.of("roundhouse-servers", MOST_THREADS));
    private final Map<String, LiveServer> backends = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();
    private final Listener listener;
    private final long seed;
    private volatile @Nullable Exception failure;

    /** Hears of what happens in servers. */
    public interface Listener {
        /** A core has begun to work on that attempt. */
        void began(String server, int slot, long attempt);
    }

    /** @param seed what the service times are drawn from */
    public Backends(long seed, Listener listener) throws Exception {
        this.seed = seed;
        this.listener = listener;
        jetty.setHandler(new Serving());
        jetty.start();
    }

    /** A server has these settings from now on; a new one listens when this returns. */
    public void serves(Server server) {
        LiveServer there = backends.get(server.id());
        if (there != null) {
            there.become(server);
            return;
        }
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        ServerConnector connector = new ServerConnector(jetty, 0, 1, new HttpConnectionFactory(configuration));
        connector.setName(server.id());
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setAcceptQueueSize(1_024);
        attempt(() -> {
            connector.open();
            // Kept, so that a server that was down comes back at its address.
            connector.setPort(connector.getLocalPort());
            backends.put(server.id(), new LiveServer(server, connector, Mix.text(seed, server.id())));
            jetty.addConnector(connector);
            connector.start();
        });
    }

    /** What could not be done, last; null when all could. */
    public @Nullable Exception failure() {
        return failure;
    }

    /** Something to be done with a port. */
    private interface PortWork {
        void run() throws Exception;
    }

    private void attempt(PortWork work) {
        try {
            work.run();
        } catch (Exception e) {
            failure = e;
        }
    }

    /** The port that a server listens at, or would if it were up; 0 where there is no such server. */
    public int port(String server) {
        LiveServer backend = backends.get(server);
        return backend == null ? 0 : backend.connector.getPort();
    }

    /** It closes its port and its connections. */
    public void crash(String server) {
        LiveServer backend = backends.get(server);
        if (backend != null && backend.connector.isRunning()) {
            attempt(backend.connector::stop);
            backend.pause(false);
        }
    }

    /** It listens, works unless it is paused, and has nothing in hand if it was down. */
    public void run(String server, boolean paused) {
        LiveServer backend = backends.get(server);
        if (backend != null) {
            if (!backend.connector.isRunning()) {
                backend.empty();
                attempt(backend.connector::start);
            }
            backend.pause(paused);
        }
    }

    /** The server is there no more: what it has in hand it finishes. */
    public void gone(String server) {
        LiveServer backend = backends.remove(server);
        if (backend != null) {
            backend.pause(false);
            var _ = backend.connector.shutdown().whenComplete((_, _) -> jetty.removeConnector(backend.connector));
        }
    }

    @Override
    public void close() throws IOException {
        backends.values().forEach(backend -> backend.pause(false));
        Stopping.stop(jetty);
    }

    /** What all servers do with a request. */
    private final class Serving extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String id = request.getConnectionMetaData().getConnector().getName();
            LiveServer backend = backends.get(id);
            if (backend == null) {
                return false;
            }
            backend.awaitGoing();
            response.getHeaders().put(Headers.SERVER, id);
            String check = request.getHeaders().get(Headers.CHECK);
            if (check != null) {
                check(backend, check, request, response, callback);
            } else {
                serve(backend, request, response, callback);
            }
            return true;
        }

        private void serve(LiveServer backend, Request request, Response response, Callback callback) throws Exception {
            TakenBody taken = TakenBody.of(request);
            if (!work(backend, request)) {
                response.getHeaders().put(Headers.FULL, "1");
                write(
                        response,
                        callback,
                        503,
                        (backend.server().id() + ": nothing more may wait\n").getBytes(StandardCharsets.UTF_8));
            } else if (request.getHeaders().contains(Headers.FAIL)) {
                write(
                        response,
                        callback,
                        500,
                        (backend.server().id() + ": an error\n").getBytes(StandardCharsets.UTF_8));
            } else {
                String key = text(request, Headers.KEY, "0");
                write(response, callback, 200, backend.body(key, answers.incrementAndGet(), taken, (int)
                        number(request, Headers.BYTES)));
            }
        }

        private void check(LiveServer backend, String port, Request request, Response response, Callback callback)
                throws Exception {
            Integer own = port.equals("-") ? null : Integer.valueOf(port);
            boolean fails = request.getHeaders().contains(Headers.FAIL);
            // At a port of its own nothing waits for a core.
            if (own == null && !work(backend, request)) {
                response.getHeaders().put(Headers.FULL, "1");
                write(response, callback, 503, new byte[0]);
                return;
            }
            CheckAnswer answer = backend.answer(own, Request.getPathInContext(request), fails);
            write(response, callback, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
        }

        private boolean work(LiveServer backend, Request request) throws InterruptedException {
            int slot = (int) number(request, Headers.SLOT);
            long attempt = number(request, Headers.ATTEMPT);
            double slow = Double.parseDouble(text(request, Headers.SLOW, "1"));
            String id = backend.server().id();
            return backend.cores().serve(slow, () -> listener.began(id, slot, attempt));
        }

        private static void write(Response response, Callback callback, int status, byte[] body) {
            response.setStatus(status);
            response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8"));
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
        }

        private static String text(Request request, String header, String otherwise) {
            @Nullable String value = request.getHeaders().get(header);
            return value == null ? otherwise : value;
        }

        private static long number(Request request, String header) {
            return Long.parseLong(text(request, header, "0"));
        }
    }
}
