package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.document.Selection;

/** The charts, used as by somebody who asks what happened at 15 s. */
class ChartsWindowTest extends WindowTest {
    private static final String LATENCY = ".chart-latency";
    private static final String PLOT = LATENCY + " .chart-plot";

    private String reading() {
        return asked(() -> lookup(LATENCY + " .chart-reading").<Label>query().getText());
    }

    private ToggleButton legend(String name) {
        return from(lookup(LATENCY).<Node>query())
                .lookup((Node node) ->
                        node instanceof ToggleButton button && button.getText().equals(name))
                .query();
    }

    private List<String> chartWindows() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(each -> ((Stage) each).getTitle())
                .filter(title -> title.startsWith("Latency"))
                .toList();
    }

    private void choose(String what) {
        ComboBox<String> view = lookup("#chart-view").query();
        interact(() -> view.setValue(what));
    }

    private void menu(String card, String item) {
        interact(() -> ((MenuButton) lookup(card).query().lookup(".chart-menu"))
                .getItems().stream()
                        .filter(each -> item.equals(each.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    @Test
    void valuesAreReadMomentsGoneToLinesChosenStretchesSeenAndChartsTakenAway() throws IOException {
        size(1280, 900);
        openSample("retry-storm.json");
        seek(25 * SECOND);
        until(() -> there(PLOT) && !reading().equals("–"));

        // Values of all lines at a moment, and going there.
        Bounds plot = onScreen(PLOT);
        moveTo(plot.getMinX() + plot.getWidth() / 6, plot.getCenterY());
        until(() -> lookup(".chart-hover").queryAll().stream().anyMatch(Node::isVisible));
        assertThat(from(lookup(".chart-hover").<Node>query()).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("p50", "p95", "p99");
        clickOn(plot.getMinX() + plot.getWidth() / 6, plot.getCenterY());
        until(() -> Math.abs(session.playback().timeProperty().get() - 10 * SECOND) < SECOND / 5);
        seek(25 * SECOND);
        moveTo(stage);

        // Lines.
        clickOn(legend("p95"));
        until(() -> reading().startsWith("p50 ") && !reading().contains("p95"));
        doubleClickOn(legend("p99"));
        until(() -> reading().startsWith("p99 "));
        interact(() -> legend("p99").requestFocus());
        push(KeyCode.ALT, KeyCode.ENTER);
        until(() -> reading().split("·").length == 3);

        // A stretch of all charts, and the way back.
        interact(() -> lookup(LATENCY).query().requestFocus());
        push(KeyCode.PLUS);
        push(KeyCode.PLUS);
        until(() -> lookup("#charts-whole").query().isVisible());
        double before = asked(() -> onScreen(".timeline-sight").getWidth());
        moveTo(plot.getMinX() + plot.getWidth() / 4, plot.getCenterY());
        scroll(1, VerticalDirection.UP);
        until(() -> onScreen(".timeline-sight").getWidth() != before);
        push(KeyCode.DIGIT0);
        until(() -> !lookup("#charts-whole").query().isVisible());
        drag(plot.getMinX() + 100, plot.getCenterY()).dropTo(plot.getMinX() + 200, plot.getCenterY());
        until(() -> lookup("#charts-whole").query().isVisible());
        assertThat(session.playback().timeProperty().get())
                .as("a drag goes nowhere")
                .isEqualTo(25 * SECOND);
        clickOn("#charts-whole");
        until(() -> !lookup("#charts-whole").query().isVisible());

        // Files.
        prompts.save = directory.resolve("latency.csv");
        menu(LATENCY, "Export as CSV…");
        until(() -> Files.exists(prompts.save));
        assertThat(Files.readAllLines(prompts.save))
                .hasSize(251)
                .first()
                .asString()
                .startsWith("time (s),p50 (ms),");
        prompts.save = directory.resolve("latency.png");
        menu(LATENCY, "Export as PNG…");
        until(() -> Files.exists(prompts.save));

        // How long requests took, and every node.
        choose("Heat map");
        until(() -> there(".chart-heat") && !there(LATENCY));
        until(() -> {
            List<String> legend =
                    from(lookup(".heat-legend").<Node>query()).lookup(".label").queryAllAs(Label.class).stream()
                            .map(Label::getText)
                            .toList();
            String most = lookup(".chart-heat .chart-reading")
                    .<Label>query()
                    .getText()
                    .replace(" at most a cell", "");
            return legend.contains(most);
        });
        interact(() -> lookup(".chart-heat").query().requestFocus());
        push(KeyCode.UP);
        until(() -> lookup(".chart-hover").query().isVisible());
        prompts.save = directory.resolve("heat.svg");
        menu(".chart-heat", "Export as SVG…");
        until(() -> Files.exists(prompts.save));
        assertThat(prompts.save).content().contains("<rect", ">p99</text>");
        choose("Histogram");
        until(() -> there(".chart-histogram"));
        assertThat(asked(() ->
                        lookup(".chart-histogram .chart-reading").<Label>query().getText()))
                .contains(" requests\np50 ", "p99.9 ");
        choose("Each node");
        until(() -> lookup(".node-tile").queryAll().size() == 4);
        clickOn(from(lookup(".node-tile").queryAll().stream()
                        .filter(tile -> tile.getAccessibleText().startsWith("s2:"))
                        .findFirst()
                        .orElseThrow())
                .lookup(".chart-name")
                .<Node>query());
        until(() -> session.document().selection().items().equals(Set.of(new Selection.Item.NodeItem("s2"))));
        choose("Charts");
        until(() -> there(LATENCY));

        // A window that lives, and goes with its document.
        menu(LATENCY, "Open in a window");
        until(() -> chartWindows().size() == 1);
        Node content = asked(() -> Window.getWindows().stream()
                .filter(each -> each instanceof Stage chart && chart.getTitle().startsWith("Latency"))
                .findFirst()
                .orElseThrow()
                .getScene()
                .getRoot());
        until(() -> from(content).lookup((Node node) -> node instanceof Line).queryAllAs(Line.class).stream()
                        .map(Line::getStroke)
                        .distinct()
                        .count()
                == 3);
        assertThat(asked(() -> from(content).lookup(".chart-max").queryAll().stream()
                        .filter(Node::isVisible)
                        .count()))
                .as("a high chart says more than its upper edge")
                .isGreaterThan(2);
        openSample("three-servers.json");
        until(() -> chartWindows().isEmpty());
    }

    /** In a low chart the names of its lines do not lie on them once the run has got there, unless somebody points at it. */
    @Test
    void theNamesOfLinesMakeRoomForThem() throws IOException {
        size(1440, 900);
        openSample("partition-available.json");
        type(KeyCode.SPACE);
        String names = ".chart-availability .chart-legend";
        seek(2 * SECOND);
        until(() -> there(names) && lookup(names).query().getOpacity() == 1);
        seek(session.document().topology().duration().toNanos());
        moveTo(".inspector-title");
        until(() -> lookup(names).query().getOpacity() == 0);
        moveTo(".chart-availability .chart-plot");
        until(() -> lookup(names).query().getOpacity() == 1);
        moveTo(".inspector-title");
        until(() -> lookup(names).query().getOpacity() == 0);
    }
}
