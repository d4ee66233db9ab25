package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.access.Panes;
import roundhouse.workbench.document.Selection.Item;

/** The parts of the views, and an opened cache, by keys. */
class PartsByKeysWindowTest extends WindowTest {
    private Node focused() {
        return Objects.requireNonNull(asked(() -> stage.getScene().getFocusOwner()));
    }

    private void keys(KeyCode... keys) {
        for (KeyCode key : keys) {
            type(key);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean within(String query) {
        return asked(() -> Panes.has(lookup(query).query(), stage.getScene().getFocusOwner()));
    }

    private boolean inSight(Node node) {
        return asked(() -> {
            Bounds place = node.localToScene(node.getLayoutBounds());
            return place.getMinY() >= 0
                    && place.getMinY() + 20 < stage.getScene().getHeight();
        });
    }

    @Test
    void inTheRingViewOneGoesFromPartToPart() throws IOException {
        size(1024, 640);
        openSample("consistent-hashing.json");
        seek(SECOND);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> there(".ring-canvas"));
        interact(() -> lookup("#menu").query().requestFocus());
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 4; i++) {
            keys(KeyCode.F6);
            assertThat(inSight(focused())).as("what has the focus").isTrue();
            for (String part : new String[] {".ring-controls", ".ring-canvas", ".ring-details", ".comparison"}) {
                if (within(part)) {
                    reached.add(part);
                }
            }
        }
        assertThat(reached).containsExactly(".ring-controls", ".ring-canvas", ".ring-details", ".comparison");
        push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(within(".ring-details")).isTrue();
    }

    @Test
    void whereWhatIsComparedPlaysOneGoesFromTheCardsToTheTable() throws IOException {
        openSample("three-servers.json");
        seek(SECOND);
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> there("#compare-several"));
        interact(() -> lookup("#menu").query().requestFocus());
        keys(KeyCode.F6);
        assertThat(focused().getId()).as("the one that is on").isEqualTo("compare-several");
        keys(KeyCode.F6, KeyCode.ENTER);
        until(() -> there(".several-away"));
        assertThat(within(".several .table-view"))
                .as("not where one is taken away")
                .isTrue();
        interact(() -> lookup("#compare-several").query().requestFocus());
        keys(KeyCode.F6, KeyCode.F6);
        assertThat(within(".several .table-view")).isTrue();
    }

    @Test
    void aCacheIsOpenedAndItsKeysAreFollowedByKeysAlone() throws IOException {
        openSample("cdn-of-three-regions.json");
        seek(5 * SECOND);
        interact(() -> session.document().selection().select(new Item.NodeItem("cdn")));
        interact(() -> lookup(".canvas-view").query().requestFocus());
        keys(KeyCode.ENTER);
        until(() -> there("#cache-view"));
        assertThat(focused().getId()).isEqualTo("cache-tab");
        until(() -> lookup("#cache-cells").query().isFocusTraversable());
        keys(KeyCode.TAB, KeyCode.TAB);
        assertThat(focused().getId()).isEqualTo("cache-key");
        write("5");
        until(() -> text("#cache-answer").startsWith("key-5 is "));
        until(() -> lookup("#key-story").query().isVisible());
        while (!"cache-cells".equals(focused().getId())) {
            assertThat(within("#cache-view")).as("not beyond").isTrue();
            keys(KeyCode.TAB);
        }
        keys(KeyCode.RIGHT);
        until(() -> !lookup("#cache-key").<TextField>query().getText().equals("5"));
        String next = lookup("#cache-key").<TextField>query().getText();
        until(() -> text("#cache-answer").startsWith("key-" + next + " is "));
        interact(() -> lookup(".canvas-view").query().requestFocus());
        keys(KeyCode.F6);
        assertThat(focused().getId()).as("the tab that is shown").isEqualTo("cache-tab");
    }

    private String text(String query) {
        return lookup(query).<Label>query().getText();
    }

    @Test
    void theHopsOfARequestHaveTheirWholeNames() throws IOException {
        openSample("cdn-of-three-regions.json");
        seek(5 * SECOND);
        push(KeyCode.CONTROL, KeyCode.R);
        until(() -> !lookup(".request-number").queryAll().isEmpty());
        keys(KeyCode.DOWN, KeyCode.ENTER);
        until(() -> !lookup("#request .waterfall-name").queryAll().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lookup("#request .waterfall-name").queryAllAs(Labeled.class))
                .filteredOn(Labeled::isTextTruncated)
                .extracting(Labeled::getText)
                .isEmpty();
    }

    @Test
    void theInspectorOfAnotherKindOfNodeIsReadFromItsTitleOn() throws IOException {
        openSample("cdn-of-three-regions.json");
        seek(SECOND);
        interact(() -> session.document().selection().select(new Item.NodeItem("cdn")));
        ScrollPane scroll = lookup(".inspector-scroll").query();
        interact(() -> scroll.setVvalue(1));
        interact(() -> session.document().selection().select(new Item.NodeItem("origin")));
        assertThat(scroll.getVvalue()).isZero();
    }

    @Test
    void whatAnEmptyFieldIsForIsReadWhileItHasTheFocus() throws IOException {
        openSample("cdn-of-three-regions.json");
        interact(() -> session.document().selection().select(new Item.NodeItem("cdn")));
        TextField field = lookup(".inspector .text-field").queryAllAs(TextField.class).stream()
                .filter(any -> any.getText().isEmpty() && any.getPromptText().equals("off"))
                .findFirst()
                .orElseThrow();
        interact(field::requestFocus);
        interact(field::applyCss);
        assertThat(from(field).lookup(".text").queryAllAs(Text.class))
                .filteredOn(words -> words.getText().equals("off")
                        && words.isVisible()
                        && !Color.TRANSPARENT.equals(words.getFill()))
                .hasSize(1);
    }
}
