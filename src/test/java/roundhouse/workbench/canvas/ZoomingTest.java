package roundhouse.workbench.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.WindowThread.asked;
import static roundhouse.workbench.WindowThread.until;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.CacheHint;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.Document;

/** What the canvas shows while the zoom goes on changing, and that it is sharp and of this instant when it rests. */
@Tag("screen")
class ZoomingTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    /** More servers in sight than are drawn as cards while the zoom changes. */
    private static final int MANY = 250;
    /** Longer than a pause between two movements. */
    private static final int SLOW_MILLIS = 400;
    /** One in the middle of so many. */
    private static final String NEAR = "s120";

    private final FxRobot robot = new FxRobot();
    private final Document document = new Document();
    private CanvasView canvas;

    @BeforeEach
    void show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::fill);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void fill(Stage stage) {
        canvas = new CanvasView(document);
        Scene scene = new Scene(new BorderPane(canvas), WIDTH, HEIGHT);
        for (String sheet : List.of("base", "light", "canvas")) {
            scene.getStylesheets()
                    .add(Objects.requireNonNull(ZoomingTest.class.getResource("/styles/" + sheet + ".css"))
                            .toExternalForm());
        }
        stage.setScene(scene);
        // The stage keeps the size that another test gave it.
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private void open(Topology topology) {
        robot.interact(() -> {
            document.open(topology, null);
            canvas.minimapProperty().set(false);
            canvas.layout();
        });
    }

    private Node layer() {
        return robot.lookup(".cards").query();
    }

    private List<Node> cards() {
        return robot.lookup(".node-card").queryAll().stream()
                .filter(Node::isVisible)
                .toList();
    }

    /** Zooms as a wheel does, a picture for each change; without a rest between them, as the screen's thread is not let go. */
    private void zoomThrough(double... zooms) {
        for (double zoom : zooms) {
            canvas.zoomTo(zoom);
            canvas.layout();
        }
    }

    private boolean isMoving() {
        return cards().stream().anyMatch(card -> card.getCacheHint() == CacheHint.SCALE);
    }

    private int[] picture() {
        WritableImage image = canvas.getScene().snapshot(null);
        int[] pixels = new int[WIDTH * HEIGHT];
        image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        return pixels;
    }

    @Test
    void cardsStandOnWholePixelsAtEveryZoom() {
        open(Topologies.servers(20));
        for (double zoom : new double[] {1, 0.83, 0.51, 1.37}) {
            robot.interact(() -> zoomThrough(zoom));
            List<Point2D> corners = asked(
                    () -> cards().stream().map(card -> card.localToScene(0, 0)).toList());
            assertThat(corners).hasSizeGreaterThan(1).allSatisfy(corner -> {
                assertThat(corner.getX()).isEqualTo(Math.rint(corner.getX()));
                assertThat(corner.getY()).isEqualTo(Math.rint(corner.getY()));
            });
        }
    }

    @Test
    void aCardThatComesIntoSightHasItsLooksInTheSamePicture() {
        List<Boolean> styled = asked(() -> {
            document.open(Topologies.servers(20), null);
            canvas.layout();
            return cards().stream()
                    .map(card -> ((Region) card).getBackground() != null)
                    .toList();
        });
        assertThat(styled).isNotEmpty().doesNotContain(false);
    }

    @Test
    void fewCardsAreScaledWhileTheZoomChangesAndSharpWhenItRests() {
        open(Topologies.servers(20));
        robot.interact(() -> zoomThrough(0.5));
        until(() -> !isMoving());
        int[] sharp = asked(this::picture);
        int[] moving = asked(() -> {
            zoomThrough(1, 0.75, 0.5);
            assertThat(layer().getOpacity()).isOne();
            assertThat(isMoving()).isTrue();
            return picture();
        });
        assertThat(moving).isNotEqualTo(sharp);
        until(() -> !isMoving());
        assertThat(asked(this::picture)).isEqualTo(sharp);
    }

    @Test
    void manyCardsAreSketchedWhileTheZoomChangesAndDrawnWhenItRests() {
        open(Topologies.servers(MANY));
        robot.interact(() -> zoomThrough(0.5));
        until(() -> layer().getOpacity() == 1 && !isMoving());
        robot.interact(() -> canvas.focusCard(NEAR));
        int[] sharp = asked(this::picture);
        int[] moving = asked(() -> {
            // A sketch stays one until the zoom rests, however few are left in sight.
            zoomThrough(2, 0.5, 2, 0.5);
            assertThat(layer().getOpacity()).isZero();
            return picture();
        });
        assertThat(moving).isNotEqualTo(sharp);
        // Of the scene, whatever window has the focus.
        assertThat(asked(() -> canvas.getScene().getFocusOwner()))
                .isEqualTo(robot.lookup("#node-" + NEAR).query());
        until(() -> layer().getOpacity() == 1);
        assertThat(asked(this::picture)).isEqualTo(sharp);
    }

    /** As long as it takes to draw all cards anew on a slow machine: the wheel turns on meanwhile. */
    @Test
    void slowPicturesBelongToOneMovement() {
        open(Topologies.servers(MANY));
        robot.interact(() -> zoomThrough(0.5));
        for (double zoom : new double[] {0.55, 0.6}) {
            asked(() -> {
                zoomThrough(zoom);
                Thread.sleep(SLOW_MILLIS);
                return true;
            });
        }
        assertThat(asked(() -> layer().getOpacity())).isZero();
    }

    @Test
    void figuresThatCameWhileNoCardWasShownAreOnTheCards() {
        Topology topology = Topologies.servers(MANY);
        open(topology);
        Frame frame = SyntheticFrame.of(topology, 0);
        Arrays.fill(frame.condition, NodeState.UP);
        int server = topology.nodes().indexOf(topology.node(NEAR).orElseThrow());
        robot.interact(() -> {
            zoomThrough(0.5);
            canvas.show(frame);
            canvas.layout();
        });
        until(() -> figures(NEAR).contains("in flight " + frame.inFlight[server]));
        frame.inFlight[server] = 77;
        robot.interact(() -> {
            zoomThrough(0.6, 0.55, 0.5);
            canvas.show(frame);
            canvas.layout();
        });
        until(() -> layer().getOpacity() == 1);
        until(() -> figures(NEAR).contains("in flight 77"));
        frame.inFlight[server] = 88;
        robot.interact(() -> {
            zoomThrough(0.25);
            canvas.show(frame);
            canvas.layout();
        });
        until(() -> !layer().isVisible());
        robot.interact(() -> zoomThrough(0.5));
        until(() -> figures(NEAR).contains("in flight 88"));
    }

    private String figures(String id) {
        return robot.lookup("#node-" + id + " .figure").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }
}
