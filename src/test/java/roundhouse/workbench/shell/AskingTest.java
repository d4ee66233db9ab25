package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.Settings;
import roundhouse.workbench.files.FakePrompts;

/** Asking about requests through the real window, by pointer and by keyboard. */
class AskingTest extends ApplicationTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    static Path directory;

    private final FakePrompts prompts = new FakePrompts();
    private Stage stage;
    private WorkbenchWindow window;

    @Override
    public void start(Stage primary) {
        stage = primary;
        Path state = directory.resolve("state");
        window = new WorkbenchWindow(stage, Settings.in(state.resolve("settings.properties")), state, prompts);
        stage.show();
    }

    private void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it never came true", e);
        }
    }

    private void openSample() throws IOException {
        Path file = directory.resolve("sample.json");
        Files.writeString(file, Files.readString(Path.of("samples", "three-servers.json")));
        interact(() -> window.files().open(file));
    }

    /** Some requests have been answered, more are under way, and the clock stands. */
    private void openSampleAt(long nanos) throws IOException {
        openSample();
        interact(() -> {
            window.playback().pause();
            window.playback().seek(nanos);
        });
        until(() -> window.playback().timeProperty().get() == nanos);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean there(String query) {
        return lookup(query).tryQuery().isPresent();
    }

    private String why() {
        return lookup("#request").query().getAccessibleText();
    }

    private Bounds onScreen(String query) {
        Node node = lookup(query).query();
        return node.localToScreen(node.getBoundsInLocal());
    }

    @Test
    void clickingADotSaysWhyItGoesWhereItGoes() throws IOException {
        openSampleAt(300_000_000);
        Bounds from = onScreen("#node-clients");
        Bounds to = onScreen("#node-lb-1");
        for (double x = from.getMaxX() + 3; x < to.getMinX() && !there("#request"); x += 2) {
            clickOn(x, from.getCenterY() - 2.5);
        }
        until(() -> there(".candidates"));
        assertThat(((Label) lookup("#request-title").query()).getText()).startsWith("Request ");
        assertThat(why()).contains("lb-1 sends it to s").contains("least-connections: fewest in flight ÷ weight (s");
        assertThat(lookup("#request .waterfall").<ListView<?>>query().getItems())
                .hasSizeGreaterThan(4);
        clickOn("#request-back");
        assertThat(there("#requests")).isTrue();
    }

    @Test
    void byKeyboardTheListLeadsToTheAnswerAndBack() throws IOException {
        openSampleAt(300_000_000);
        push(KeyCode.CONTROL, KeyCode.R);
        until(() -> !lookup("#requests").<ListView<?>>query().getItems().isEmpty());
        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        until(() -> there(".waterfall"));
        assertThat(why()).contains("Answered after").contains("lb-1 sends it to s");
        assertThat(lookup("#request").query().isFocused()).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(lookup("#requests").query().isFocused()).isTrue();
        push(KeyCode.CONTROL, KeyCode.I);
        assertThat(there(".inspector-title")).isTrue();
        assertThat(there("#requests")).isFalse();
    }

    @Test
    void aFlagLeadsToARequestOfItsMoment() throws IOException {
        openSampleAt(300_000_000);
        clickOn("s2 slow ×3");
        until(() -> window.playback().timeProperty().get() == 20_000_000_000L);
        until(() -> there(".candidates"));
        assertThat(why()).contains("lb-1 sends it to s");
    }

    @Test
    void requestsAreExportedFromTheMenu() throws IOException {
        openSampleAt(300_000_000);
        prompts.save = directory.resolve("mine.otlp.json");
        interact(() -> window.actions().get("file.requests-otlp").run());
        until(() -> lookup("#banner").query().isVisible());
        assertThat(lookup("#banner").query().getAccessibleText())
                .contains("requests of the last 300 ms before 00:00.300 are in " + prompts.save);
        assertThat(prompts.save).content().startsWith("{\"resourceSpans\":[");
        assertThat(prompts.asked).containsExactly("requests roundhouse.otlp.json");
    }

    @Override
    public void stop() {
        interactNoWait(() -> stage.hide());
    }
}
