package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.playback.charts.Charts;

/** A figure of the inspector is asked where it comes from. */
class OriginsWindowTest extends WindowTest {
    private static final String FILE = """
            { "format": 1, "name": "one queue", "seed": 1, "duration": "40s", "warm-up": "10s",
              "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "poisson", "rate": "500/s" } },
                { "id": "s", "kind": "server", "cores": 1, "service": { "type": "exponential", "mean": "1ms" } } ],
              "links": [ { "from": "users", "to": "s", "latency": "0ms" } ] }
            """;

    private String text() {
        return asked(() -> listWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".pop-text .label").stream())
                .map(Label.class::cast)
                .map(Label::getText)
                .distinct()
                .collect(Collectors.joining("\n")));
    }

    @Test
    void enterOnAFigureOpensItsOriginWithTheClosedFormBesideTheMeasured() throws IOException {
        open("queue.json", FILE);
        seek(40 * SECOND);
        interact(() -> session.document().selection().select(new Item.NodeItem("s")));
        until(() -> lookup("#figure-3").tryQuery().isPresent());
        interact(() -> lookup("#figure-3").<Node>query().requestFocus());
        push(KeyCode.ENTER);
        until(() -> text().contains("theory 50.00 %"));
        assertThat(text())
                .contains("Where this comes from: Utilisation", "Formula: ρ = busy core time / (cores × 1 s)")
                .contains("Span: From 00:39.000 to 00:40.000, the last second. No warm-up is cut.")
                .contains("Measured from 00:10.000 to 00:40.000: ", " requests. Warm-up cut: 10.0 s.")
                .containsPattern("measured \\d\\d\\.\\d\\d % ± \\d\\.\\d\\d % \\(95 %, 30 batches\\)")
                .contains("M/M/1. Utilisation law: ρ = λ s / c");
    }

    /** A chart's heading is reached and asked by keys, in the panel, and Escape closes what it opened. */
    @Test
    void enterOnAChartsHeadingOpensItsOriginAndEscapeClosesIt() throws IOException {
        open("queue.json", FILE);
        seek(40 * SECOND);
        for (String chart : List.of("throughput", "latency")) {
            Node heading = lookup("#chart-heading-" + chart).query();
            interact(heading::requestFocus);
            push(KeyCode.ENTER);
            until(() -> text().contains("Not modelled: "));
            assertThat(text())
                    .contains("Where this comes from: " + (chart.equals("latency") ? "Latency" : "Throughput"));
            push(KeyCode.ESCAPE);
            until(() -> text().isEmpty());
        }
    }

    /** The other pictures of the run are asked as the lines are; that of nodes tells of the figure that is chosen. */
    @Test
    void theOtherPicturesOfTheRunAreAskedToo() throws IOException {
        size(1440, 900);
        open("queue.json", FILE);
        seek(40 * SECOND);
        ComboBox<String> view = lookup("#chart-view").query();
        for (String picture : List.of("heat", "histogram", "nodes")) {
            int at = List.of("heat", "histogram", "nodes").indexOf(picture) + 1;
            interact(() -> view.getSelectionModel().select(at));
            until(() -> there("#chart-heading-" + picture));
            interact(() -> lookup("#chart-heading-" + picture).<Node>query().requestFocus());
            push(KeyCode.ENTER);
            until(() -> text().contains("Not modelled: "));
            assertThat(text()).contains("Where this comes from: ").contains("Formula: ");
            push(KeyCode.ESCAPE);
            until(() -> text().isEmpty());
        }
        interact(() -> view.getSelectionModel().select(0));
    }

    /** In a window of its own a chart's figures are asked as they are in the panel, and Escape leaves the window open. */
    @Test
    void aChartInAWindowOfItsOwnIsAskedToo() throws IOException {
        open("queue.json", FILE);
        seek(40 * SECOND);
        interact(() -> ((MenuButton) lookup(".chart-latency").query().lookup(".chart-menu"))
                .getItems().stream()
                        .filter(item -> "Open in a window".equals(item.getText()))
                        .findFirst()
                        .ifPresent(MenuItem::fire));
        until(() -> listWindows().stream().anyMatch(OriginsWindowTest::isOfAChart));
        Window chart = listWindows().stream()
                .filter(OriginsWindowTest::isOfAChart)
                .findFirst()
                .orElseThrow();
        Node heading = chart.getScene().getRoot().lookup("#chart-heading-latency");
        interact(heading::requestFocus);
        push(KeyCode.ENTER);
        until(() -> text().contains("Not modelled: "));
        assertThat(text()).contains("Where this comes from: Latency");
        push(KeyCode.ESCAPE);
        until(() -> text().isEmpty());
        assertThat(asked(heading::isFocused)).isTrue();
        assertThat(asked(chart::isShowing)).isTrue();
        push(KeyCode.CONTROL, KeyCode.W);
        until(() -> !chart.isShowing());
    }

    private static boolean isOfAChart(Window window) {
        return window.getScene().getRoot().getStyleClass().contains("chart-window");
    }

    /** With more room one more chart comes below the others; who is at one of them with the keys stays there. */
    @Test
    void aHeadingKeepsTheFocusWhenOneMoreChartComes() throws IOException {
        openSample("a-cache-node-lost.json");
        seek(20 * SECOND);
        Charts charts = lookup(".charts").query();
        interact(() -> charts.moreRoom(0));
        assertThat(there(".chart-hit-ratio")).isFalse();
        Node heading = lookup("#chart-heading-latency").query();
        interact(heading::requestFocus);
        interact(() -> charts.moreRoom(500));
        until(() -> there(".chart-hit-ratio"));
        assertThat(asked(heading::isFocused)).isTrue();
        push(KeyCode.ENTER);
        until(() -> text().contains("Where this comes from: Latency"));
    }

    /** The entry of a menu that is open. */
    private @Nullable MenuItem item(String start) {
        return listWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> item.getText() != null && item.getText().startsWith(start))
                .findFirst()
                .orElse(null);
    }

    /** A key offers the figures of the card that is selected. */
    @Test
    void aKeyOnTheCanvasOffersTheFiguresOfACard() throws IOException {
        open("queue.json", FILE);
        seek(40 * SECOND);
        interact(() -> session.document().selection().select(new Item.NodeItem("s")));
        interact(() -> lookup("#node-s").<Node>query().requestFocus());
        push(KeyCode.CONTROL, KeyCode.F1);
        until(() -> item("In flight:  ") != null);
        interact(() -> Objects.requireNonNull(item("Utilisation:  ")).fire());
        until(() -> text().contains("theory 50.00 %"));
        assertThat(text()).containsPattern("Samples: of [\\d\u202f]+ requests that came in there within the second\\.");
    }
}
