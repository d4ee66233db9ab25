package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.simulation.Frame;
import roundhouse.workbench.Settings;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.files.FakePrompts;

/** Breaking things in the real window, as a person would, and seeing what comes of it. */
class BreakingWindowTest extends ApplicationTest {
    /** Long enough for a slow machine; nothing is measured. */
    private static final int PATIENCE_SECONDS = 60;

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    static Path directory;

    private WorkbenchWindow window;
    private Frame newest = new Frame();
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        Path state = directory.resolve("state");
        window =
                new WorkbenchWindow(stage, Settings.in(state.resolve("settings.properties")), state, new FakePrompts());
        stage.show();
        window.playback().onFrame(frame -> newest = frame);
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

    private void open(String sample) throws IOException {
        Path copy = directory.resolve(sample);
        Files.copy(Path.of("samples", sample), copy, StandardCopyOption.REPLACE_EXISTING);
        interact(() -> window.files().open(copy));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Moves the run to that time. */
    private void seek(long nanos) {
        interact(() -> {
            window.playback().pause();
            window.playback().seek(nanos);
        });
        until(() -> window.playback().timeProperty().get() == nanos);
    }

    private String spoken(String node) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Node card = lookup("#node-" + node).query();
            return String.valueOf(card.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        });
    }

    /** The newest frame; the run must stand still while it is read. */
    private Frame frame() {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> newest);
    }

    private Point2D middleOf(String from, String to) {
        Bounds start = lookup("#node-" + from)
                .query()
                .localToScreen(lookup("#node-" + from).query().getBoundsInLocal());
        Bounds end = lookup("#node-" + to)
                .query()
                .localToScreen(lookup("#node-" + to).query().getBoundsInLocal());
        return new Point2D((start.getMaxX() + end.getMinX()) / 2, (start.getCenterY() + end.getCenterY()) / 2);
    }

    @Test
    void theActiveBalancerCrashesByKeyAndTheStandbyTakesTheTraffic() throws IOException {
        open("takeover.json");
        seek(5 * SECOND);
        assertThat(spoken("lb-1")).contains(", active,");
        assertThat(spoken("lb-2")).contains(", standby,");
        long before = frame().arrived[2];
        clickOn("#node-lb-1").type(KeyCode.X);
        until(() -> window.canvas().faults().isDown("lb-1"));
        assertThat(spoken("lb-1")).contains(", down,");
        seek(9 * SECOND + SECOND / 2);
        assertThat(spoken("lb-2")).contains(", active,");
        assertThat(frame().arrived[2] - before)
                .as("requests that the standby took over")
                .isPositive();
        assertThat(frame().transcript)
                .anySatisfy(notice -> assertThat(notice.text()).startsWith("lb-2 took over the address"));
    }

    @Test
    void aDragAcrossALinkCutsItAndNothingComesThrough() throws IOException {
        open("three-servers.json");
        seek(2 * SECOND);
        Point2D middle = middleOf("lb-1", "s1");
        press(KeyCode.ALT);
        moveTo(middle.add(-14, -40))
                .press(MouseButton.PRIMARY)
                .moveTo(middle.add(14, 40))
                .release(MouseButton.PRIMARY);
        release(KeyCode.ALT);
        Item link = new Item.LinkItem("lb-1", "s1");
        until(() -> window.canvas().faults().isBroken(link));
        seek(3 * SECOND);
        assertThat(frame().linkCondition[1]).isEqualTo(Frame.CUT);
        assertThat(frame().linkSince[1]).isEqualTo(2 * SECOND);
        long served = frame().arrived[2];
        seek(4 * SECOND);
        assertThat(frame().arrived[2]).as("what s1 got while its link was cut").isEqualTo(served);
        assertThat(frame().timedOut[0]).as("requests lost on the cut link").isPositive();
        interact(() -> window.document().undo());
        until(() -> !window.canvas().faults().isBroken(link));
    }

    @Test
    void thePaletteBreaksWhatIsSelected() throws IOException {
        open("three-servers.json");
        seek(SECOND);
        clickOn("#node-s2");
        clickOn("#palette-break-pause");
        until(() -> window.canvas().faults().isBroken(new Item.NodeItem("s2")));
        assertThat(spoken("s2")).contains(", paused,");
        clickOn("#node-s2").type(KeyCode.P);
        until(() -> !window.canvas().faults().isBroken(new Item.NodeItem("s2")));
    }

    @Test
    void theContextMenuBreaksInOtherWays() throws IOException {
        open("three-servers.json");
        seek(SECOND);
        clickOn("#node-s3").type(KeyCode.CONTEXT_MENU);
        clickOn("Break otherwise").clickOn("Errors: answers every fifth request with an error");
        until(() -> window.canvas().faults().isBroken(new Item.NodeItem("s3")));
        seek(2 * SECOND);
        assertThat(frame().condition[4]).isEqualTo(Frame.FAULTY);
        assertThat(frame().bad[4]).as("errors that s3 answered with").isPositive();
        assertThat(spoken("s3")).contains("answering with errors");
    }
}
