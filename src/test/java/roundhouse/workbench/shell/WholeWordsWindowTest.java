package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.files.Prompts.Answer;

/** No words are cut, in the smallest window that is promised and in the usual one. */
class WholeWordsWindowTest extends WindowTest {
    private void act(String action) {
        interact(() -> session.actions().get(action).run());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> cut() {
        return asked(() -> {
            List<String> cut = new ArrayList<>();
            for (Window shown : Window.getWindows()) {
                Parent root = shown.getScene().getRoot();
                root.applyCss();
                root.layout();
                collect(root, cut);
            }
            return cut;
        });
    }

    private static void collect(Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled words && words.isTextTruncated()) {
            cut.add(words.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
        }
    }

    @Test
    void whereThereIsLittleRoom() throws IOException {
        size(1024, 640);
        wholeEverywhere();
    }

    @Test
    void inTheUsualWindow() throws IOException {
        size(1440, 900);
        wholeEverywhere();
    }

    private void wholeEverywhere() throws IOException {
        openSample("three-servers.json");
        assertThat(cut()).as("Design").isEmpty();
        act("file.start");
        until(() -> there(".start-card"));
        assertThat(cut()).as("the start page").isEmpty();
        act("view.ring");
        until(() -> there(".moved-track"));
        assertThat(cut()).as("Ring").isEmpty();
        act("view.compare");
        interact(() -> lookup("#compare-algorithms").<Button>query().fire());
        until(() -> lookup(".several-card").queryAll().size() == 8);
        assertThat(cut()).as("Compare").isEmpty();
        act("view.sweep");
        assertThat(cut()).as("Sweep").isEmpty();
        act("view.cheapest");
        assertThat(cut()).as("the cheapest design").isEmpty();
        act("view.design");
        act("view.checklist");
        assertThat(cut()).as("the checklist").isEmpty();
        act("view.learn");
        assertThat(cut()).as("the lessons").isEmpty();
        act("view.ring");
        until(() -> there(".moved-track"));
        assertThat(cut()).as("Ring beside the lessons").isEmpty();
    }

    @Test
    void whatIsChosenInTheInspector() throws IOException {
        size(1024, 640);
        openSample("a-scan-empties-the-cache.json");
        interact(() -> session.document().selection().select(new Item.NodeItem("cache-a")));
        until(() -> there("#field-policy"));
        until(() -> {
            ComboBox<?> policy = lookup("#field-policy").query();
            return policy.getButtonCell().getText().equals("LRU")
                    && !policy.getButtonCell().isTextTruncated();
        });
    }

    /** A card has room for the settings of its cache, however long the policy's name and large the capacity. */
    @Test
    void whatACacheIsSetTo() throws IOException {
        size(1440, 900);
        String sample = Files.readString(Path.of("samples", "four-ways-of-writing.json"));
        open(
                "large-caches.json",
                sample.replace(
                        "\"capacity\": 1000, \"ttl\": \"30s\"",
                        "\"capacity\": 100000, \"policy\": \"w-tinylfu\", \"ttl\": \"300s\""));
        until(() -> lookup("#node-cache-a > .subtitle").tryQuery().isPresent());
        Label settings = lookup("#node-cache-a > .subtitle").query();
        until(() -> settings.getText().equals("W-TinyLFU · 100k · 300 s"));
        assertThat(asked(settings::isTextTruncated)).isFalse();
    }

    /** What stands in one column of the keys is not run into by the column before. */
    @Test
    void theKeysAtAGlance() {
        size(1440, 900);
        Platform.runLater(() -> session.actions().get("help.keys").run());
        until(() -> there(".keys-table"));
        assertThat(cut()).isEmpty();
        assertThat(asked(() -> lookup(".keys-table").queryAllAs(Parent.class).stream()
                        .filter(table -> table.getChildrenUnmodifiable().stream()
                                .anyMatch(child -> child.getBoundsInParent().getMaxX()
                                        > table.getLayoutBounds().getWidth() + 1))
                        .count()))
                .isZero();
        push(KeyCode.ESCAPE);
        until(() -> !there(".keys-table"));
    }

    @Test
    void aLessonThatIsBeingWrittenIsNotLostUnasked() {
        Platform.runLater(() -> session.actions().get("view.lesson-write").run());
        until(() -> there("#editor-add"));
        assertThat(cut()).isEmpty();
        Window editor = lookup("#editor-add").query().getScene().getWindow();
        interact(() -> lookup("#editor-add").<Button>query().fire());
        prompts.answer = Answer.CANCEL;
        close(editor);
        assertThat(prompts.asked).isNotEmpty();
        assertThat(asked(editor::isShowing)).isTrue();
        prompts.answer = Answer.DO_NOT_SAVE;
        close(editor);
        assertThat(asked(editor::isShowing)).isFalse();
    }

    private void close(Window editor) {
        interact(() -> {
            WindowEvent asking = new WindowEvent(editor, WindowEvent.WINDOW_CLOSE_REQUEST);
            Event.fireEvent(editor, asking);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
