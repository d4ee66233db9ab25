package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;

/** The Compare view while there is one future: this design under every algorithm, and one of them in detail. */
class AlgorithmsWindowTest extends WindowTest {
    private List<String> links() {
        return asked(() -> lookup("#compare-algorithms-table .hyperlink").queryAllAs(Hyperlink.class).stream()
                .map(Hyperlink::getText)
                .toList());
    }

    @Test
    void aDesignIsRunUnderEveryAlgorithmAndOneOfThemLookedAt() throws IOException {
        String sample = Files.readString(Path.of("samples", "slow-server-round-robin.json"));
        open("slow.json", sample.replaceFirst("\"seed\"", "\"duration\": \"10s\", \"seed\""));
        type(KeyCode.SPACE);
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> there("#compare-algorithms"));
        clickOn("#compare-algorithms");
        until(() -> links().size() == Algorithm.values().length - 1);
        assertThat(links()).contains("Least connections").doesNotContain("Round robin");

        interact(() -> lookup("#compare-algorithms-table .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals("Least connections"))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> lookup("#compare-headline").<Label>query().getText().startsWith("“Least connections” answers "));
        assertThat(lookup("#compare-table .compare-better").queryAll()).isNotEmpty();
        assertThat(session.document().changes()).isEmpty();
    }
}
