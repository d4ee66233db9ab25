package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;

/** The Compare view while there is one future: this design under every algorithm, and one of them in detail. */
class VariantsWindowTest extends WindowTest {
    private List<String> links() {
        return asked(() -> lookup("#compare-variants-table .hyperlink").queryAllAs(Hyperlink.class).stream()
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

        interact(() -> lookup("#compare-variants-table .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(link -> link.getText().equals("Least connections"))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> lookup("#compare-headline").<Label>query().getText().startsWith("“Least connections” answers "));
        assertThat(lookup("#compare-table .compare-better").queryAll()).isNotEmpty();
        assertThat(session.document().changes()).isEmpty();
    }

    private boolean seen(String query) {
        return asked(() -> lookup(query).tryQuery().filter(Node::isVisible).isPresent());
    }

    private List<String> cells() {
        return asked(() -> lookup("#compare-variants-table .compare-figure").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void aDesignWithDataIsRunUnderEveryWayOfWritingAndEveryEvictionPolicy() throws IOException {
        String sample = Files.readString(Path.of("samples", "write-back-and-a-crash.json"));
        open("back.json", sample.replaceFirst("\"seed\"", "\"duration\": \"22s\", \"seed\""));
        type(KeyCode.SPACE);
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> seen("#compare-writing"));
        clickOn("#compare-writing");
        until(() -> links().size() == 4);
        assertThat(links()).containsExactly("Cache-aside", "Read-through", "Write-through", "Write-around");
        assertThat(cells()).hasSize(5 * 10).noneMatch(String::isEmpty);
        assertThat(words()).hasSize(5).contains("What is seldom read after it is written, or may be old.");
        interact(() -> stage.setWidth(1_000));
        until(() -> words().contains("Take it for: What is seldom read after it is written, or may be old."));

        until(() -> seen("#compare-eviction"));
        clickOn("#compare-eviction");
        until(() -> seen("#compare-variants-cancel"));
        until(() -> links().contains("First in, first out"));
        clickOn("#compare-variants-cancel");
        until(() -> seen("#compare-eviction"));
        assertThat(links()).as("what is done stays").contains("First in, first out");

        CheckComboBox<String> policies = lookup("#compare-policies").query();
        interact(() -> policies.getCheckModel().clearChecks());
        until(() -> lookup("#compare-eviction").query().isDisabled());
        interact(() -> policies.getCheckModel().check("LIRS"));
        clickOn("#compare-eviction");
        until(() -> links().equals(List.of("LIRS")));
    }

    private List<String> words() {
        return asked(() -> lookup("#compare-variants-table .compare-words").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void aDesignWithoutDataIsNotOfferedThem() throws IOException {
        openSample("three-servers.json");
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> seen("#compare-algorithms"));
        assertThat(seen("#compare-writing")).isFalse();
        assertThat(seen("#compare-eviction")).isFalse();
    }
}
