package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** The charts of what becomes of data are there where something keeps data. */
class DataChartsWindowTest extends WindowTest {
    private List<String> charts() {
        return asked(() -> lookup(".chart-card").queryAll().stream()
                .filter(Node::isVisible)
                .map(card -> ((Label) card.lookup(".chart-name")).getText())
                .toList());
    }

    @Test
    void chartsOfDataAreThereWhereSomethingKeepsDataAndThereIsRoom() throws Exception {
        size(1440, 900);
        openSample("six-places-to-cache.json");
        seek(2_000_000_000L);
        until(() -> charts().contains("Stale reads"));
        assertThat(charts())
                .containsExactly("Throughput", "Latency", "Errors", "In flight per server", "Hit ratio", "Stale reads");
        assertThat(onScreen("#transcript-lines").getMaxY())
                .as("the newest line of the transcript is in sight")
                .isLessThanOrEqualTo(onScreen(".playback-panel").getMaxY());
        openSample("write-back-and-a-crash.json");
        seek(2_000_000_000L);
        until(() -> charts().contains("Dirty entries"));
        assertThat(charts()).contains("Hit ratio");
        openSample("three-servers.json");
        seek(2_000_000_000L);
        until(() -> charts().size() == 4);
        assertThat(charts()).containsExactly("Throughput", "Latency", "Errors", "In flight per server");
    }
}
