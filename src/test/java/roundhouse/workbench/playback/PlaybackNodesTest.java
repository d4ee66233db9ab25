package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.playback.Stage.SECOND;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.workbench.Failures;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.remembering.Theme;

/** The transport and the timeline as a person uses them. */
@Tag("screen")
@ExtendWith(ApplicationExtension.class)
class PlaybackNodesTest {
    private static final Topology TOPOLOGY = Samples.busy()
            .withScenario(List.of(
                    new TimedCommand(Duration.ofSeconds(5), new Command.Crash("s2")),
                    new TimedCommand(Duration.ofSeconds(40), new Command.Recover("s2"))));

    @TempDir
    private static Path directory;

    private final Document document = new Document();
    private Playback playback;

    @Start
    void start(javafx.stage.Stage stage) {
        document.open(TOPOLOGY, null);
        playback = new Playback(document, new Failures(directory, Platform::runLater, _ -> {}));
        PlaybackPanel panel = new PlaybackPanel(playback);
        VBox.setVgrow(panel, Priority.ALWAYS);
        Scene scene = new Scene(new VBox(new TransportBar(playback), panel), 1200, 400);
        scene.getStylesheets().setAll(Theme.stylesheets(ColorScheme.LIGHT));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(playback::close);
    }

    @Test
    void thePlayButtonPlaysAndPauses(FxRobot robot) throws TimeoutException {
        robot.clickOn(".transport-play");
        await(() -> playback.playingProperty().get() && playback.timeProperty().get() > 0);
        robot.clickOn(".transport-play");
        await(() -> !playback.playingProperty().get());
    }

    @Test
    void aClickOnTheTimelineGoesThereAndTheChartsAndTranscriptFollow(FxRobot robot) throws TimeoutException {
        Bounds track = bounds(robot, ".timeline-track");
        robot.clickOn(track.getMinX() + track.getWidth() / 10, track.getCenterY());
        await(() -> Math.abs(playback.timeProperty().get() - 6 * SECOND) <= SECOND / 10);
        await(() -> robot.lookup(".transcript-text").queryAll().stream().anyMatch(Node::isVisible));
        assertThat(robot.lookup(".chart-throughput").query().getAccessibleText())
                .endsWith("req/s");
    }

    @Test
    void chartsStandOnTheTimelinesScaleAndShareItsCursorAndKeepWhatIsAhead(FxRobot robot) throws TimeoutException {
        Bounds track = bounds(robot, ".timeline-track");
        for (Node plot : robot.lookup(".chart-plot").queryAll()) {
            Bounds place = plot.localToScreen(plot.getLayoutBounds());
            assertThat(place.getMinX()).isCloseTo(track.getMinX(), Offset.offset(0.5));
            assertThat(place.getMaxX()).isCloseTo(track.getMaxX(), Offset.offset(0.5));
        }
        double width = track.getWidth();
        robot.clickOn(track.getMinX() + width / 2, track.getCenterY());
        await(() -> playback.timeProperty().get() > 29 * SECOND);
        robot.clickOn(track.getMinX() + width / 4, track.getCenterY());
        await(() -> playback.timeProperty().get() < 16 * SECOND);
        await(() -> robot.lookup(".chart-ahead").queryAll().stream().allMatch(Node::isVisible));
        Bounds plot = bounds(robot, ".chart-latency .chart-plot");
        robot.moveTo(plot.getMinX() + width / 3, plot.getCenterY());
        await(() -> robot.lookup(".chart-cursor").queryAll().stream().allMatch(Node::isVisible));
        for (Node cursor : robot.lookup(".chart-cursor, .timeline-cursor").queryAll()) {
            assertThat(cursor.localToScreen(cursor.getLayoutBounds()).getMinX())
                    .isCloseTo(track.getMinX() + width / 3, Offset.offset(1.5));
        }
        assertThat(robot.lookup(".chart-throughput").query().getAccessibleText())
                .startsWith("Throughput: at 00:")
                .endsWith("req/s");
    }

    @Test
    void wordsOfAFlagAtTheVeryStartStayOnTheTimeline(FxRobot robot) throws TimeoutException {
        robot.interact(() -> document.edit(
                "Crash at once",
                TOPOLOGY.withScenario(List.of(new TimedCommand(Duration.ZERO, new Command.Crash("s2"))))));
        WaitForAsyncUtils.waitForFxEvents();
        Bounds track = bounds(robot, ".timeline-track");
        Bounds mark = bounds(robot, ".flag-break > .flag-mark");
        Bounds words = bounds(robot, ".flag-break > .flag-words");
        assertThat(mark.getCenterX()).isCloseTo(track.getMinX(), Offset.offset(1.0));
        assertThat(words.getMinX()).isGreaterThanOrEqualTo(track.getMinX() - 4);
    }

    @Test
    void aFlagDraggedInTimeIsOneEntryInTheHistory(FxRobot robot) throws TimeoutException {
        Bounds track = bounds(robot, ".timeline-track");
        Bounds flag = bounds(robot, ".flag-break > .flag-mark");
        robot.drag(flag.getCenterX(), flag.getCenterY());
        for (int i = 1; i <= 10; i++) {
            robot.moveTo(flag.getCenterX() + i * track.getWidth() / 20, flag.getCenterY());
        }
        robot.drop();
        await(() -> document.changes().size() == 1);
        assertThat(document.changes().getFirst().label()).startsWith("Move s2 crash to 00:3");
        Duration at = document.topology().scenario().getFirst().at();
        assertThat(at).isBetween(Duration.ofMillis(34_500), Duration.ofMillis(35_500));
        robot.interact(document::undo);
        assertThat(document.topology()).isEqualTo(TOPOLOGY);
    }

    @Test
    void aFlagMovesByKeyboardAndDeleteRemovesIt(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup(".flag-break").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        await(() -> document.topology().scenario().getFirst().at().equals(Duration.ofMillis(5_100)));
        robot.push(KeyCode.DELETE);
        await(() -> document.topology().scenario().size() == 1);
    }

    @Test
    void anotherSeedIsAnUndoableEditAndNonsenseIsNot(FxRobot robot) throws TimeoutException {
        robot.doubleClickOn(".transport-seed-field").write("7").push(KeyCode.ENTER);
        await(() -> document.topology().seed() == 7);
        assertThat(document.changes()).hasSize(1);
        robot.doubleClickOn(".transport-seed-field").write("x").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(document.topology().seed()).isEqualTo(7);
        assertThat(document.changes()).hasSize(1);
    }

    private static Bounds bounds(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScreen(node.getBoundsInLocal());
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return condition.getAsBoolean();
        });
    }
}
