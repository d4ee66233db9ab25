package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.faults.NodeState;
import roundhouse.topology.NodeFault;

/** Real requests to a topology that is open in the window. */
class LiveWindowTest extends WindowTest {
    private final AtomicLong atFirst = new AtomicLong();
    private final AtomicLong firstState = new AtomicLong();

    @Override
    public void start(Stage primary) {
        super.start(primary);
        session.playback().onFrame(frame -> {
            int server = frame.topology.nodes().stream()
                    .map(roundhouse.topology.nodes.Node::id)
                    .toList()
                    .indexOf("s1");
            if (server >= 0) {
                atFirst.set(frame.arrived[server]);
                firstState.set(frame.condition[server]);
            }
        });
    }

    @Test
    void aPersonOpensAPortSendsRequestsBreaksAServerAndStops() throws Exception {
        openSample("three-servers.json");
        seek(2 * SECOND);
        long simulated = atFirst.get();
        assertThat(there("#live-stop")
                        && lookup("#live-stop").query().isVisible()
                        && lookup("#live-bar").query().isVisible())
                .isFalse();

        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        until(() -> there("Open port"));
        assertThat(asked(() ->
                        lookup(".dialog-pane").query().getScene().getRoot().getStylesheets()))
                .as("as the window looks")
                .isEqualTo(asked(() -> stage.getScene().getStylesheets()));
        clickOn("Cancel");
        assertThat(asked(() -> session.playback().liveProperty().get())).isFalse();

        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        until(() -> there("Open port"));
        clickOn("Open port");
        until(() -> lookup("#live-bar").query().isVisible());
        String title = asked(() -> lookup("#live-address").<Label>query().getText());
        assertThat(title).startsWith("Live · http://127.0.0.1:");
        URI address = URI.create(title.substring("Live · ".length()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 9; i++) {
                client.send(
                        HttpRequest.newBuilder(address.resolve("/" + i)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        until(() -> atFirst.get() == 3);
        until(() -> there("real clients"));
        clickOn("#node-s1").type(KeyCode.X);
        until(() -> firstState.get() == NodeState.DOWN);
        assertThat(asked(() -> session.playback().commandsProperty().get())).isEmpty();

        Node stop = lookup("#live-stop").query();
        clickOn(stop);
        until(() -> there("Live traffic has stopped. The simulation, told the same, makes 9 of its 9 picks."));
        until(() -> session.playback().timeProperty().get() == 2 * SECOND && atFirst.get() == simulated);
        assertThat(asked(() -> faults().has(NodeFault.CRASH, List.of("s1")))).isFalse();
        assertThat(listens(address.getPort())).isFalse();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
