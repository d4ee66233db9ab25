package roundhouse.workbench.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.LessonFile;
import roundhouse.lessons.SmallLesson;
import roundhouse.lessons.running.Prediction;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;

/** What stands beside the canvas, without a window. */
final class LearnPanelTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private record Open(LearnModel model, LearnPanel panel) {
        List<Node> nodes() {
            List<Node> nodes = new ArrayList<>();
            collect(((ScrollPane) panel.getChildren().getFirst()).getContent(), nodes);
            return nodes;
        }

        private static void collect(Node node, List<Node> nodes) {
            nodes.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
            }
        }

        boolean has(String id) {
            return nodes().stream().anyMatch(node -> id.equals(node.getId()));
        }

        List<String> texts() {
            List<String> texts = new ArrayList<>();
            for (Node node : nodes()) {
                if (node instanceof Labeled labeled) {
                    texts.add(labeled.getText());
                } else if (node instanceof Text text) {
                    texts.add(text.getText());
                }
            }
            return texts;
        }
    }

    private Open open(Lesson lesson) {
        FakeStage stage = new FakeStage(folder);
        LearnModel model = new LearnModel(stage, stage, Preferences.in(folder.resolve("settings")), new Notices());
        LearnPanel panel = new LearnPanel(model, List::of, () -> {});
        panel.open();
        model.open(lesson);
        return new Open(model, panel);
    }

    private static Lesson lesson(String text) {
        return ((LessonFile.Result.Read) LessonFile.parse(text)).lesson();
    }

    @Test
    void onTheLastStepNothingLeadsFurther() {
        Lesson lesson = SmallLesson.read();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            Open two = open(lesson.with(lesson.steps().subList(0, 2)));
            assertThat(two.has("learn-next")).isTrue();
            two.model().next();
            assertThat(two.has("learn-back")).isTrue();
            assertThat(two.has("learn-next")).isFalse();
        });
    }

    /** A lesson's file and the engine write 1,000 or 1000; the window has one way for both. */
    @Test
    void figuresAreWrittenAsInTheRestOfTheWindow() {
        Lesson lesson = lesson(SmallLesson.TEXT
                .replace("s2 is **slower**.", "Of 2,000 requests s2 has **1000**.")
                .replace("Both the same", "Each some 1,000"));
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            Open open = open(lesson);
            assertThat(open.texts()).contains("Of 2\u202f000 requests s2 has ", "1\u202f000");
            open.model().next();
            assertThat(open.texts()).contains("Each some 1\u202f000");
            open.model().predict(new Prediction.Chosen("s1"));
            open.model().reveal();
            assertThat(open.texts()).contains("No: 1\u202f000 and 999.");
        });
    }
}
