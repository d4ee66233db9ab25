package roundhouse.workbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.playback.Stage;

/** Real requests over loopback, seen in the frames that the screen is given; no screen. */
class LiveTrafficTest {
    private static final Topology TOPOLOGY = topology();

    @TempDir
    private static Path state;

    private final ConcurrentLinkedQueue<Runnable> screen = new ConcurrentLinkedQueue<>();
    private final Notices notices = new Notices();
    private final Stage stage = new Stage(TOPOLOGY);
    private final BackgroundWork background =
            new BackgroundWork(screen::add, new Failures(state, screen::add, notices::tell));
    private final LiveTraffic traffic = new LiveTraffic(stage.playback, notices, background, screen::add);
    private final HttpClient client = HttpClient.newHttpClient();
    private long[] arrived = {};
    private String transcript = "";

    LiveTrafficTest() {
        stage.playback.onFrame(this::take);
    }

    private void take(Frame frame) {
        arrived = frame.arrived.clone();
        StringBuilder text = new StringBuilder();
        frame.transcript.forEach(line -> text.append(line.text()).append('\n'));
        transcript = text.toString();
    }

    @AfterEach
    void close() {
        traffic.close();
        background.close();
        stage.close();
        client.close();
    }

    @Test
    void openingAFileAndPlayingItOpensNoPort() {
        stage.document.open(TOPOLOGY, null);
        stage.playback.play();
        stage.settle();
        stage.clock.addAndGet(Stage.SECOND);
        stage.awaitTime(Stage.SECOND / 50);
        assertThat(screen).isEmpty();
        assertThat(traffic.addressProperty().get()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .as("threads of a proxy")
                .noneMatch(thread -> thread.getName().equals("roundhouse-live"));
    }

    @Test
    void requestsAreSeenAndTheSimulationIsAsItWasAfterwards() throws Exception {
        stage.playback.seek(Stage.SECOND);
        stage.awaitTime(Stage.SECOND);
        long digest = stage.digest;
        start();
        for (int i = 0; i < 6; i++) {
            assertThat(status("/" + i)).isEqualTo(200);
        }
        await("six requests on the cards", () -> arrived[0] == 6 && arrived[2] == 3 && arrived[3] == 3);
        URI address = URI.create(traffic.addressProperty().get());
        assertThat(address.getHost()).isEqualTo(InetAddress.getLoopbackAddress().getHostAddress());
        traffic.stop();
        await(
                "the comparison",
                () -> told().equals(
                                "Live traffic has stopped. The simulation, told the same, makes 6 of its 6 picks."));
        assertThat(listens(address.getPort())).isFalse();
        await("the simulation", () -> stage.time() == Stage.SECOND && stage.digest == digest);
        assertThat(stage.playback.playingProperty().get()).isFalse();
    }

    @Test
    void timeCannotBeMovedMeanwhile() {
        start();
        await("real time", () -> stage.time() > 0);
        stage.playback.seek(40 * Stage.SECOND);
        stage.playback.step();
        stage.playback.pause();
        stage.playback.restart();
        stage.settle();
        long before = stage.time();
        await("that it goes on", () -> stage.time() > before);
        assertThat(stage.time()).isLessThan(40 * Stage.SECOND);
        assertThat(stage.playback.playingProperty().get()).isTrue();
        traffic.stop();
        await("the beginning of the simulation", () -> stage.time() == 0);
        assertThat(stage.playback.playingProperty().get()).isFalse();
    }

    @Test
    void whatIsBrokenIsBrokenForReal() throws Exception {
        start();
        stage.document.act("Crash s1", new Command.Crash("s1", CrashMode.REFUSE), new Command.Recover("s1"));
        await("the crash in the transcript", () -> transcript.contains("s1"));
        assertThat(List.of(status("/1"), status("/2"))).containsExactlyInAnyOrder(200, 502);
        stage.playback.command(new Command.Recover("s1"));
        stage.settle();
        stage.playback.command(new Command.Cut("lb", "s2", LinkDirection.BOTH));
        await("the cut in the transcript", () -> transcript.contains("s2"));
        stage.playback.command(new Command.Mend("lb", "s2"));
        stage.settle();
        assertThat(List.of(status("/3"), status("/4"))).containsExactly(200, 200);
        assertThat(stage.playback.commandsProperty().get())
                .as("what was done to the simulation")
                .isEmpty();
    }

    @Test
    void openingAnotherFileClosesThePort() {
        start();
        int port = URI.create(traffic.addressProperty().get()).getPort();
        assertThat(listens(port)).isTrue();
        stage.document.open(TOPOLOGY, null);
        assertThat(traffic.addressProperty().get()).isEmpty();
        await("the end", () -> !listens(port));
    }

    @Test
    void closingTheWindowClosesThePort() {
        start();
        int port = URI.create(traffic.addressProperty().get()).getPort();
        traffic.close();
        assertThat(listens(port)).isFalse();
    }

    @Test
    void theQuestionNamesTheAddressAndWhatIsNotDone() {
        assertThat(LiveQuestion.text(traffic.terms()))
                .contains("http://127.0.0.1 (loopback)")
                .contains("\n• users: arrivals, keys, users and connections are those of the real clients");
    }

    private void start() {
        traffic.start();
        await("the port", () -> !traffic.addressProperty().get().isEmpty());
        stage.settle();
    }

    private String told() {
        Notice notice = notices.currentProperty().get();
        return notice == null ? "" : notice.message();
    }

    private void await(String what, BooleanSupplier condition) {
        stage.await(what, () -> {
            Runnable next;
            while ((next = screen.poll()) != null) {
                next.run();
            }
            return condition.getAsBoolean();
        });
    }

    private int status(String path) throws Exception {
        URI uri = URI.create(traffic.addressProperty().get() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static Topology topology() {
        ReadResult result = TopologyFile.parse("""
                { "format": 1, "name": "t", "seed": 1, "duration": "60s",
                  "nodes": [
                    { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "100/s" } },
                    { "id": "lb", "kind": "load-balancer", "layer": 7, "algorithm": "round-robin" },
                    { "id": "s1", "kind": "server", "cores": 4, "service": "1ms", "queue": 1000 },
                    { "id": "s2", "kind": "server", "cores": 4, "service": "1ms", "queue": 1000 } ],
                  "links": [
                    { "from": "users", "to": "lb", "latency": "0s" },
                    { "from": "lb", "to": "s1", "latency": "0s" },
                    { "from": "lb", "to": "s2", "latency": "0s" } ] }
                """);
        return ((ReadResult.Read) Objects.requireNonNull(result)).topology();
    }
}
