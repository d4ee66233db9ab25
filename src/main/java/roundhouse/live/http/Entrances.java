package roundhouse.live.http;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import roundhouse.simulation.outside.OutsideRequest;
import roundhouse.topology.Topology;

/** Where real requests come in: a port for each clients node. */
public final class Entrances implements AutoCloseable {
    /** With which no server can be asked. In a path Jetty refuses it by itself. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Server jetty = new Server(ThreadPools.of("roundhouse-entrance", 256));
    private final SequencedMap<String, ServerConnector> connectors = new LinkedHashMap<>();
    private final Map<String, ConnectionNumbers> numbers = new HashMap<>();
    private final Listener listener;
    private final RequestReader reader;

    /** Takes requests in. */
    public interface Listener {
        /** A request has come to the entrance of those clients; the exchange is to be ended. */
        void came(String clients, OutsideRequest request, Exchange exchange);

        /** Its client has gone. */
        void gone(Exchange exchange);

        /** A client has closed the connection of that number. */
        void disconnected(String clients, long connection);
    }

    /**
     * Listens nowhere yet.
     *
     * @param port of the first, and those after it for the others; 0 for whatever is free
     */
    public Entrances(Topology topology, List<String> clients, InetAddress address, int port, Listener listener) {
        this.listener = listener;
        reader = new RequestReader(topology);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(32 << 10);
        jetty.setHandler(new Door());
        for (String id : clients) {
            ServerConnector connector = new ServerConnector(jetty, 0, 1, new HttpConnectionFactory(configuration));
            connector.setName(id);
            connector.setHost(address.getHostAddress());
            connector.setPort(port == 0 ? 0 : port + connectors.size());
            connector.setAcceptQueueSize(4_096);
            ConnectionNumbers its = new ConnectionNumbers(number -> listener.disconnected(id, number));
            connector.addBean(its);
            numbers.put(id, its);
            jetty.addConnector(connector);
            connectors.put(id, connector);
        }
    }

    /**
     * Listens from now on.
     *
     * @throws IOException when a port is taken, or for other reasons of the machine
     */
    public void open() throws Exception {
        for (ServerConnector connector : connectors.values()) {
            connector.open();
        }
        jetty.start();
    }

    /** The port of each clients node's entrance. */
    public SequencedMap<String, Integer> ports() {
        SequencedMap<String, Integer> ports = new LinkedHashMap<>();
        for (Map.Entry<String, ServerConnector> each : connectors.entrySet()) {
            ports.put(each.getKey(), each.getValue().getLocalPort());
        }
        return ports;
    }

    @Override
    public void close() throws IOException {
        Stopping.stop(jetty);
    }

    /** Hands requests over; the answer comes later. */
    private final class Door extends Handler.Abstract.NonBlocking {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Exchange exchange = new Exchange(request, response, callback);
            String query = request.getHttpURI().getQuery();
            if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
                exchange.refuse(HttpStatus.BAD_REQUEST_400);
                return true;
            }
            request.addFailureListener(failure -> {
                if (exchange.abandon()) {
                    listener.gone(exchange);
                    callback.failed(failure);
                }
            });
            Content.Source.asByteArrayAsync(
                    request,
                    RequestBody.MOST_BYTES,
                    Promise.Invocable.from(
                            InvocationType.NON_BLOCKING,
                            bytes -> come(request, exchange, bytes),
                            failure -> exchange.refuse(
                                    failure instanceof IllegalStateException
                                            ? HttpStatus.PAYLOAD_TOO_LARGE_413
                                            : HttpStatus.BAD_REQUEST_400)));
            return true;
        }

        private void come(Request request, Exchange exchange, byte[] bytes) {
            String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
            exchange.body(bytes.length == 0 ? RequestBody.NONE : new RequestBody(bytes, type == null ? "" : type));
            ConnectionMetaData over = request.getConnectionMetaData();
            String clients = over.getConnector().getName();
            long connection = Objects.requireNonNull(numbers.get(clients)).of(over.getConnection());
            listener.came(clients, reader.read(request, exchange, connection), exchange);
        }
    }
}
