package roundhouse.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Real requests over loopback to a port that is free, with real servers behind. */
class LiveSystemTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();
    private LiveSystem system;

    @AfterEach
    void close() throws Exception {
        if (system != null) {
            system.close();
        }
        client.close();
        assertThat(broken.get()).isNull();
    }

    @Test
    void roundRobinGoesRoundAndAsTheSimulationHasIt() throws Exception {
        start("\"round-robin\"", "", "");
        List<String> servers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            servers.add(server(get("/articles/" + i)));
        }
        assertThat(servers).containsExactly("s1", "s2", "s3", "s1", "s2", "s3");
        assertAllEqual(6);
    }

    @Test
    void weightsAreKept() throws Exception {
        start("\"weighted-round-robin\"", "", "\"weight\": 5,");
        List<String> servers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            servers.add(server(get("/")));
        }
        // nginx's smooth order for 5, 1, 1.
        assertThat(servers).containsExactly("s1", "s1", "s2", "s1", "s3", "s1", "s1");
        assertAllEqual(7);
    }

    @Test
    void leastConnectionsPicksTheSameUnderManyAtOnce() throws Exception {
        start("\"least-connections\"", "", "");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            answers.add(client.sendAsync(request("/" + i), HttpResponse.BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        assertAllEqual(300);
    }

    @Test
    void aCrashedServerIsNoticedByRealChecksAndPassedOver() throws Exception {
        start(
                "\"round-robin\"",
                "\"checks\": { \"interval\": \"1s\", \"timeout\": \"1s\", \"fall\": 1, \"rise\": 1 },",
                "");
        system.apply(new Command.Crash("s2", CrashMode.REFUSE));
        await(() -> notices().contains("removed s2 after "));
        for (int i = 0; i < 8; i++) {
            assertThat(server(get("/"))).isIn("s1", "s3");
        }
        system.apply(new Command.Recover("s2"));
        await(() -> notices().contains("took s2 back"));
        assertThat(List.of(server(get("/")), server(get("/")), server(get("/"))))
                .contains("s2");
        assertThat(system.compare().first()).isEmpty();
    }

    @Test
    void withoutChecksACrashedServerRefusesForReal() throws Exception {
        start("\"round-robin\"", "", "");
        system.apply(new Command.Crash("s1", CrashMode.REFUSE));
        await(() -> !listens(system.serverPort("s1")));
        assertThat(get("/").statusCode()).isEqualTo(502);
        assertThat(server(get("/"))).isEqualTo("s2");
    }

    /** With no queue, and one core for all, who shares it turns nobody away. */
    @Test
    void serversThatShareTheirCoresWorkOnAllAtOnce() throws Exception {
        Topology topology = LiveRig.topology(
                "\"layer\": 7",
                "\"cores\": 1, \"queue\": 0, \"service\": \"100ms\", \"discipline\": \"processor-sharing\"",
                1);
        assertThat(NotLive.of(topology)).noneMatch(line -> line.contains("core"));
        system = LiveSystem.start(topology, LiveSettings.loopback(0), broken::set);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(client.sendAsync(request("/" + i), HttpResponse.BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        AtomicReference<Report> report = new AtomicReference<>();
        system.look(run -> report.set(run.report()));
        assertThat(report.get().nodes().get("s1").utilization()).isLessThanOrEqualTo(1);
        assertAllEqual(5);
    }

    @Test
    void limitsTurnAwayWithTheirStatus() throws Exception {
        start(
                "\"round-robin\"",
                "\"limits\": [{ \"type\": \"token-bucket\", \"rate\": \"1/min\", \"burst\": 2, \"status\": 429 }],",
                "");
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(get("/").statusCode());
        }
        assertThat(statuses).containsExactly(200, 200, 429, 429);
    }

    @Test
    void aCacheGivesTheVeryBodyThatItKept() throws Exception {
        start("\"round-robin\"", "\"cache\": { \"capacity\": 100, \"ttl\": \"60s\" },", "");
        HttpResponse<String> first = get("/articles/7");
        HttpResponse<String> again = get("/articles/7");
        HttpResponse<String> other = get("/articles/8");
        assertThat(first.headers().firstValue("Roundhouse-Cache")).isEmpty();
        assertThat(again.headers().firstValue("Roundhouse-Cache")).contains("hit");
        assertThat(again.body()).isEqualTo(first.body()).startsWith("s1 key 7 answer 1");
        assertThat(other.body()).startsWith("s2 key 8 answer 2");
        assertThat(system.picks()).hasSize(2);
    }

    @Test
    void noOtherAddressThanLoopbackUnlessSomebodySaysSo() throws Exception {
        InetAddress any = InetAddress.getByName("0.0.0.0");
        assertThatThrownBy(() -> new LiveSettings(any, 0, false)).hasMessageContaining("not a loopback address");
        assertThat(new LiveSettings(any, 0, true).address()).isEqualTo(any);
    }

    @Test
    void whatIsNotDoneIsToldInALineEach() {
        Topology topology = topology("\"round-robin\"", "", "");
        assertThat(NotLive.of(topology))
                .containsExactly("users: arrivals, keys, users and connections are those of the real clients");
    }

    private void assertAllEqual(int picks) {
        PickComparison comparison = system.compare();
        assertThat(comparison.first()).isEmpty();
        assertThat(comparison.live()).isEqualTo(picks);
        assertThat(comparison.equal()).isEqualTo(picks);
    }

    private void start(String algorithm, String more, String first) throws Exception {
        system = LiveSystem.start(topology(algorithm, more, first), LiveSettings.loopback(0), broken::set);
    }

    private static Topology topology(String algorithm, String more, String first) {
        String text = """
                { "format": 1, "name": "t", "seed": 1,
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                    { "id": "lb", "kind": "load-balancer", %s "layer": 7, "algorithm": %s },
                    { "id": "s1", "kind": "server", "cores": 4, "service": "1ms", "queue": 1000 },
                    { "id": "s2", "kind": "server", "cores": 4, "service": "1ms", "queue": 1000 },
                    { "id": "s3", "kind": "server", "cores": 4, "service": "1ms", "queue": 1000 } ],
                  "links": [
                    { "from": "users", "to": "lb", "latency": "0s" },
                    { "from": "lb", "to": "s1", %s "latency": "0s" },
                    { "from": "lb", "to": "s2", "latency": "0s" },
                    { "from": "lb", "to": "s3", "latency": "0s" } ] }
                """.formatted(more, algorithm, first);
        ReadResult result = TopologyFile.parse(text);
        assertThat(result).as(result.toString()).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).topology();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + system.ports().get("users") + path))
                .build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private static String server(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response.headers().firstValue("Roundhouse-Server").orElseThrow();
    }

    private String notices() {
        StringBuilder all = new StringBuilder();
        system.look(run -> run.notices().forEach(line -> all.append(line.text()).append('\n')));
        return all.toString();
    }

    private static boolean listens(int port) {
        try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (java.io.IOException _) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
