package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.formats.ConfigurationFormats;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;

/** A program that runs with a topology's exported configuration, in front of a small server for each target of its one balancer. */
final class LiveBench implements AutoCloseable {
    /** Where the first balancer of an export listens. */
    private static final String LISTENS = "\\b8080\\b";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Topology topology;
    final LoadBalancer balancer;
    final LiveBackends backends;
    private final Process process;
    private final int port;

    LiveBench(LiveProgram program, Topology plain, Path folder) throws IOException, InterruptedException {
        this(program, plain, folder, target -> target);
    }

    /** @param backendOf which of the small servers a target is; several can be the same */
    LiveBench(LiveProgram program, Topology plain, Path folder, IntUnaryOperator backendOf)
            throws IOException, InterruptedException {
        balancer = plain.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .findFirst()
                .orElseThrow();
        List<Link> links = plain.linksFrom(balancer.id());
        backends = new LiveBackends(links.size());
        Topology addressed = plain;
        for (int i = 0; i < links.size(); i++) {
            addressed = addressed.with(links.get(i).with(Link.ADDRESS, backends.address(backendOf.applyAsInt(i))));
        }
        topology = addressed;
        port = freePort();
        String text = ConfigurationFormats.exporter(program.format())
                .orElseThrow()
                .export(topology)
                .text()
                .replaceAll(LISTENS, String.valueOf(port));
        process = program.start(text, folder);
        awaitListening(folder);
    }

    /** Below the ports that connections get by themselves, so that none of them takes it before the program does. */
    private static int freePort() {
        int first = 12_000 + (int) (ProcessHandle.current().pid() % 8_000);
        for (int port = first; port < first + 2_000; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return free.getLocalPort();
            } catch (IOException _) {
                // Somebody listens there.
            }
        }
        throw new AssertionError("no port is free from " + first + " on");
    }

    private void awaitListening(Path folder) throws IOException, InterruptedException {
        long untilNanos = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - untilNanos < 0 && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException _) {
                Thread.sleep(20);
            }
        }
        close();
        throw new AssertionError("it does not listen:\n" + Files.readString(folder.resolve("output.txt")));
    }

    HttpClient client(String address) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    /** Sends a request without waiting. */
    CompletableFuture<HttpResponse<String>> send(HttpClient client, String path) {
        return send(client, request(path));
    }

    CompletableFuture<HttpResponse<String>> send(HttpClient client, String method, String path) {
        return send(client, request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** With the cookie by which HAProxy knows that server, null for none. */
    CompletableFuture<HttpResponse<String>> sendSticking(HttpClient client, String path, @Nullable String server) {
        HttpRequest.Builder request = request(path);
        return send(client, server == null ? request : request.header("Cookie", "ROUNDHOUSE=" + server));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpClient client, HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(HttpClient client, String path) {
        HttpResponse<String> response = send(client, path).join();
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        return response;
    }

    @Override
    public void close() {
        backends.close();
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        try {
            if (process.waitFor(5, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
