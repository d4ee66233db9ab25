package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.topology.ReadResult;
import roundhouse.topology.RunFile;
import roundhouse.topology.TopologyFile;
import roundhouse.workbench.Settings;
import roundhouse.workbench.files.FakePrompts;

/** Two futures in the real window: made, seen, compared, left and removed as a person would. */
class FuturesWindowTest extends ApplicationTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final long SECOND = 1_000_000_000;

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

    @Override
    public void stop() {
        interactNoWait(() -> stage.hide());
    }

    private void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it never came true", e);
        }
    }

    private void open() throws IOException {
        Path file = directory.resolve("sample.json");
        Files.copy(Path.of("samples", "three-servers.json"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        interact(() -> window.files().open(file));
        until(() -> window.playback().playingProperty().get());
        type(KeyCode.SPACE);
        until(() -> !window.playback().playingProperty().get());
    }

    /** Clicks on the timeline, which shows a minute. */
    private void scrubTo(int seconds) {
        Bounds bar = lookup(".timeline-track")
                .query()
                .localToScreen(lookup(".timeline-track").query().getBoundsInLocal());
        clickOn(bar.getMinX() + bar.getWidth() * seconds / 60, bar.getCenterY());
        until(() -> Math.abs(window.playback().timeProperty().get() - seconds * SECOND) < SECOND / 2);
    }

    private int kept() {
        return window.playback().keptProperty().get().size();
    }

    private int active() {
        return window.playback().activeProperty().get().number();
    }

    @Test
    void playCrashGoBackChangeTheAlgorithmAndCompare() throws IOException {
        open();
        scrubTo(12);
        clickOn("#node-s1").type(KeyCode.X);
        until(() -> window.playback().commandsProperty().get().size() == 1);
        scrubTo(18);
        scrubTo(9);
        clickOn("#node-lb-1");
        clickOn("#field-algorithm").type(KeyCode.UP).type(KeyCode.ENTER);
        until(() -> kept() == 1);
        assertThat(window.playback().keptProperty().get().getFirst().name()).isEqualTo("First future");
        until(() -> lookup(".future-track").tryQuery().isPresent());

        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> !lookup("#compare-cancel").query().isVisible()
                && ((Label) lookup("#compare-headline").query()).getText().contains(" ± "));
        assertThat(lookup("#compare-table .compare-figure").queryAll()).hasSizeGreaterThan(20);

        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        int second = active();
        push(KeyCode.SHIFT, KeyCode.F);
        until(() -> active() == 0);
        clickOn(".future-name");
        until(() -> active() == second);
        interact(() -> lookup(".future-track").query().requestFocus());
        type(KeyCode.DELETE);
        until(() -> kept() == 0);
    }

    @Test
    void aRunIsSavedOpenedAndChecked() throws IOException {
        open();
        scrubTo(3);
        clickOn("#node-s1").type(KeyCode.X);
        until(() -> window.playback().commandsProperty().get().size() == 1);
        prompts.save = directory.resolve("a.run.json");
        interact(() -> window.actions().get("file.save-run").run());
        until(() -> Files.exists(prompts.save) && RunFile.read(prompts.save) instanceof RunFile.Result.Read);
        prompts.open = prompts.save;
        interact(() -> window.actions().get("file.open-run").run());
        until(() -> lookup("#banner").query().getAccessibleText() != null
                && lookup("#banner").query().getAccessibleText().contains("as it was recorded"));
        assertThat(window.playback().commandsProperty().get()).hasSize(1);
        assertThat(TopologyFile.read(directory.resolve("sample.json"))).isInstanceOf(ReadResult.Read.class);
    }
}
