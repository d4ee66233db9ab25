package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.workbench.canvas.CanvasView;

/** The window where there is little room. */
class SmallWindowTest extends WindowTest {
    private boolean isShown(String query) {
        return asked(() -> lookup(query).tryQuery().filter(Node::isVisible).isPresent());
    }

    @Test
    void panelsGiveWayBeforeTheCanvasAndTakeTheirPlaceAgain() throws IOException {
        size(1280, 800);
        openSample("path-rules.json");
        until(() -> isShown(".charts"));
        size(1024, 640);
        until(() -> onScreen(".canvas-view").getHeight() > 400);
        assertThat(onScreen(".canvas-view").getWidth()).isGreaterThan(560);
        assertThat(isShown(".charts")).isFalse();
        assertThat(isShown(".timeline")).isTrue();
        Bounds canvas = onScreen(".canvas-view");
        for (String card : new String[] {"#node-clients", "#node-lb-1"}) {
            assertThat(onScreen(card).getWidth()).as("cards, not boxes").isGreaterThan(90);
            assertThat(canvas.contains(onScreen(card))).isTrue();
        }
        size(1280, 800);
        until(() -> isShown(".charts"));
    }

    /** A second future takes a line below the timeline; the transcript would go on below the window's edge. */
    @Test
    void theTranscriptStaysInSightBelowASecondFuture() throws IOException {
        size(1024, 640);
        openSample("three-servers.json");
        interact(() -> session.playback().pause());
        double before = onScreen("#transcript-lines").getHeight();
        seek(30 * SECOND);
        seek(25 * SECOND);
        clickOn("#node-s1").type(KeyCode.X);
        until(() -> lookup(".future-track").tryQuery().isPresent());
        until(() -> inPanel("#transcript-lines"));
        assertThat(onScreen("#transcript-lines").getHeight()).isCloseTo(before, within(1.0));
        size(1280, 800);
        until(() -> isShown(".charts") && inPanel("#transcript-lines"));
    }

    private boolean inPanel(String query) {
        return onScreen(query).getMaxY() <= onScreen(".playback-panel").getMaxY();
    }

    @Test
    void aLessonLeavesTheCanvasRoom() throws IOException {
        size(1024, 640);
        openSample("three-servers.json");
        push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> isShown("#learn-panel"));
        until(() -> onScreen(".canvas-view").getWidth() > 440);
        assertThat(onScreen("#learn-panel").getMaxY())
                .isLessThanOrEqualTo(onScreen(".palette-scroll").getMinY() + 1);
        size(1440, 900);
        until(() -> onScreen("#learn-panel").getMaxX()
                <= onScreen(".palette-scroll").getMinX() + 1);
    }

    /** What a store promises fits beside the canvas without a scroll bar below it. */
    @Test
    void aStoreIsReadWithoutMovingItSideways() throws IOException {
        size(1024, 640);
        openSample("partition-consistent.json");
        until(() -> isShown("#store-tab"));
        clickOn("#store-tab");
        until(() -> isShown("#store-judge"));
        assertThat(asked(() -> lookup("#store-view .scroll-bar").queryAllAs(ScrollBar.class).stream()
                        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible())
                        .count()))
                .isZero();
    }

    @Test
    void aHintIsAboveWhatIsRefused() {
        size(1024, 640);
        interact(() -> session.actions().get("help.tour").run());
        until(() -> isShown("#hints"));
        interact(() -> lookup(".canvas-view")
                .<CanvasView>query()
                .actions()
                .say("Select a node or a link first: Tab goes to the next node."));
        until(() -> {
            Node refusal = lookup(".canvas-view .hint").queryAll().stream()
                    .filter(Node::isVisible)
                    .findFirst()
                    .orElseThrow();
            Bounds said = refusal.localToScreen(refusal.getBoundsInLocal());
            // Without its shadow.
            Node hints = lookup("#hints").query();
            return said.getMinY()
                    >= hints.localToScreen(hints.getLayoutBounds()).getMaxY();
        });
    }

    @Test
    void theNewestLineOfTheTranscriptIsWholeInSightInAsManyLinesAsItNeeds() throws IOException {
        size(1440, 900);
        openSample("cold-start.json");
        seek(20_500_000_000L);
        size(1024, 640);
        until(() -> {
            Node newest = lookup(".transcript-line").queryAll().stream()
                    .filter(line -> line instanceof ListCell<?> cell
                            && cell.getItem() instanceof TranscriptLine notice
                            && notice.text().startsWith("s2 recovered"))
                    .findFirst()
                    .orElseThrow();
            Bounds line = newest.localToScreen(newest.getBoundsInLocal());
            return line.getHeight() > 25
                    && line.getMaxY() <= onScreen(".transcript > .list-view").getMaxY() + 1;
        });
    }

    @Test
    void aLongNameIsNotCutInItsField() throws IOException {
        size(1024, 640);
        openSample("three-servers.json");
        until(() -> there("#field-name"));
        TextField name = lookup("#field-name").query();
        Text letters = (Text) name.lookup(".text");
        assertThat(letters.getText()).isEqualTo("Three equal servers");
        assertThat(asked(() -> letters.getLayoutBounds().getWidth()))
                .isLessThanOrEqualTo(asked(() -> name.getWidth() - name.snappedLeftInset() - name.snappedRightInset()));
    }

    @Test
    void helpFitsScrollsAndCloses() throws IOException {
        size(1024, 640);
        openSample("three-servers.json");
        interact(() -> stage.getScene().getRoot().requestFocus());
        push(KeyCode.F1);
        until(() -> lookup("#keys").tryQuery().isPresent());
        ScrollPane keys = lookup("#keys").query();
        Window dialog = keys.getScene().getWindow();
        assertThat(dialog.getWidth()).isLessThanOrEqualTo(1024);
        assertThat(dialog.getHeight()).isLessThanOrEqualTo(640);
        assertThat(keys.getContent().getBoundsInLocal().getHeight())
                .as("there is more than fits")
                .isGreaterThan(keys.getViewportBounds().getHeight());
        assertThat(keys.getContent().getBoundsInLocal().getWidth())
                .as("nothing beside what fits")
                .isLessThanOrEqualTo(keys.getViewportBounds().getWidth() + 1);
        push(KeyCode.ESCAPE);
        until(() -> !dialog.isShowing());
    }
}
