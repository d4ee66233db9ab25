package roundhouse.exchange.configuration.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Small servers on loopback, on virtual threads: each answers with its number, and holds requests to {@code /hold} until they are let go. */
final class LiveBackends implements AutoCloseable {
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();

    private final ConcurrentMap<String, CountDownLatch> held = new ConcurrentHashMap<>();

    /** A request with that path is held at that server. */
    record Arrival(String path, int server) {}

    LiveBackends(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            servers.add(started(i, 0));
            ports.add(servers.get(i).getAddress().getPort());
        }
    }

    String address(int server) {
        return "127.0.0.1:" + ports.get(server);
    }

    int indexOf(String address) {
        return ports.indexOf(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }

    /** From now on nobody listens there. */
    void stop(int server) {
        servers.get(server).stop(0);
    }

    void startAgain(int server) throws IOException {
        servers.set(server, started(server, ports.get(server)));
    }

    /** The server that a request was held at. */
    int nextHeld() throws InterruptedException {
        return nextArrival(() -> "").server();
    }

    /** The next request that is held. */
    Arrival nextArrival(Supplier<String> told) throws InterruptedException {
        Arrival arrival = arrived.poll(10, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new AssertionError("the held request has not come to any server " + told.get());
        }
        return arrival;
    }

    /** Lets the request with that path go. */
    void letGo(String path) {
        held.computeIfAbsent(path, _ -> new CountDownLatch(1)).countDown();
    }

    private HttpServer started(int number, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(number, exchange));
        server.start();
        return server;
    }

    private void answer(int number, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/hold")) {
            CountDownLatch latch = held.computeIfAbsent(path, _ -> new CountDownLatch(1));
            arrived.add(new Arrival(path, number));
            try {
                latch.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] answer = String.valueOf(number).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        held.values().forEach(CountDownLatch::countDown);
        servers.forEach(server -> server.stop(0));
    }
}
