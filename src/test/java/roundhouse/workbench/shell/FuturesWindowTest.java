package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.RunFile;
import roundhouse.topology.files.TopologyFile;

/** Two futures in the real window: made, seen, compared, left and removed as a person would. */
class FuturesWindowTest extends WindowTest {
    private void openStopped() throws IOException {
        openSample("three-servers.json");
        until(() -> session.playback().playingProperty().get());
        type(KeyCode.SPACE);
        until(() -> !session.playback().playingProperty().get());
    }

    /** Clicks on the timeline, which shows a minute. */
    private void scrubTo(int seconds) {
        Bounds bar = onScreen(".timeline-track");
        clickOn(bar.getMinX() + bar.getWidth() * seconds / 60, bar.getCenterY());
        until(() -> Math.abs(session.playback().timeProperty().get() - seconds * SECOND) < SECOND / 2);
    }

    private int kept() {
        return session.playback().keptProperty().get().size();
    }

    private int active() {
        return session.playback().activeProperty().get().number();
    }

    @Test
    void playCrashGoBackChangeTheAlgorithmAndCompare() throws IOException {
        openStopped();
        scrubTo(12);
        clickOn("#node-s1").type(KeyCode.X);
        until(() -> session.playback().commandsProperty().get().size() == 1);
        scrubTo(18);
        scrubTo(9);
        clickOn("#node-lb-1");
        clickOn("#field-algorithm").type(KeyCode.UP).type(KeyCode.ENTER);
        until(() -> kept() == 1);
        assertThat(session.playback().keptProperty().get().getFirst().name()).isEqualTo("Original run");
        until(() -> there(".future-track"));

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
    void theNameOfAFutureWithoutRoomAroundItsLineStandsInItsPlace() throws IOException {
        openStopped();
        seek(60 * SECOND);
        clickOn("#node-lb-1");
        clickOn("#field-algorithm").type(KeyCode.UP).type(KeyCode.ENTER);
        interact(() -> session.playback().restart());
        until(() -> kept() == 1 && there(".future-track"));
        until(() ->
                onScreen(".future-name").getMaxX() <= onScreen(".future-line").getMinX());
        assertThat(onScreen(".future-line").getWidth()).isGreaterThan(100);
    }

    @Test
    void aRunIsSavedOpenedAndChecked() throws IOException {
        openStopped();
        scrubTo(3);
        clickOn("#node-s1").type(KeyCode.X);
        until(() -> session.playback().commandsProperty().get().size() == 1);
        prompts.save = directory.resolve("a.run.json");
        interact(() -> session.actions().get("file.save-run").run());
        until(() -> Files.exists(prompts.save) && RunFile.read(prompts.save) instanceof RunFile.Result.Read);
        prompts.open = prompts.save;
        interact(() -> session.actions().get("file.open-run").run());
        until(() -> lookup("#banner").query().getAccessibleText() != null
                && lookup("#banner").query().getAccessibleText().contains("as it was recorded"));
        assertThat(session.playback().commandsProperty().get()).hasSize(1);
        assertThat(TopologyFile.read(directory.resolve("three-servers.json"))).isInstanceOf(ReadResult.Read.class);
    }

    @Test
    void whatBreaksOnTheWindowsThreadIsTold() {
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(session.failures());
        try {
            Platform.runLater(() -> {
                throw new IllegalStateException("a button broke");
            });
            until(() -> lookup("#banner").query().isVisible());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(handler);
        }
        assertThat(lookup("#banner").query().getAccessibleText())
                .startsWith("Something failed in the window (a button broke); a report is in ");
    }

    @Test
    void theTranscriptOfAnotherFutureIsSeenFromItsBeginning() throws IOException {
        size(1440, 900);
        openSample("dead-server-without-checks.json");
        seek(54 * SECOND);
        seek(39 * SECOND);
        clickOn("#node-s1").type(KeyCode.S);
        until(() -> kept() == 1);
        seek(51 * SECOND);
        until(() -> seenLines().size() == 3);
        assertThat(seenLines().getFirst()).startsWith("s3 crashed");
    }

    /** The lines of the transcript that are in sight. */
    private List<String> seenLines() {
        Bounds list = onScreen(".transcript .list-view");
        return lookup(".transcript-text").queryAllAs(Label.class).stream()
                .filter(label -> label.getScene() != null && label.getParent().isVisible())
                .filter(label -> list.contains(label.localToScreen(label.getBoundsInLocal())))
                .map(Label::getText)
                .toList();
    }
}
