package roundhouse.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.storage.checking.Check;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.LaneHistories;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.remembering.Theme;

/** The picture of a history on a screen: pointer and keys find its operations, and lead to their times. */
@Tag("screen")
class HistoryViewWindowTest extends ApplicationTest {
    private static final double GUTTER = LanesMargins.GUTTER;
    private static final double AXIS = LanesMargins.AXIS;
    /** What the scroll bars take. */
    private static final double BAR = 12;

    private final List<Long> wanted = new ArrayList<>();
    private HistoryView view;
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        view = new HistoryView(FigureText::count, wanted::add);
        Scene scene = new Scene(view, 900, 600);
        scene.getStylesheets().setAll(Theme.stylesheets(ColorScheme.LIGHT));
        stage.setScene(scene);
        stage.show();
        OperationHistory history = LaneHistories.stale();
        view.show(new CheckedHistory(history, Check.LINEARIZABLE, LaneHistories.judged(history, Check.LINEARIZABLE)));
    }

    @Override
    public void stop() {
        interactNoWait(() -> stage.hide());
    }

    private String text(String query) {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> lookup(query).<Label>query().getText());
    }

    /** A place in the bar of an operation of the counter-example, by its number, on the screen. */
    private Point2D place(int number) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            Node lanes = lookup("#history-lanes").query();
            Bounds bounds = lanes.getLayoutBounds();
            LanesModel model = new LanesModel(new CheckedHistory(
                            LaneHistories.stale(),
                            Check.LINEARIZABLE,
                            LaneHistories.judged(LaneHistories.stale(), Check.LINEARIZABLE))
                    .lanes());
            model.size(bounds.getWidth() - BAR - GUTTER, bounds.getHeight() - BAR - AXIS);
            LaneBox box =
                    new LanesScene(model, String::length).box(model.lanes().example()[number - 1]);
            return lanes.localToScreen(GUTTER + box.x() + box.width() / 2, AXIS + box.middle());
        });
    }

    @Test
    void anOperationUnderThePointerIsToldAndAClickLeadsToItsTime() {
        moveTo(place(2));
        assertThat(text("#history-details")).isEqualTo("(2) write x = 2 by A, called at 20, returned at 30");
        clickOn(place(2));
        assertThat(wanted).containsExactly(20L);
        moveTo(place(3));
        assertThat(text("#history-details")).startsWith("(3) read x → 1 by C");
        moveTo("#history-verdict");
        assertThat(text("#history-details")).startsWith("(2) write x = 2 by A");
    }

    @Test
    void enterLeadsToTheTimeOfWhatIsChosen() {
        interact(view::focus);
        push(KeyCode.ENTER);
        assertThat(wanted).isEmpty();
        push(KeyCode.N);
        push(KeyCode.N);
        push(KeyCode.N);
        push(KeyCode.ENTER);
        assertThat(wanted).containsExactly(40L);
        assertThat(text("#history-details")).startsWith("(3) read x → 1 by C");
    }

    @Test
    void draggingMovesTheTimeAndChoosesNothing() {
        drag(place(2)).dropBy(-150, 0);
        assertThat(wanted).isEmpty();
        moveTo(place(2).subtract(150, 0));
        assertThat(text("#history-details")).startsWith("(2) write x = 2 by A");
        clickOn("#history-few");
        moveTo(place(2));
        assertThat(text("#history-details")).startsWith("(2) write x = 2 by A");
    }

    @Test
    void theWholeHistoryCanBeSeen() {
        clickOn("#history-all");
        moveTo(place(2));
        assertThat(text("#history-details")).startsWith("Point at an operation");
        push(KeyCode.HOME);
        interact(view::focus);
        push(KeyCode.HOME);
        moveTo(place(2).add(1, 0));
        assertThat(text("#history-details")).startsWith("(2) write x = 2 by A");
    }

    @Test
    void whoCannotSeeItIsToldLineByLine() {
        String told = Objects.requireNonNull(lookup("#history-lanes").query().getAccessibleText());
        assertThat(told.lines().toList())
                .startsWith(
                        "linearizable is broken: 2 operations of 8 cannot all be right, whatever else happened.",
                        "(1) write x = 1 by A, called at 0, returned at 10; may have happened or not")
                .endsWith("(1) was read by (3)");
        assertThat(text(".verdict-mark").toLowerCase(Locale.ROOT)).isEqualTo("✕ broken");
    }
}
