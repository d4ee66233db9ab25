package roundhouse.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.CounterExample;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.lanes.LaneHistories;
import roundhouse.storage.searching.Reason;
import tools.jackson.databind.JsonNode;

class LanesSceneTest {
    private static LanesScene scene(OperationHistory history, Optional<CounterExample> broken, double width) {
        LanesModel model = new LanesModel(HistoryLanes.of(history, broken));
        model.size(width, 400);
        return new LanesScene(model, text -> 7.0 * text.length());
    }

    private static LanesScene stale(double width) {
        OperationHistory history = LaneHistories.stale();
        return scene(history, LaneHistories.broken(history, Check.LINEARIZABLE), width);
    }

    @Test
    void anArrowGoesFromTheReturnToTheCall() {
        LanesScene scene = stale(800);
        LanesScene.Arrow overwrote = scene.arrows().get(1);
        assertThat(overwrote.reason().kind()).isEqualTo(Reason.Kind.OVERWROTE);
        LaneBox from = scene.box(overwrote.reason().from());
        LaneBox to = scene.box(overwrote.reason().to());
        assertThat(overwrote.curve().x(0)).isEqualTo(from.right());
        assertThat(overwrote.curve().x(1)).isEqualTo(to.x());
        assertThat(overwrote.curve().y(1)).isCloseTo(to.middle(), within(5.0));
        assertThat(Math.cos(overwrote.curve().angle())).isPositive();
    }

    @Test
    void theWordsOfBarsAndArrowsAreThere() {
        LanesScene scene = stale(800);
        assertThat(scene.words())
                .extracting(LanesScene.Words::words)
                .containsExactlyInAnyOrder("write x = 1", "write x = 2", "read x → 1 ✕");
        assertThat(scene.arrows()).hasSize(3).allMatch(LanesScene.Arrow::hasLabel);
    }

    @Test
    void whereWordsHaveNoRoomTheNumberStays() {
        LanesScene scene = stale(160);
        assertThat(scene.words()).hasSize(3).anyMatch(words -> words.words().isEmpty());
    }

    /** In no picture of the recordings, in a wide or a narrow window, does anything that is written cover anything else. */
    @Test
    void nothingWrittenCoversAnything() {
        int pictures = 0;
        for (JsonNode recorded : Golden.cases("storage/histories_tiny.json")) {
            OperationHistory history = LaneHistories.of(recorded);
            for (Check check : List.of(Check.LINEARIZABLE, Check.SEQUENTIAL, Check.CAUSAL)) {
                if (check.objection(history).isEmpty()) {
                    Optional<CounterExample> broken = LaneHistories.broken(history, check);
                    for (double width : new double[] {900, 420}) {
                        pictures += broken.isPresent() ? 1 : 0;
                        isLegible(
                                scene(history, broken, width),
                                recorded.get("id").asString());
                    }
                }
            }
        }
        assertThat(pictures).isGreaterThan(60);
    }

    private static void isLegible(LanesScene scene, String id) {
        List<LaneBox> labels = new ArrayList<>();
        scene.arrows().stream().filter(LanesScene.Arrow::hasLabel).forEach(arrow -> labels.add(arrow.label()));
        List<LaneBox> words =
                scene.words().stream().map(LanesScene.Words::place).toList();
        for (LaneBox label : labels) {
            assertThat(words).as(id).noneMatch(label::touches);
            assertThat(labels.stream().filter(label::touches)).as(id).hasSize(1);
        }
    }

    @Test
    void twoThatPointAtEachOtherAreTwo() {
        LaneBox upper = new LaneBox(100, 10, 40, 16);
        LaneBox lower = new LaneBox(100, 80, 40, 16);
        ArrowCurve down = ArrowCurve.of(Reason.Kind.COMES_BEFORE, upper, lower, 800);
        ArrowCurve up = ArrowCurve.of(Reason.Kind.COMES_BEFORE, lower, upper, 800);
        assertThat(down.x(0.5)).isGreaterThan(up.x(0.5) + 20);
        assertThat(Math.sin(down.angle())).isPositive();
        assertThat(Math.sin(up.angle())).isNegative();
    }

    @Test
    void whatIsReadWhileItIsWrittenIsShownFromTheEdgeOfItsBar() {
        LaneBox write = new LaneBox(100, 10, 400, 16);
        LaneBox read = new LaneBox(300, 80, 40, 16);
        ArrowCurve curve = ArrowCurve.of(Reason.Kind.ANSWERED, write, read, 800);
        assertThat(curve.x(0)).isBetween(100.0, 300.0);
        assertThat(curve.y(0)).isEqualTo(26);
        assertThat(curve.x(1)).isEqualTo(300);
    }
}
