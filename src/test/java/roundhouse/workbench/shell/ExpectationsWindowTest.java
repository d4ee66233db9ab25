package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.topology.Expectation;
import roundhouse.workbench.Settings;
import roundhouse.workbench.files.FakePrompts;

/** What a topology expects, written and seen in the real window. */
class ExpectationsWindowTest extends ApplicationTest {
    /** Long enough for a slow machine; nothing is measured. */
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    static Path directory;

    private Stage stage;
    private WorkbenchWindow window;

    @Override
    public void start(Stage primary) {
        stage = primary;
        Path state = directory.resolve("state");
        window =
                new WorkbenchWindow(stage, Settings.in(state.resolve("settings.properties")), state, new FakePrompts());
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
            throw new AssertionError("it never came true; shown are " + findings(), e);
        }
    }

    private List<String> findings() {
        return lookup(".expectation-finding").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private List<String> expected() {
        return window.document().topology().expect().stream()
                .map(Expectation::text)
                .toList();
    }

    @Test
    void areWrittenCheckedShownAndUndone() throws IOException {
        Path file = Files.writeString(directory.resolve("steady.json"), """
                { "format": 1, "name": "Steady", "duration": "1s",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "s1", "kind": "server", "service": "4ms" } ],
                  "links": [ { "from": "users", "to": "s1", "latency": "0s" } ],
                  "expect": [ "max < 5ms during 200ms..500ms", "max < 3ms" ] }
                """);
        interact(() -> window.files().open(file));
        interact(() -> window.playback().seek(1_000_000_000));
        until(() -> findings().equals(List.of("measured 4 ms", "measured 4 ms, 1 ms too much")));
        assertThat(lookup(".expectation-sign").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("✓", "✗");

        TextArea area = lookup("#field-expect").queryAs(TextArea.class);
        interact(area::requestFocus);
        interact(() -> area.setText("max < 5ms during 200ms..500ms\nmax of s2 < 6ms"));
        assertThat(lookup(".field-error").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anySatisfy(error -> assertThat(error).contains("no node has the id \"s2\"; did you mean \"s1\"?"));
        assertThat(expected()).containsExactly("max < 5ms during 200ms..500ms", "max < 3ms");
        interact(() -> area.setText("max of s1 < 6ms during 500ms..900ms"));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(expected()).containsExactly("max of s1 < 6ms during 500ms..900ms");
        until(() -> findings().equals(List.of("measured 4 ms")));

        interact(() -> window.document().undo());
        assertThat(expected()).containsExactly("max < 5ms during 200ms..500ms", "max < 3ms");
        until(() -> findings().equals(List.of("measured 4 ms", "measured 4 ms, 1 ms too much")));
    }
}
