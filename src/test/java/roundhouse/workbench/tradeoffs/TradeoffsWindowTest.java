package roundhouse.workbench.tradeoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.WindowThread.asked;
import static roundhouse.workbench.WindowThread.until;

import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import roundhouse.workbench.remembering.Theme;

/** The triangle and the chart on a screen, fed as a run would. */
@Tag("screen")
class TradeoffsWindowTest extends ApplicationTest {
    private final CapModel cap = new CapModel();
    private final PacelcModel pacelc = new PacelcModel("Median latency");
    private final List<CapCorner> shown = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        Scene scene = new Scene(
                new VBox(
                        new CapTriangle(cap, shown::add),
                        ToggleChoice.ofStaleness(pacelc),
                        new PacelcView("Else", pacelc, taken::add)),
                700,
                900);
        scene.getStylesheets().setAll(Theme.stylesheets(ColorScheme.LIGHT));
        stage.setScene(scene);
        stage.show();
    }

    @Override
    public void stop() {
        interactNoWait(() -> stage.hide());
    }

    private String text(String query) {
        return asked(() -> lookup(query).<Label>query().getText());
    }

    private void show(PacelcPoint... points) {
        pacelc.show(List.of(points), List.of());
    }

    private boolean isFilled(int place) {
        return lookup("#pacelc-point-" + place)
                .<Shape>tryQuery()
                .filter(shape -> !Color.TRANSPARENT.equals(shape.getFill()))
                .isPresent();
    }

    private boolean isMarked(String mark) {
        return lookup(".pacelc-mark").<Label>queryAll().stream()
                .anyMatch(label -> label.getText().equals(mark));
    }

    @Test
    void eachCornerSaysHowItKnowsAndOpensWhatShowsIt() {
        interact(() -> {
            cap.set(CapCorner.CONSISTENCY, new CapFinding(CapFinding.State.BROKEN, "A read was stale.", true));
            cap.set(CapCorner.AVAILABILITY, new CapFinding(CapFinding.State.HOLDS, "All 812 were answered."));
            cap.set(CapCorner.PARTITION_TOLERANCE, new CapFinding(CapFinding.State.HOLDS, "Both sides went on."));
        });
        assertThat(text("#cap-sentence")).startsWith("AP: ");
        assertThat(text("#cap-state-C")).isEqualTo("✕ broken");
        assertThat(text("#cap-how-A")).isEqualTo("All 812 were answered.");
        assertThat(lookup(".cap-triangle").query().getAccessibleText())
                .contains("Consistency broken: A read was stale.")
                .contains("Availability holds: All 812 were answered.");
        assertThat(lookup("#cap-show-A").query().isVisible()).isFalse();
        clickOn("#cap-show-C");
        assertThat(shown).containsExactly(CapCorner.CONSISTENCY);
        assertThat(lookup(".cap-side.holds").queryAll()).hasSize(1);
        interact(() -> cap.set(CapCorner.CONSISTENCY, new CapFinding(CapFinding.State.UNKNOWN, "Too much to check.")));
        assertThat(lookup("#cap-show-C").query().isVisible()).isFalse();
        assertThat(text("#cap-state-C")).isEqualTo("? unknown");
    }

    @Test
    void pointsFillAsTheirRunsEnd() {
        interact(() -> {
            show(
                    new PacelcPoint(0, "async", 2_000_000, 0.4, 40_000_000, 1, 2),
                    new PacelcPoint(1, "sync", 44_000_000, 0, 0, 2, 2));
        });
        until(() -> isFilled(1));
        assertThat(asked(() -> isFilled(0))).isFalse();
        Bounds async = asked(() -> lookup("#pacelc-point-0").query().getBoundsInParent());
        Bounds sync = asked(() -> lookup("#pacelc-point-1").query().getBoundsInParent());
        assertThat(async.getMaxX()).isLessThan(sync.getMinX());
        assertThat(async.getMaxY()).isLessThan(sync.getMinY());
        interact(() -> show(
                new PacelcPoint(0, "async", 2_000_000, 0.3, 40_000_000, 2, 2),
                new PacelcPoint(1, "sync", 44_000_000, 0, 0, 2, 2)));
        until(() -> isFilled(0));
        moveTo("#pacelc-point-0");
        assertThat(text("#pacelc-details")).isEqualTo("async: 2.00 ms, 30.0 % of reads stale, by 40.0 ms");
    }

    @Test
    void keysGoFromTheFastestToTheSlowest() {
        interact(() -> {
            show(
                    new PacelcPoint(0, "sync", 44_000_000, 0, 0, 2, 2),
                    new PacelcPoint(1, "async", 2_000_000, 0.4, 40_000_000, 2, 2));
            lookup("#pacelc-plot").query().requestFocus();
        });
        push(KeyCode.RIGHT);
        assertThat(text("#pacelc-details")).startsWith("async: ");
        push(KeyCode.RIGHT);
        assertThat(text("#pacelc-details")).startsWith("sync: ");
        push(KeyCode.RIGHT);
        assertThat(text("#pacelc-details")).startsWith("sync: ");
        push(KeyCode.ENTER);
        assertThat(taken).containsExactly("sync");
        clickOn("#pacelc-point-1");
        assertThat(taken).containsExactly("sync", "async");
        push(KeyCode.ESCAPE);
        moveTo("#cap-sentence");
        assertThat(text("#pacelc-details")).startsWith("Point for figures");
    }

    @Test
    void theAxisIsAShareOrAnAge() {
        interact(() -> show(new PacelcPoint(0, "async", 2_000_000, 0.4, 40_000_000, 2, 2)));
        until(() -> isMarked("40.0 %"));
        clickOn("#pacelc-age");
        until(() -> isMarked("40.0 ms"));
        interact(() -> pacelc.stalenessProperty().set(PacelcModel.Staleness.SHARE));
        until(() -> isMarked("40.0 %"));
    }
}
