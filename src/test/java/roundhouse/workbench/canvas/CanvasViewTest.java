package roundhouse.workbench.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.painting.traffic.TrafficLayer;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;

/** The canvas as a person uses it: through the real stage, with pointer and keys. */
@Tag("screen")
class CanvasViewTest {
    private final FxRobot robot = new FxRobot();
    private final Document document = new Document();
    private final List<Command> commands = new ArrayList<>();
    private CanvasView canvas;

    @BeforeEach
    void show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::fill);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fill(Stage stage) {
        canvas = new CanvasView(document);
        document.onAct(commands::add);
        BorderPane pane = new BorderPane(canvas);
        Scene scene = new Scene(pane, 1300, 800);
        for (String sheet : List.of("base", "light", "canvas")) {
            scene.getStylesheets()
                    .add(Objects.requireNonNull(CanvasViewTest.class.getResource("/styles/" + sheet + ".css"))
                            .toExternalForm());
        }
        stage.setScene(scene);
        stage.show();
        document.open(Topologies.twoServers(), null);
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
        FxToolkit.cleanupStages();
    }

    private Point2D at(double x, double y) {
        Parent cards = cards();
        // Each card is as large as the zoom says, and stands where the file says times the zoom.
        double zoom = cards.getChildrenUnmodifiable()
                .getFirst()
                .getLocalToParentTransform()
                .getMxx();
        return cards.localToScreen(x * zoom, y * zoom);
    }

    private Parent cards() {
        return robot.lookup(".cards").query();
    }

    private Node card(String id) {
        return robot.lookup("#node-" + id).query();
    }

    private void drag(Point2D from, Point2D to) {
        robot.moveTo(from);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(from.midpoint(to));
        robot.moveTo(to);
    }

    private void drop() {
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void anEmptyCanvasSaysHowToBegin() {
        Node beginning = robot.lookup(".beginning").query();
        assertThat(beginning.isVisible()).isFalse();
        robot.interact(() -> document.open(Topology.EMPTY, null));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(beginning.isVisible()).isTrue();
    }

    @Test
    void showsEveryNodeAsANamedCard() {
        assertThat(robot.lookup(".node-card").queryAll()).hasSize(4);
        assertThat(card("s2").queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .asString()
                .startsWith("s2, up, 4 cores · weight 3");
    }

    @Test
    void aCardIsMovedByDraggingAndMovedBackByUndo() {
        drag(at(650, 20), at(711, 82));
        drop();
        assertThat(document.topology().layout()).containsEntry("s1", new Position(660, 60));
        assertThat(document.changes()).hasSize(1);
        robot.interact(document::undo);
        assertThat(document.topology()).isEqualTo(Topologies.twoServers());
        assertThat(card("s1").getLayoutX()).isEqualTo(600);
    }

    @Test
    void escapeGivesAMoveUp() {
        drag(at(650, 20), at(720, 90));
        assertThat(card("s1").getLayoutX()).isNotEqualTo(600);
        robot.type(KeyCode.ESCAPE);
        drop();
        assertThat(document.changes()).isEmpty();
        assertThat(card("s1").getLayoutX()).isEqualTo(600);
    }

    @Test
    void aLinkIsDrawnFromAPort() {
        robot.interact(() -> document.open(Deletion.ofLink(Topologies.twoServers(), "lb-1", "s1"), null));
        robot.moveTo(at(310, 110));
        drag(at(300 + Drawing.CARD_WIDTH, 100 + Drawing.CARD_HEIGHT / 2), at(650, 20));
        drop();
        assertThat(document.topology().link("lb-1", "s1")).isPresent();
        assertThat(document.selection().items()).containsExactly(new Item.LinkItem("lb-1", "s1"));
    }

    @Test
    void aLinkThatCannotBeSaysWhy() {
        robot.moveTo(at(610, 20));
        drag(at(600 + Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT / 2), at(20, 120));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".hint").queryLabeled().getText()).contains("server");
        assertThat(robot.lookup(".hint").query().isVisible()).isTrue();
        drop();
        assertThat(document.changes()).isEmpty();
    }

    @Test
    void theMarqueeSelectsWhatItTouches() {
        drag(at(560, -30), at(640, 240));
        drop();
        assertThat(document.selection().nodes()).containsExactlyInAnyOrder("s1", "s2");
        robot.press(KeyCode.SHIFT).clickOn(at(310, 150)).release(KeyCode.SHIFT);
        assertThat(document.selection().nodes()).containsExactlyInAnyOrder("s1", "s2", "lb-1");
    }

    @Test
    void aNodeIsPlacedInTheMiddleAndSelected() {
        robot.interact(() -> canvas.place(PaletteKind.of(Server.KIND).orElseThrow()));
        assertThat(document.topology().node("s3")).isPresent();
        assertThat(document.selection().nodes()).containsExactly("s3");
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(canvas::layout);
        assertThat(card("s3").isVisible()).isTrue();
    }

    @Test
    void aDoubleClickRenames() {
        robot.doubleClickOn(at(650, 20));
        TextField editor = robot.lookup("#title-editor").query();
        assertThat(editor.isVisible()).isTrue();
        robot.write("Paris");
        robot.type(KeyCode.ENTER);
        assertThat(document.topology().node("s1").orElseThrow().title()).isEqualTo("Paris");
        assertThat(document.changes()).hasSize(1);
        assertThat(card("s1").isFocused()).isTrue();
    }

    @Test
    void ctrlWheelZoomsToThePointer() {
        double x = at(650, 20).getX();
        double across = at(750, 20).getX() - x;
        robot.moveTo(at(650, 20));
        robot.press(KeyCode.CONTROL);
        robot.scroll(3, VerticalDirection.UP);
        robot.release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(at(750, 20).getX() - at(650, 20).getX()).isNotEqualTo(across);
        assertThat(at(650, 20).getX()).isCloseTo(x, within(1.0));
    }

    @Test
    void copiesGoThroughTheClipboardUnderNewIds() {
        robot.clickOn(at(650, 20));
        robot.press(KeyCode.CONTROL).type(KeyCode.C).type(KeyCode.V).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(document.topology().node("s3")).isPresent();
        assertThat(document.selection().nodes()).containsExactly("s3");
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        assertThat(document.topology().node("s4")).isPresent();
    }

    @Test
    void tabGoesFromCardToCardAndArrowsMove() {
        robot.clickOn(at(20, 120));
        robot.type(KeyCode.TAB);
        assertThat(document.selection().nodes()).containsExactly("lb-1");
        assertThat(card("lb-1").isFocused()).isTrue();
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(document.topology().layout()).containsEntry("lb-1", new Position(310, 100));
    }

    @Test
    void onlyCardsInSightExist() {
        Topology many = Topologies.servers(2_000);
        robot.interact(() -> document.open(many, null));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cards().isVisible())
                .as("fitted, cards give way to rectangles")
                .isFalse();
        robot.interact(() -> {
            canvas.actions().zoomActual();
            canvas.layout();
        });
        long visible = robot.lookup(".node-card").queryAll().stream()
                .filter(Node::isVisible)
                .count();
        assertThat(visible).isBetween(10L, 100L);
        assertThat(robot.lookup("#minimap").query().isVisible()).isTrue();
        int before = robot.lookup(".node-card").queryAll().size();
        robot.interact(() -> {
            canvas.fireEvent(wheel(-5_000, -1_000));
            canvas.layout();
        });
        assertThat(robot.lookup(".node-card").queryAll().size())
                .as("cards are used again")
                .isLessThan(2 * before + 10);
    }

    private static ScrollEvent wheel(double x, double y) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                x,
                y,
                x,
                y,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(null, 0, 0));
    }

    /** How many separate spots the picture of the traffic has. */
    private int dots() {
        TrafficLayer traffic =
                robot.lookup(node -> node instanceof TrafficLayer).query();
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> Spots.in(traffic.getImage()));
    }

    @Test
    void requestsAreDrawnAsDots() {
        Frame frame = SyntheticFrame.of(document.topology(), 12);
        for (int i = 0; i < frame.hops; i++) {
            frame.link[i] = i % 3;
            frame.along[i] = 0.2f + 0.2f * (i / 3);
        }
        robot.interact(() -> {
            canvas.setSpeed(0);
            canvas.show(frame);
            canvas.layout();
        });
        assertThat(dots()).isEqualTo(12);
        robot.interact(() -> {
            canvas.setSpeed(10);
            canvas.show(frame);
            canvas.layout();
        });
        assertThat(dots()).as("none has set out since that could be followed").isZero();
        assertThat(robot.lookup(".note").queryLabeled().getText()).contains("at least 0.4 s");
    }
}
