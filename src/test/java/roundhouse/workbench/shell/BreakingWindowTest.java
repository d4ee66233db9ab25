package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.NodeFault;
import roundhouse.workbench.document.Selection.Item;

/** Breaking things in the real window, as a person would, and seeing what comes of it. */
class BreakingWindowTest extends WindowTest {
    private Frame newest = new Frame();

    @Override
    public void start(Stage primary) {
        super.start(primary);
        session.playback().onFrame(frame -> newest = frame);
    }

    private String spoken(String node) {
        return asked(() -> {
            Node card = lookup("#node-" + node).query();
            return String.valueOf(card.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        });
    }

    /** The newest frame; the run must stand still while it is read. */
    private Frame frame() {
        return asked(() -> newest);
    }

    private Point2D middleOf(String from, String to) {
        Bounds start = onScreen("#node-" + from);
        Bounds end = onScreen("#node-" + to);
        return new Point2D((start.getMaxX() + end.getMinX()) / 2, (start.getCenterY() + end.getCenterY()) / 2);
    }

    @Test
    void theActiveBalancerCrashesByKeyAndTheStandbyTakesTheTraffic() throws IOException {
        openSample("takeover.json");
        seek(5 * SECOND);
        assertThat(spoken("lb-1")).contains(", active,");
        assertThat(spoken("lb-2")).contains(", standby,");
        long before = frame().arrived[2];
        clickOn("#node-lb-1").type(KeyCode.X);
        until(() -> faults().has(NodeFault.CRASH, List.of("lb-1")));
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
        openSample("three-servers.json");
        seek(2 * SECOND);
        Point2D middle = middleOf("lb-1", "s1");
        press(KeyCode.ALT);
        moveTo(middle.add(-14, -40))
                .press(MouseButton.PRIMARY)
                .moveTo(middle.add(14, 40))
                .release(MouseButton.PRIMARY);
        release(KeyCode.ALT);
        Item link = new Item.LinkItem("lb-1", "s1");
        until(() -> faults().isBroken(link));
        seek(3 * SECOND);
        assertThat(frame().linkCondition[1]).isEqualTo(LinkState.CUT);
        assertThat(frame().linkSinceNanos[1]).isEqualTo(2 * SECOND);
        long served = frame().arrived[2];
        seek(4 * SECOND);
        assertThat(frame().arrived[2]).as("what s1 got while its link was cut").isEqualTo(served);
        assertThat(frame().timedOut[0]).as("requests lost on the cut link").isPositive();
        interact(() -> session.document().undo());
        until(() -> !faults().isBroken(link));
    }

    @Test
    void thePaletteBreaksWhatIsSelected() throws IOException {
        openSample("three-servers.json");
        seek(SECOND);
        clickOn("#node-s2");
        clickOn("#palette-break-pause");
        until(() -> faults().isBroken(new Item.NodeItem("s2")));
        assertThat(spoken("s2")).contains(", paused,");
        clickOn("#node-s2").type(KeyCode.P);
        until(() -> !faults().isBroken(new Item.NodeItem("s2")));
    }

    @Test
    void theContextMenuBreaksInOtherWays() throws IOException {
        openSample("three-servers.json");
        seek(SECOND);
        clickOn("#node-s3").type(KeyCode.CONTEXT_MENU);
        clickOn("More faults").clickOn("Errors: answers every fifth request with an error");
        until(() -> faults().isBroken(new Item.NodeItem("s3")));
        seek(2 * SECOND);
        assertThat(frame().condition[4]).isEqualTo(NodeState.FAULTY);
        assertThat(frame().bad[4]).as("errors that s3 answered with").isPositive();
        assertThat(spoken("s3")).contains("answering with errors");
    }

    @Test
    void figuresAreThoseOfWhatIsSelectedWhileTheClockStands() throws IOException {
        openSample("three-servers.json");
        seek(2 * SECOND);
        clickOn("#node-lb-1");
        until(() -> lookup(".share-value").queryAll().size() == 3);
        clickOn("#node-s1");
        until(() -> lookup(".share-value").queryAll().isEmpty());
        seek(3 * SECOND);
        clickOn("#node-lb-1");
        until(() -> lookup(".share-value").queryAll().size() == 3);
    }
}
