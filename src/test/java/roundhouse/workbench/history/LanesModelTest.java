package roundhouse.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import roundhouse.storage.checking.Check;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.lanes.LaneHistories;

class LanesModelTest {
    private static final double WIDTH = 800;

    private static LanesModel model(OperationHistory history) {
        LanesModel model = new LanesModel(HistoryLanes.of(history, LaneHistories.broken(history, Check.LINEARIZABLE)));
        model.size(WIDTH, 400);
        return model;
    }

    private static String chosen(LanesModel model) {
        int operation = model.selectedProperty().get();
        return operation == LanesModel.NONE ? "" : model.lanes().words(operation);
    }

    @Test
    void theCounterExampleIsInSightFirst() {
        LanesModel model = model(LaneHistories.stale());
        assertThat(model.window().x(0)).isCloseTo(48, within(1e-6));
        assertThat(model.window().x(50)).isCloseTo(752, within(1e-6));
        model.fitAll();
        assertThat(model.window().x(90)).isCloseTo(752, within(1e-6));
        model.fitExample();
        assertThat(model.window().x(50)).isCloseTo(752, within(1e-6));
    }

    @Test
    void aHistoryThatHoldsIsInSightAsAWhole() {
        OperationHistory history = LaneHistories.stale();
        LanesModel model = new LanesModel(HistoryLanes.of(history, Optional.empty()));
        model.size(WIDTH, 400);
        assertThat(model.window().x(0)).isCloseTo(48, within(1e-6));
        assertThat(model.window().x(90)).isCloseTo(752, within(1e-6));
    }

    @Test
    void whatIsUnderThePointerIsFoundWhereItIsDrawn() {
        LanesModel model = model(LaneHistories.stale());
        LanesScene scene = new LanesScene(model, text -> 7.0 * text.length());
        for (int operation = 0; operation < model.lanes().history().size(); operation++) {
            LaneBox box = scene.box(operation);
            if (box.x() >= 0 && box.x() < WIDTH) {
                assertThat(model.at(box.x() + 1, box.middle()))
                        .as(model.lanes().words(operation))
                        .isEqualTo(operation);
            }
        }
        LaneBox first = scene.box(model.lanes().example()[0]);
        assertThat(model.at(first.right() + 10, first.middle())).isEqualTo(LanesModel.NONE);
        assertThat(model.at(first.x(), first.y() - 12)).isEqualTo(LanesModel.NONE);
        assertThat(model.at(first.x(), 5_000)).isEqualTo(LanesModel.NONE);
    }

    @Test
    void whatNeverReturnedIsOpenToTheRightEdge() {
        LanesModel model = model(LaneHistories.of(
                "register",
                "['A','write','x',1,null,0,null]",
                "['B','read','x',null,1,10,20]",
                "['C','read','x',null,0,30,40]"));
        LanesScene scene = new LanesScene(model, text -> 7.0 * text.length());
        assertThat(scene.box(0).right()).isEqualTo(WIDTH);
        assertThat(scene.box(1).right()).isLessThan(WIDTH);
        model.zoom(2, 0);
        assertThat(scene.box(0).right()).isEqualTo(WIDTH);
    }

    @Test
    void keysGoAlongALaneAndFromLaneToLane() {
        LanesModel model = model(LaneHistories.stale());
        model.step(1);
        assertThat(chosen(model)).isEqualTo("write x = 1");
        model.step(1);
        assertThat(chosen(model)).isEqualTo("write x = 2");
        model.stepLane(1);
        assertThat(model.lanes().title(1)).isEqualTo("C");
        assertThat(chosen(model)).isEqualTo("read x → 1");
        model.stepLane(1);
        assertThat(chosen(model)).isEqualTo("read y → 7");
        model.step(-1);
        assertThat(chosen(model)).isEqualTo("write y = 7");
        model.step(-1);
        assertThat(chosen(model)).isEqualTo("write y = 7");
        model.stepLane(-5);
        assertThat(chosen(model)).isEqualTo("write y = 7");
    }

    @Test
    void theCounterExampleCanBeWalkedThroughByItself() {
        LanesModel model = model(LaneHistories.stale());
        List<String> walked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            model.stepExample(1);
            walked.add(chosen(model));
        }
        assertThat(walked).containsExactly("write x = 1", "write x = 2", "read x → 1", "write x = 1");
        model.stepExample(-1);
        assertThat(chosen(model)).isEqualTo("read x → 1");
    }

    @Test
    void whatIsChosenComesIntoSight() {
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            operations.add("['c" + i + "','write','x'," + i + ",null," + i * 1_000 + "," + (i * 1_000 + 10) + "]");
        }
        LanesModel model = model(LaneHistories.of("register", operations.toArray(String[]::new)));
        assertThat(model.mostOffset()).isPositive();
        model.zoom(20, 0);
        model.select(59);
        double x = model.window().x(59_000);
        assertThat(x).isBetween(0.0, WIDTH);
        double y = model.layout().top(59, LanesLayout.FAINT_BAR) - model.offset();
        assertThat(y).isBetween(0.0, 400.0);
        assertThat(model.at(x + 1, y + 2)).isEqualTo(59);
        model.select(0);
        assertThat(model.offset()).isZero();
    }

    @Test
    void lanesOfTheCounterExampleHaveRoomForWords() {
        LanesModel model = model(LaneHistories.stale());
        LanesLayout layout = model.layout();
        assertThat(layout.height(0)).isGreaterThan(layout.height(2));
        assertThat(layout.height()).isEqualTo(layout.top(3) + layout.height(3));
        for (int lane = 0; lane < 4; lane++) {
            assertThat(layout.laneAt(layout.top(lane))).isEqualTo(lane);
            assertThat(layout.laneAt(layout.top(lane) + layout.height(lane) - 0.1))
                    .isEqualTo(lane);
        }
        assertThat(layout.isBelow(model.lanes().example()[2])).isTrue();
        assertThat(layout.isBelow(model.lanes().example()[1])).isFalse();
    }
}
