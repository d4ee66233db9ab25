package roundhouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.LinkDirection;

/** Limits, breakers, layers and checks of the file against real requests. */
class LiveRulesTest {
    private static final String FAST = "\"cores\": 4, \"service\": \"0s\", \"queue\": 1000";
    private static final String ROUND = "\"layer\": 7, \"algorithm\": \"round-robin\"";

    @Test
    void anOpenBreakerSparesItsServerAndTriesItAgain() throws Exception {
        String breaker =
                ", \"breaker\": { \"window\": 4, \"minimum\": 4, \"open\": \"1s\", \"trials\": 1 }, \"pass-on\": { \"tries\": 1 }";
        try (LiveRig rig = LiveRig.of(ROUND + breaker, FAST)) {
            rig.system.apply(new Command.Errors("s2", 1));
            List<String> before = rig.servers(12, "/");
            // Of 12 requests s2 has had its 4: all failed, and it is open.
            assertThat(before.stream().filter("s2"::equals)).hasSize(4);
            assertThat(rig.servers(6, "/")).containsOnly("s1", "s3");
            rig.system.apply(new Command.Errors("s2", 0));
            rig.await(() -> rig.servers(1, "/").contains("s2"));
            assertThat(rig.servers(3, "/")).contains("s2");
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void limitsCountEachAddressByItself() throws Exception {
        try (LiveRig rig = LiveRig.of(
                ROUND
                        + ", \"limits\": [{ \"type\": \"token-bucket\", \"rate\": \"1/min\", \"burst\": 1, \"status\": 429 },"
                        + " { \"type\": \"deny\", \"path\": \"/admin*\" }]",
                FAST)) {
            List<Integer> statuses = new ArrayList<>();
            for (String address : List.of("10.0.0.1", "10.0.0.2")) {
                for (int i = 0; i < 2; i++) {
                    statuses.add(rig.send(rig.request("/?" + i)
                                    .header("X-Forwarded-For", address)
                                    .timeout(Duration.ofSeconds(9)))
                            .statusCode());
                }
            }
            assertThat(statuses).containsExactly(200, 429, 200, 429);
            assertThat(rig.send(rig.request("/admin/users").header("X-Forwarded-For", "10.0.0.3"))
                            .statusCode())
                    .isEqualTo(403);
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void soManyAtOnceAndNoMore() throws Exception {
        try (LiveRig rig = LiveRig.of(
                        ROUND + ", \"limits\": [{ \"type\": \"concurrency\", \"most\": 2 }]",
                        "\"cores\": 4, \"service\": \"300ms\", \"queue\": 1000");
                HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            HttpRequest request = rig.request("/").build();
            for (int i = 0; i < 5; i++) {
                answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 200, 503, 503, 503);
            rig.assertPicksAreTheSimulations();
        }
    }

    /** Each connection keeps its server, and counts there until it is closed. */
    @Test
    void layerFourPicksOnceForEachConnection() throws Exception {
        try (LiveRig rig = LiveRig.of("\"layer\": 4, \"algorithm\": \"haproxy-leastconn\"", FAST)) {
            int port = rig.system.ports().get("users");
            List<Socket> sockets = new ArrayList<>();
            for (String server : List.of("s1", "s2", "s3", "s1", "s2", "s3")) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.add(socket);
                assertThat(ask(socket)).isEqualTo(server);
                assertThat(ask(socket)).isEqualTo(server);
            }
            sockets.get(1).close();
            rig.await(() -> rig.system.inputs().stream().anyMatch(Input.Disconnected.class::isInstance));
            try (Socket another = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(ask(another)).isEqualTo("s2");
            }
            for (Socket socket : sockets) {
                socket.close();
            }
            rig.assertPicksAreTheSimulations();
        }
    }

    private static final Pattern SERVER = Pattern.compile("Roundhouse-Server: (\\w+)");
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    /** One request over a connection that stays open. */
    private static String ask(Socket socket) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write("GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).isTrue();
        in.readNBytes(Integer.parseInt(length.group(1)));
        Matcher server = SERVER.matcher(head);
        return server.find() ? server.group(1) : head.toString();
    }

    /** An answer of 500 at the path of checks is what takes it out. */
    @Test
    void realChecksTakeOutWhatAnswersThemWithErrors() throws Exception {
        String checks = ", \"checks\": { \"interval\": \"300ms\", \"timeout\": \"5s\", \"fall\": 1, \"rise\": 1 }";
        try (LiveRig rig = LiveRig.of(ROUND + checks, FAST)) {
            rig.system.apply(new Command.Errors("s3", 1, ErrorScope.CHECKS));
            rig.await(() -> rig.notices().contains("removed s3"));
            assertThat(rig.servers(6, "/")).containsOnly("s1", "s2");
            rig.system.apply(new Command.Errors("s3", 0, ErrorScope.CHECKS));
            rig.await(() -> rig.notices().contains("took s3 back"));
            assertThat(rig.servers(3, "/")).contains("s3");
            rig.assertPicksAreTheSimulations();
        }
    }

    @Test
    void aCutLinkIsMetAndMended() throws Exception {
        try (LiveRig rig = LiveRig.of(
                ROUND + ", \"pass-on\": { \"tries\": 2, \"timeout\": \"100ms\", \"on\": \"envoy\" }", FAST)) {
            rig.system.apply(new Command.Cut("lb", "s1", LinkDirection.BOTH));
            assertThat(rig.servers(4, "/")).doesNotContain("s1");
            rig.system.apply(new Command.Mend("lb", "s1"));
            assertThat(rig.servers(3, "/")).contains("s1");
            rig.assertPicksAreTheSimulations();
        }
    }
}
