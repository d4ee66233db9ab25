package roundhouse.workbench.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.WindowThread;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.document.FaultActions;
import roundhouse.workbench.files.FakePrompts;

/** Tests of the real window, used as a person would. Only the system's file dialogs are replaced by their answers. */
@Tag("screen")
abstract class WindowTest extends ApplicationTest {
    static final long SECOND = 1_000_000_000L;

    /** Long enough for a slow machine; nothing is measured. */
    @TempDir
    static Path directory;

    final FakePrompts prompts = new FakePrompts();
    Stage stage;
    Session session;
    WorkbenchWindow window;

    @Override
    public void start(Stage primary) {
        stage = primary;
        Path state = directory.resolve("state");
        session = Session.begin(state);
        window = new WorkbenchWindow(
                stage, session, Preferences.in(state.resolve("settings.properties")), state, prompts);
        stage.show();
    }

    @Override
    public void stop() {
        interactNoWait(() -> stage.hide());
    }

    /** Waits until the condition, asked on the window's thread, holds. */
    final void until(Callable<Boolean> condition) {
        WindowThread.until(condition);
    }

    /** The answer of the window's thread. */
    final <T> T asked(Callable<T> question) {
        return WindowThread.asked(question);
    }

    /** Opens a copy of that sample, under the same name. */
    final void openSample(String sample) throws IOException {
        Path copy = directory.resolve(sample);
        Files.copy(Path.of("samples", sample), copy, StandardCopyOption.REPLACE_EXISTING);
        open(copy);
    }

    /** Opens a file of that text. */
    final void open(String name, String text) throws IOException {
        open(Files.writeString(directory.resolve(name), text));
    }

    final void open(Path file) {
        interact(() -> window.files().open(file));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Makes the window so large: the stage is the one of the test before, whatever that made of it. */
    final void size(double width, double height) {
        interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Stops the clock and moves the run to that time. */
    final void seek(long nanos) {
        interact(() -> {
            session.playback().pause();
            session.playback().seek(nanos);
        });
        until(() -> session.playback().timeProperty().get() == nanos);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What is broken, as the canvas knows it. */
    final FaultActions faults() {
        return lookup(node -> node instanceof CanvasView).<CanvasView>query().faults();
    }

    final boolean there(String query) {
        return lookup(query).tryQuery().isPresent();
    }

    final Bounds onScreen(String query) {
        javafx.scene.Node node = lookup(query).query();
        return node.localToScreen(node.getBoundsInLocal());
    }

    /** Waits until that part, which slides in, has come to rest. */
    final void atRest(String query) {
        Bounds before;
        do {
            before = asked(() -> onScreen(query));
            WaitForAsyncUtils.sleep(150, TimeUnit.MILLISECONDS);
        } while (!before.equals(asked(() -> onScreen(query))));
    }
}
