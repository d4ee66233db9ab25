package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;

/** Several designs at once in the real window: one click, small canvases that play, a table over seeds, and one of them in detail. */
class SeveralWindowTest extends WindowTest {
    private boolean seen(String query) {
        return asked(() -> lookup(query).tryQuery().filter(Node::isVisible).isPresent());
    }

    private List<String> texts(String query) {
        return asked(() -> lookup(query).queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && label.getParent().isVisible())
                .map(Label::getText)
                .toList());
    }

    private TableView<?> table() {
        return lookup("#several-table").query();
    }

    /** The seeds of a row. */
    private static <T> void choose(TableView<T> table, int row) {
        table.requestFocus();
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(2));
    }

    private int rows() {
        return asked(() -> table().getItems().size());
    }

    private String copied() {
        return asked(() -> Objects.toString(Clipboard.getSystemClipboard().getString(), ""));
    }

    private double middle(String query) {
        return asked(() -> onScreen(query).getCenterY());
    }

    private void compare() {
        type(KeyCode.SPACE);
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> seen("#compare-several"));
    }

    @Test
    void aDesignIsPlayedUnderEveryAlgorithmMeasuredSortedCopiedAndLookedAt() throws IOException {
        String sample = Files.readString(Path.of("samples", "slow-server-round-robin.json"));
        open("slow.json", sample.replaceFirst("\"warm-up\": \"5s\"", "\"warm-up\": \"0s\", \"duration\": \"3s\""));
        compare();
        until(() -> seen("#compare-algorithms"));
        assertThat(seen("#compare-writing")).as("there is no data").isFalse();
        clickOn("#compare-algorithms");
        until(() -> rows() == Algorithm.values().length);
        assertThat(asked(() -> lookup(".several-card").queryAll().size())).isEqualTo(8);
        // They play by the clock of the run, each with its figures, and somebody is the best of them.
        until(() -> session.playback().playingProperty().get());
        until(() -> seen("#long-work") && onScreen("#long-work").getWidth() > 20);
        assertThat(middle("#long-work")).as("beside the size").isCloseTo(middle(".status-label"), within(1.0));
        until(() ->
                texts(".several-figure").stream().anyMatch(text -> text.startsWith("p99 ★ ") && text.endsWith(" ms")));
        ComboBox<Integer> seeds = lookup("#several-seeds").query();
        interact(() -> seeds.setValue(3));
        until(() ->
                texts(".several-difference").stream().anyMatch(text -> text.startsWith("✓ −") && text.contains(" ± ")));

        interact(() -> lookup("#several-card-2 .several-away").<Button>query().fire());
        until(() -> asked(() -> lookup(".several-card").queryAll().size()) == 7);
        interact(() -> lookup("#several-table .check-box").queryAllAs(CheckBox.class).stream()
                .filter(box -> box.getText().equals("2"))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> asked(() -> lookup(".several-card").queryAll().size()) == 8);

        clickOn(lookup("#several-table .column-header")
                .<Node>match(header -> "several-column-mean".equals(header.getId()))
                .<Node>query());
        until(() -> asked(() -> !table().getSortOrder().isEmpty()));
        interact(() -> table().requestFocus());
        push(KeyCode.CONTROL, KeyCode.C);
        until(() -> copied().startsWith("| # | Design | Seeds | Mean latency |"));
        assertThat(copied().lines().skip(2).findFirst().orElseThrow())
                .as("sorted as it is seen")
                .doesNotStartWith("| 1 | ");
        clickOn("#several-csv");
        until(() -> copied().startsWith("row,design,seeds,first_seed,mean_seconds,"));

        interact(() -> choose(table(), 0));
        until(() -> !asked(() -> lookup("#several-detail").<Button>query().isDisabled()));
        type(KeyCode.RIGHT);
        until(() -> texts("#several-explained").getFirst().startsWith("Mean latency of “"));
        assertThat(texts("#several-explained").getFirst()).contains("Against “Round robin, as it is”: −");
        type(KeyCode.W);
        until(() -> texts(".formula").stream().anyMatch(text -> text.contains("and then the mean over seeds")));
        type(KeyCode.ESCAPE);
        until(() -> !seen("#origin-theory"));
        interact(() -> table().requestFocus());
        type(KeyCode.B);
        until(() -> texts("#several-explained").getFirst().endsWith("The other rows are compared with this one."));
        interact(() -> choose(table(), 1));
        type(KeyCode.RIGHT);
        until(() -> !asked(() -> lookup("#several-detail").<Button>query().isDisabled()));
        type(KeyCode.ENTER);
        until(() -> lookup("#compare-headline").<Label>query().getText().contains(" answers "));
        assertThat(session.document().changes()).isEmpty();

        clickOn("#compare-several");
        until(() -> rows() == Algorithm.values().length);
        clickOn("#several-clear");
        until(() -> seen("#compare-algorithms") && rows() == 0);
    }

    @Test
    void aDesignWithDataIsComparedUnderEveryWayOfWritingAndChosenEvictionPolicies() throws IOException {
        String sample = Files.readString(Path.of("samples", "write-back-and-a-crash.json"));
        open("back.json", sample.replaceFirst("\"warm-up\": \"10s\"", "\"warm-up\": \"0s\", \"duration\": \"3s\""));
        compare();
        until(() -> seen("#compare-eviction"));
        CheckComboBox<String> policies = lookup("#compare-policies").query();
        interact(() -> policies.getCheckModel().clearChecks());
        until(() -> lookup("#compare-eviction").query().isDisabled());
        interact(() -> policies.getCheckModel().check("LIRS"));
        until(() -> !lookup("#compare-eviction").query().isDisabled());
        clickOn("#compare-writing");
        until(() -> rows() == 5);
        assertThat(texts(".several-title"))
                .containsExactlyInAnyOrder(
                        "Write-back, as it is", "Cache-aside", "Read-through", "Write-through", "Write-around");
        until(() -> texts(".several-figure").stream().anyMatch(text -> text.startsWith("Write p50 ★ ")));

        interact(() -> lookup("#several-more").<MenuButton>query().getItems().stream()
                .filter(item -> item.getText().equals("Several eviction policies"))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> rows() == 6);
        assertThat(texts(".several-title"))
                .as("what was compared before keeps its rows")
                .hasSize(2)
                .contains("LIRS");
    }
}
