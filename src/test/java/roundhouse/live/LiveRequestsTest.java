package roundhouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;

/** What real requests bring along decides as in the simulation; over real HTTP on loopback. */
class LiveRequestsTest {
    private static final String FAST = "\"cores\": 4, \"service\": \"0s\", \"queue\": 1000";
    private static final String ROUND = "\"layer\": 7, \"algorithm\": \"round-robin\"";
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    @Test
    void bodiesAreSentOn() throws Exception {
        try (LiveRig rig = LiveRig.of(ROUND, FAST)) {
            HttpResponse<String> known = rig.send(rig.request("/carts/7").POST(BodyPublishers.ofByteArray(HELLO)));
            assertThat(known.body()).startsWith("s1 key 7 answer 1 took 5 bytes, CRC-32 3610a686\n");
            // Without a length: chunked.
            HttpResponse<String> chunked = rig.send(
                    rig.request("/carts/7").PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(HELLO))));
            assertThat(chunked.body()).startsWith("s2 key 7 answer 2 took 5 bytes, CRC-32 3610a686\n");
            assertThat(rig.get("/carts/7").body()).startsWith("s3 key 7 answer 3\n");
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void theHeadTellsTheLengthAndACacheKeepsTheBody() throws Exception {
        try (LiveRig rig = LiveRig.of(ROUND + ", \"cache\": { \"capacity\": 100, \"ttl\": \"60s\" }", FAST)) {
            HttpResponse<String> head = rig.send(rig.request("/carts/7").HEAD());
            HttpResponse<String> whole = rig.get("/carts/7");
            assertThat(head.body()).isEmpty();
            assertThat(whole.body()).startsWith("s1 key 7 answer 1\n");
            assertThat(whole.headers().firstValue("Roundhouse-Cache")).contains("hit");
            assertThat(head.headers().firstValueAsLong("Content-Length"))
                    .hasValue(whole.body().length());
        }
    }

    @Test
    void aBodyGoesWithEachAttempt() throws Exception {
        try (LiveRig rig = LiveRig.of(ROUND + ", \"pass-on\": { \"tries\": 3 }", FAST)) {
            rig.system.apply(new Command.Crash("s1", CrashMode.REFUSE));
            Thread.sleep(200);
            HttpResponse<String> answer = rig.send(rig.request("/carts/7").POST(BodyPublishers.ofByteArray(HELLO)));
            assertThat(answer.body()).startsWith("s2 key 7 answer 1 took 5 bytes, CRC-32 3610a686\n");
            assertThat(rig.system.picks()).extracting(PickedServer::server).containsExactly("s1", "s2");
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void aHugeBodyIsNotTaken() throws Exception {
        try (LiveRig rig = LiveRig.of(ROUND, FAST)) {
            byte[] huge = new byte[(16 << 20) + 1];
            assertThat(rig.send(rig.request("/").POST(BodyPublishers.ofByteArray(huge)))
                            .statusCode())
                    .isEqualTo(413);
            assertThat(rig.system.picks()).isEmpty();
        }
    }

    /** It is the client's mistake, and no failure of a server. */
    @Test
    void aBrokenEscapeGoesToNoServer() throws Exception {
        try (LiveRig rig = LiveRig.of(ROUND, FAST);
                Socket socket = new Socket("localhost", rig.system.ports().get("users"))) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "GET /a?x=% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ");
            assertThat(rig.system.picks()).isEmpty();
            assertThat(rig.get("/a?x=%25").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCookieKeepsItsClientAtItsServer() throws Exception {
        HttpClient keeps =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        try (LiveRig rig = new LiveRig(LiveRig.topology(ROUND + ", \"sticky\": \"cookie\"", FAST), keeps);
                HttpClient forgets = HttpClient.newHttpClient()) {
            assertThat(rig.servers(5, "/")).containsOnly("s1");
            List<String> others = new java.util.ArrayList<>();
            for (int i = 0; i < 3; i++) {
                others.add(
                        LiveRig.server(forgets.send(rig.request("/").build(), HttpResponse.BodyHandlers.ofString())));
            }
            assertThat(others).containsExactly("s2", "s3", "s1");
            assertThat(rig.servers(1, "/")).containsOnly("s1");
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void aHeaderKeepsItsClientAtItsServer() throws Exception {
        try (LiveRig rig = LiveRig.of(ROUND + ", \"sticky\": { \"by\": \"header\", \"header\": \"X-Tenant\" }", FAST)) {
            StringBuilder servers = new StringBuilder();
            for (String tenant : List.of("a", "b", "a", "c", "b", "a", "c")) {
                servers.append(LiveRig.server(rig.send(rig.request("/").header("x-tenant", tenant))));
            }
            assertThat(servers.toString()).isEqualTo("s1s2s1s3s2s1s3");
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void theKeyDecidesByHash() throws Exception {
        try (LiveRig rig =
                LiveRig.of("\"layer\": 7, \"algorithm\": { \"type\": \"hash\", \"placement\": \"ring\" }", FAST)) {
            Set<String> all = new HashSet<>();
            for (int key = 1; key <= 20; key++) {
                String owner = rig.servers(1, "/articles/" + key).getFirst();
                assertThat(rig.servers(1, "/?key=" + key)).containsOnly(owner);
                assertThat(LiveRig.server(rig.send(rig.request("/other").header("Key", "" + key))))
                        .isEqualTo(owner);
                all.add(owner);
            }
            assertThat(all).containsExactlyInAnyOrder("s1", "s2", "s3");
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void theUriDecidesByHaproxysHash() throws Exception {
        try (LiveRig rig = LiveRig.of("\"layer\": 7, \"algorithm\": \"haproxy-uri\"", FAST)) {
            Set<String> all = new HashSet<>();
            for (String path : List.of("/a", "/b", "/c", "/d", "/e", "/f", "/g", "/h")) {
                String owner = rig.servers(1, path).getFirst();
                assertThat(rig.servers(2, path + "?any=7")).containsOnly(owner);
                all.add(owner);
            }
            assertThat(all).hasSizeGreaterThan(1);
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void aFullServerTurnsAwayAndTheQueueOfABalancerHolds() throws Exception {
        try (LiveRig rig = LiveRig.of(ROUND, "\"cores\": 1, \"service\": \"300ms\", \"queue\": 0")) {
            List<Thread> threads = new java.util.ArrayList<>();
            List<Integer> statuses = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
            for (int i = 0; i < 6; i++) {
                threads.add(Thread.startVirtualThread(() -> {
                    try {
                        statuses.add(rig.get("/").statusCode());
                    } catch (Exception e) {
                        statuses.add(0);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 200, 200, 503, 503, 503);
            rig.assertPicksAreTheSimulations();
        }
    }
}
