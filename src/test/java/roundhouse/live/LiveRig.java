package roundhouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Clients, a balancer and three servers, live on loopback, and a client that asks them over real HTTP. */
final class LiveRig implements AutoCloseable {
    final LiveSystem system;
    private final HttpClient client;
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

    LiveRig(Topology topology, HttpClient client) throws Exception {
        system = LiveSystem.start(topology, LiveSettings.loopback(0), broken::set);
        this.client = client;
    }

    /** With what the balancer says besides its kind, and what its servers do. */
    static LiveRig of(String balancer, String server) throws Exception {
        return new LiveRig(topology(balancer, server), HttpClient.newHttpClient());
    }

    static Topology topology(String balancer, String server) {
        return topology(balancer, server, 3);
    }

    /** With so many servers. */
    static Topology topology(String balancer, String server, int servers) {
        StringBuilder nodes = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (int i = 1; i <= servers; i++) {
            String id = "s" + i;
            nodes.append(", { \"id\": \"%s\", \"kind\": \"server\", %s }".formatted(id, server));
            links.append(", { \"from\": \"lb\", \"to\": \"%s\", \"latency\": \"0s\" }".formatted(id));
        }
        String text = """
                { "format": 1, "name": "t", "seed": 1,
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                    { "id": "lb", "kind": "load-balancer", %s }%s ],
                  "links": [ { "from": "users", "to": "lb", "latency": "0s" }%s ] }
                """.formatted(balancer, nodes, links);
        ReadResult result = TopologyFile.parse(text);
        assertThat(result).as(result.toString()).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).topology();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + system.ports().get("users") + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    /** Who answers, of so many requests for that one after the other. */
    List<String> servers(int requests, String path) throws Exception {
        List<String> servers = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            servers.add(server(get(path)));
        }
        return servers;
    }

    static String server(HttpResponse<String> response) {
        return response.headers().firstValue("Roundhouse-Server").orElse(Integer.toString(response.statusCode()));
    }

    /** The simulation picks the same when it is told the same. */
    void assertPicksAreTheSimulations() {
        PickComparison comparison = system.compare();
        assertThat(comparison.first()).isEmpty();
        assertThat(comparison.live()).isPositive().isEqualTo(comparison.equal());
    }

    /** Something that real time brings. */
    interface Condition {
        boolean holds() throws Exception;
    }

    void await(Condition condition) throws Exception {
        boolean holds = condition.holds();
        for (int i = 0; i < 500 && !holds; i++) {
            Thread.sleep(10);
            holds = condition.holds();
        }
        assertThat(holds).isTrue();
    }

    String notices() {
        StringBuilder all = new StringBuilder();
        system.look(run -> run.notices().forEach(line -> all.append(line.text()).append('\n')));
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        system.close();
        client.close();
        assertThat(broken.get()).isNull();
    }
}
