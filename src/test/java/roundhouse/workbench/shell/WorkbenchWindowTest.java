package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.topology.NodeFault;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.files.Prompts.Answer;

/** The window as a whole: placing, playing, breaking, saving, closing. */
@Tag("own-screen")
class WorkbenchWindowTest extends WindowTest {
    private Set<Thread> before = Set.of();

    @Override
    public void start(Stage primary) {
        before = Thread.getAllStackTraces().keySet();
        super.start(primary);
    }

    private Topology topology() {
        return asked(() -> session.document().topology());
    }

    private Node only(String query) {
        return lookup(query).query();
    }

    private Point2D onCanvas(double across, double down) {
        Bounds canvas = onScreen(".canvas-view");
        return new Point2D(canvas.getMinX() + across * canvas.getWidth(), canvas.getMinY() + down * canvas.getHeight());
    }

    private void carry(String item, Point2D to) {
        drag("#palette-" + item, MouseButton.PRIMARY).dropTo(to);
    }

    private void link(String from, String to) {
        Bounds card = onScreen("#node-" + from);
        moveTo("#node-" + from);
        moveTo(card.getMaxX() - 2, card.getCenterY());
        press(MouseButton.PRIMARY).moveTo("#node-" + to).release(MouseButton.PRIMARY);
    }

    @Test
    void placeLinkPlayCrashUndoSaveReopen() {
        carry("clients", onCanvas(0.2, 0.5));
        carry("load-balancer", onCanvas(0.5, 0.5));
        carry("server", onCanvas(0.8, 0.3));
        carry("server", onCanvas(0.8, 0.7));
        assertThat(topology().nodes()).extracting("id").containsExactly("clients", "lb-1", "s1", "s2");

        link("clients", "lb-1");
        link("lb-1", "s1");
        link("lb-1", "s2");
        assertThat(topology().links())
                .extracting("from", "to")
                .containsExactly(tuple("clients", "lb-1"), tuple("lb-1", "s1"), tuple("lb-1", "s2"));

        type(KeyCode.SPACE);
        until(() -> session.playback().playingProperty().get()
                && session.playback().timeProperty().get() > 0);

        clickOn("#node-s1").type(KeyCode.X);
        until(() -> faults().has(NodeFault.CRASH, List.of("s1")));
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> !faults().has(NodeFault.CRASH, List.of("s1")));
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(topology().links()).as("the last link is undone").hasSize(2);
        push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(topology().links()).hasSize(3);

        prompts.save = directory.resolve("mine.json");
        push(KeyCode.CONTROL, KeyCode.S);
        Topology saved = topology();
        assertThat(TopologyFile.read(prompts.save)).isEqualTo(new ReadResult.Read(saved));
        assertThat(stage.getTitle()).isEqualTo("mine.json – Roundhouse");

