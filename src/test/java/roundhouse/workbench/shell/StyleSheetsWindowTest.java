package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.document.Selection.Item;

/** JavaFX tells of mistakes in style sheets in its log only: a colour that is not there leaves a part undrawn. */
class StyleSheetsWindowTest extends WindowTest {
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord told) {
            if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(told.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Override
    public void start(Stage primary) {
        CSS.addHandler(listener);
        super.start(primary);
    }

    @Override
    public void stop() {
        super.stop();
        CSS.removeHandler(listener);
    }

    @Test
    void everyViewHasItsStylesInBothThemes() throws IOException {
        openSample("dead-server-with-checks.json");
        lookAround();
        choose("dark theme");
        lookAround();
        choose("light theme");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aColourThatIsNotThereWouldBeTold() {
        interact(() -> {
            Parent root = stage.getScene().getRoot();
            root.setStyle("-fx-background-color: -rh-no-such-colour;");
            root.applyCss();
        });
        assertThat(warnings).isNotEmpty();
    }

    private void choose(String theme) {
        push(KeyCode.CONTROL, KeyCode.K);
        write(theme);
        push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void lookAround() {
        for (String item : List.of("clients", "lb-1", "s1")) {
            interact(() -> session.document().selection().select(new Item.NodeItem(item)));
            WaitForAsyncUtils.waitForFxEvents();
        }
        seek(30 * SECOND);
        push(KeyCode.CONTROL, KeyCode.R);
        for (KeyCode view : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT1)) {
            push(KeyCode.CONTROL, view);
            WaitForAsyncUtils.waitForFxEvents();
        }
        push(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        push(KeyCode.ESCAPE);
        seek(0);
    }
}
