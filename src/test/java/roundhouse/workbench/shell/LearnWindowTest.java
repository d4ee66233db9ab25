package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.workbench.files.Prompts.Answer;

/** The Learn view: a lesson opened by key, a belief predicted, the run that corrects it, and the window whole again after it. */
class LearnWindowTest extends WindowTest {
    private void fire(String button) {
        until(() -> there(button) && !lookup(button).<Button>query().isDisabled());
        interact(() -> lookup(button).<Button>query().fire());
    }

    private boolean seen(String query) {
        return asked(() -> lookup(query).tryQuery().filter(Node::isVisible).isPresent());
    }

    private List<TextInputControl> fieldsOfStep(String label) {
        return asked(() -> lookup(".lesson-editor .scroll-pane .text-input").queryAllAs(TextInputControl.class).stream()
                .filter(field -> label.equals(field.getAccessibleText()))
                .toList());
    }

    private String text() {
        return asked(() -> lookup("#learn-text").<TextFlow>query().getAccessibleText());
    }

    /** A lesson that is being written is not lost with the window, nor with its own, unless a person says so. */
    @Test
    void aLessonThatIsBeingWrittenIsAskedAbout() {
        interact(() -> session.actions().get("view.lesson-write").run());
        until(() -> there("#editor-field-title"));
        Window editor = lookup("#editor-field-title").query().getScene().getWindow();
        interact(() -> {
            TextField title = lookup("#editor-field-title").query();
            title.requestFocus();
            title.setText("Mine");
        });
        prompts.answer = Answer.CANCEL;
        interact(() -> session.actions().get("file.close").run());
        assertThat(asked(() -> stage.isShowing() && editor.isShowing())).isTrue();
        push(KeyCode.CONTROL, KeyCode.W);
        assertThat(asked(editor::isShowing)).isTrue();
        prompts.answer = Answer.DO_NOT_SAVE;
        push(KeyCode.CONTROL, KeyCode.W);
        until(() -> !editor.isShowing());
        assertThat(asked(stage::isShowing)).isTrue();
    }

    /** What is typed into one field of a step after the other stands there, and the step stays the selected one. */
    @Test
    void aStepIsWrittenFieldByField() {
        interact(() -> session.actions().get("view.lesson-write").run());
        until(() -> !fieldsOfStep("Title").isEmpty());
        TextInputControl title = fieldsOfStep("Title").getFirst();
        interact(() -> {
            title.requestFocus();
            title.setText("Look here");
        });
        TextInputControl text = fieldsOfStep("Text").getFirst();
        interact(text::requestFocus);
        assertThat(asked(text::isFocused)).isTrue();
        interact(() -> text.setText("s1 is slow"));
        interact(title::requestFocus);
        assertThat(asked(() -> title.isFocused() && text.getScene() != null)).isTrue();
        ListView<?> steps = lookup("#editor-steps").query();
        assertThat(asked(() -> steps.getSelectionModel().getSelectedIndex())).isZero();
        prompts.answer = Answer.DO_NOT_SAVE;
        push(KeyCode.CONTROL, KeyCode.W);
        until(() -> !there("#editor-steps"));
    }

    @Test
    void aBeliefIsPredictedAndCorrectedByTheRun() {
        push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> seen("#learn-panel"));
        assertThat(seen("#palette-server")).isTrue();
        fire("#lesson-9");
        until(() -> session.document().topology().name().equals("Takeover"));
        assertThat(session.document().topology().node("lb-1")).containsInstanceOf(LoadBalancer.class);
        until(() -> text().startsWith("lb-1 has the address"));
        assertThat(seen("#palette-server")).as("not introduced yet").isFalse();
        assertThat(seen(".lesson-ring")).as("what to look at is circled").isTrue();
        fire("#learn-next");
        until(() -> there("#learn-choice-1"));
        assertThat(asked(() -> lookup("#learn-next").<Button>query().isDisabled()))
                .isTrue();
        fire("#learn-predict");
        assertThat(seen("#learn-expect-first")).as("nothing was chosen").isTrue();
        interact(() -> lookup("#learn-choice-1").<RadioButton>query().setSelected(true));
        fire("#learn-predict");
        until(() -> session.playback().timeProperty().get() > 0);
        fire("#learn-reveal");
        until(() -> there(".learn-missed"));
        fire("#learn-next");
        until(() -> there("#lesson-heights"));
        fire("#learn-leave");
        until(() -> seen("#view-ring"));
        assertThat(asked(() -> lookup("#view-ring").query().getParent().getChildrenUnmodifiable().stream()
                        .filter(ToggleButton.class::isInstance)
                        .map(button -> ((ToggleButton) button).getText())
                        .toList()))
                .containsExactly("Design", "Ring", "Compare", "Sweep");
        fire("#learn-close");
        until(() -> seen("#palette-server"));
        assertThat(seen("#learn-panel")).isFalse();
    }

    private boolean isFocused(String id) {
        return asked(() -> {
            Node focused = lookup("#learn-panel").query().getScene().getFocusOwner();
            return focused != null && id.equals(focused.getId());
        });
    }

    /** Each step is made anew; the keys stay in it. */
    @Test
    void aLessonIsReadByKeysAlone() {
        push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> isFocused("lesson-1"));
        interact(() -> lookup("#lesson-9").query().requestFocus());
        push(KeyCode.ENTER);
        until(() -> isFocused("learn-next"));
        push(KeyCode.ENTER);
        until(() -> isFocused("learn-choice-1"));
        fire("#learn-leave");
        fire("#learn-close");
        until(() -> !seen("#learn-panel"));
    }

    /** A lesson's file is opened as any other, and is no document. */
    @Test
    void theFileOfALessonOpensTheLesson() {
        open(Path.of("samples", "lessons", "09-active-and-standby.json"));
        until(() -> seen("#learn-panel") && seen("#learn-text"));
        until(() -> text().startsWith("lb-1 has the address"));
        assertThat(session.document().fileProperty().get()).isNull();
        fire("#learn-leave");
        fire("#learn-close");
        until(() -> !seen("#learn-panel"));
    }

    /** A kind that is chosen by key has other fields; the keys go on from the choice. */
    @Test
    void theChoiceOfAKindKeepsTheKeys() {
        interact(() -> session.actions().get("view.lesson-write").run());
        until(() -> there("#editor-field-kind"));
        interact(() -> lookup("#editor-field-kind").query().requestFocus());
        push(KeyCode.DOWN);
        until(() -> there("#editor-field-kind-answer"));
        until(() -> lookup("#editor-field-kind").query().isFocused());
        push(KeyCode.DOWN);
        until(() -> there("#editor-field-kind-goals"));
        until(() -> lookup("#editor-field-kind").query().isFocused());
        assertThat(asked(() -> lookup("#editor-problem").<Label>query().getText()))
                .startsWith("Step 1 “New step”, Goals: ");
        prompts.answer = Answer.DO_NOT_SAVE;
        push(KeyCode.CONTROL, KeyCode.W);
        until(() -> !there("#editor-steps"));
    }
}
