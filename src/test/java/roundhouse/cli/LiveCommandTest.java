package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code roundhouse live} as a person uses it: started, asked over HTTP, told what to break, read at its end. */
class LiveCommandTest {
    private static final Pattern ENTRANCE = Pattern.compile("requests of users come in at (http://[0-9.]+:\\d+/)");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path file() throws Exception {
        return Files.writeString(folder.resolve("two.json"), """
                { "format": 1, "name": "two", "seed": 1,
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                    { "id": "lb", "kind": "load-balancer", "layer": 7, "algorithm": "round-robin",
                      "checks": { "interval": "300ms", "timeout": "5s", "fall": 1, "rise": 1 } },
                    { "id": "s1", "kind": "server", "service": "0s" },
                    { "id": "s2", "kind": "server", "service": "0s" } ],
                  "links": [
                    { "from": "users", "to": "lb", "latency": "0s" },
                    { "from": "lb", "to": "s1", "latency": "0s" },
                    { "from": "lb", "to": "s2", "latency": "0s" } ] }
                """);
    }

    private String await(String what, Pattern pattern) throws Exception {
        for (int i = 0; i < 1_500; i++) {
            Matcher found = pattern.matcher(out.toString());
            if (found.find()) {
                return found.group(found.groupCount());
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no " + what + " in " + out + err);
    }

    @Test
    void takesRequestsAndCommandsAndReportsAtItsEnd() throws Exception {
        Path picks = folder.resolve("picks.csv");
        InputStream before = System.in;
        AtomicInteger code = new AtomicInteger(-1);
        String[] arguments = {
            "live", file().toString(), "--bind", "127.0.0.1", "--for", "6s", "--picks", picks.toString()
        };
        try (PipedOutputStream typed = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(typed);
                HttpClient client = HttpClient.newHttpClient()) {
            System.setIn(in);
            Thread program = Thread.ofPlatform()
                    .start(() ->
                            code.set(Cli.run(arguments, new PrintWriter(out), new PrintWriter(err), (_, _) -> {})));
            String entrance = await("entrance", ENTRANCE);
            assertThat(entrance).startsWith("http://127.0.0.1:");
            StringBuilder servers = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                servers.append(server(client, entrance + "carts/" + i));
            }
            assertThat(servers.toString()).isEqualTo("s1s2s1s2");
            typed.write("crash s1\nsing s2\n".getBytes(StandardCharsets.US_ASCII));
            typed.flush();
            await("removal", Pattern.compile("removed (s1)"));
            assertThat(server(client, entrance) + server(client, entrance))
                    .as("%s", out)
                    .isEqualTo("s2s2");
            program.join();
        } finally {
            System.setIn(before);
        }
        assertThat(code.get()).as("%s%s", out, err).isZero();
        assertThat(err.toString()).startsWith("roundhouse: a command needs one of crash, recover");
        assertThat(out.toString())
                .contains("s1 crashed", "Picks: 6 of 6 are those of the simulation that was told the same.");
        List<String> lines = Files.readAllLines(picks);
        assertThat(lines.getFirst()).isEqualTo("seconds,attempt,request,key,address,server,in-flight");
        assertThat(lines).hasSize(7);
        assertThat(lines.get(6)).endsWith(",127.0.0.1,s2,1");
    }

    private static String server(HttpClient client, String uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Roundhouse-Server")
                .orElse("none");
    }

    @Test
    void listensBeyondLoopbackOnlyWhenToldTwice() throws Exception {
        CliRunner refused = CliRunner.run("live", file().toString(), "--bind", "0.0.0.0", "--for", "1s");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--bind: 0.0.0.0 is not a loopback address", "say --beyond-loopback if they may");
        CliRunner nonsense = CliRunner.run("live", file().toString(), "--port", "65536");
        assertThat(nonsense.code()).isEqualTo(2);
        assertThat(nonsense.err()).contains("--port: found 65536; 0 to 65535 is allowed");
    }
}