        push(KeyCode.CONTROL, KeyCode.N);
        assertThat(topology()).isEqualTo(Topology.EMPTY);
        prompts.open = prompts.save;
        push(KeyCode.CONTROL, KeyCode.O);
        assertThat(topology()).isEqualTo(saved);
        until(() -> session.playback().playingProperty().get());
    }

    @Test
    void aBadFileLeavesWhatIsOpenAndSaysWhatIsWrong() throws IOException {
        openSample("three-servers.json");
        Topology before = topology();
        open("bad.json", "{\n  \"format\": 1,\n  \"nodes\": 3\n}\n");
        assertThat(topology()).isEqualTo(before);
        assertThat(only("#banner").isVisible()).isTrue();
        assertThat(only("#banner").getAccessibleText())
                .startsWith("bad.json was not opened. Line 3")
                .contains("/nodes");
        atRest("#banner .close-button");
        clickOn("#banner .close-button");
        until(() -> !only("#banner").isVisible());
    }

    @Test
    void keysDoNothingElseWhileSomeoneTypes() throws IOException {
        openSample("three-servers.json");
        until(() -> session.playback().playingProperty().get());
        interact(() -> session.document().selection().select(new Item.NodeItem("s1")));
        clickOn("#field-label");
        write("xs. n");
        until(() -> ((TextField) only("#field-label")).getText().contains("xs. n"));
        assertThat(session.document().changes()).isEmpty();
        assertThat(session.playback().playingProperty().get()).isTrue();
        type(KeyCode.ENTER);
        assertThat(topology().node("s1").orElseThrow().title()).endsWith("xs. n");
        assertThat(session.document().changes()).hasSize(1);
    }

    @Test
    void savingAppliesWhatIsBeingTyped() throws IOException {
        openSample("three-servers.json");
        interact(() -> session.document().selection().select(new Item.NodeItem("s1")));
        doubleClickOn("#field-cores").write("12");
        push(KeyCode.CONTROL, KeyCode.S);
        Topology saved = ((ReadResult.Read) TopologyFile.read(directory.resolve("three-servers.json"))).topology();
        assertThat(saved.node("s1")).isEqualTo(topology().node("s1"));
        assertThat(saved.node("s1").orElseThrow()).hasFieldOrPropertyWithValue("cores", 12);
        assertThat(((TextField) only("#field-cores")).isFocused()).isTrue();
    }

    @Test
    void breakingWithNothingSelectedSaysWhatToDo() throws IOException {
        openSample("three-servers.json");
        interact(() -> session.document().selection().clear());
        clickOn("#palette-break-crash");
        assertThat(only("#banner").getAccessibleText()).startsWith("Select a server");
        clickOn("#node-s2").clickOn("#palette-break-crash");
        until(() -> faults().has(NodeFault.CRASH, List.of("s2")));
    }

    @Test
    void anActionIsFoundAndDone() throws IOException {
        openSample("three-servers.json");
        push(KeyCode.CONTROL, KeyCode.K);
        write("select all");
        type(KeyCode.ENTER);
        assertThat(session.document().selection().nodes())
                .hasSameSizeAs(topology().nodes());
    }

    @Test
    void everyKeyIsTakenOnce() {
        List<String> keys = session.actions().find("").stream()
                .flatMap(action -> action.keys().stream())
                .map(Object::toString)
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void closingAsksAndLeavesNoThreadBehind() throws IOException {
        openSample("three-servers.json");
        interact(() ->
                session.document().edit("Seed 7", session.document().topology().withSeed(7)));
        prompts.answer = Answer.CANCEL;
        push(KeyCode.CONTROL, KeyCode.Q);
        assertThat(prompts.asked).containsExactly("save changes to three-servers.json");
        assertThat(stage.isShowing()).isTrue();

        prompts.answer = Answer.DO_NOT_SAVE;
        push(KeyCode.CONTROL, KeyCode.Q);
        until(() -> !stage.isShowing());
        assertThat(Thread.getAllStackTraces().keySet())
                .as("the window waits for the end of its engine")
                .filteredOn(thread -> thread.getName().startsWith("roundhouse"))
                .isSubsetOf(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 900, 1000, 1280, 1440})
    void nothingIsCutOffInANarrowWindow(int width) throws IOException {
        openSample("three-servers.json");
        interact(() -> {
            stage.setMinWidth(width);
            stage.setWidth(width);
            stage.setHeight(600);
        });
        WaitForAsyncUtils.waitForFxEvents();
        Scene scene = stage.getScene();
        for (String part : List.of(
                "#menu",
                "#view-ring",
                ".transport-clock",
                ".transport",
                "#find",
                ".canvas-view",
                ".inspector",
                ".playback-panel")) {
            Bounds bounds = only(part).localToScene(only(part).getBoundsInLocal());
            assertThat(bounds.getMinX()).as(part).isGreaterThanOrEqualTo(0);
            assertThat(bounds.getMaxX()).as(part).isLessThanOrEqualTo(scene.getWidth() + 0.5);
        }
        assertThat(only("#find").localToScene(only("#find").getBoundsInLocal()).getMinX())
                .as("the find button stands beside the transport, not on it")
                .isGreaterThanOrEqualTo(only(".transport")
                        .localToScene(only(".transport").getBoundsInLocal())
                        .getMaxX());
    }
}
