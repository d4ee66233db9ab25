package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.TaskProgressView;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.workbench.document.Selection.Item;

/** The larger controls of the window, used as a person would. */
class ControlsWindowTest extends WindowTest {
    private void select(String id) {
        interact(() -> session.document().selection().select(new Item.NodeItem(id)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean popped(String words) {
        return Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .map(PopOver.class::cast)
                .filter(PopOver::isShowing)
                .flatMap(pop -> pop.getContentNode().lookupAll(".label").stream())
                .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
    }

    @Test
    void anAlgorithmIsFoundByTypingPartOfItsName() throws IOException {
        openSample("three-servers.json");
        select("lb-1");
        ComboBox<?> box = lookup("#field-algorithm").query();
        assertThat(box).isInstanceOf(SearchableComboBox.class);
        interact(() -> {
            box.requestFocus();
            box.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        double all = listHeight();
        write("weighted");
        until(() -> listHeight() < all / 3);
        push(KeyCode.ENTER);
        until(() -> ((LoadBalancer) session.document().topology().node("lb-1").orElseThrow())
                .balancing()
                .algorithm()
                .equals(Algorithm.WEIGHTED_ROUND_ROBIN));
    }

    private double listHeight() {
        return asked(() -> lookup(".combo-box-popup > .list-view").queryAll().stream()
                .filter(list -> list.getScene().getWindow().isShowing())
                .mapToDouble(list -> list.getLayoutBounds().getHeight())
                .max()
                .orElse(0));
    }

    /** Other settings come and go with the algorithm, and all fields are made anew. */
    @Test
    void aChoiceByKeyKeepsTheFocusWhenOtherFieldsComeWithIt() throws IOException {
        openSample("three-servers.json");
        select("lb-1");
        ComboBox<?> box = lookup("#field-algorithm").query();
        interact(() -> {
            box.requestFocus();
            box.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        write("Hash of the key");
        push(KeyCode.ENTER);
        until(() ->
                lookup("#field-algorithm").tryQuery().filter(now -> now != box).isPresent());
        until(() -> lookup("#field-algorithm").query().isFocusWithin());
    }

    @Test
    void whatCannotBeAppliedIsMarkedAtItsField() throws IOException {
        openSample("three-servers.json");
        select("s1");
        doubleClickOn("#field-cores").write("x");
        TextField cores = lookup("#field-cores").query();
        until(() -> cores.getStyleClass().contains("error"));
        until(() -> lookup(".image-view").queryAll().stream().anyMatch(Node::isVisible));
        push(KeyCode.ESCAPE);
        until(() -> !cores.getStyleClass().contains("error"));
    }

    @Test
    void helpOfASettingOpensBesideIt() throws IOException {
        openSample("three-servers.json");
        select("s1");
        clickOn("#field-cores");
        push(KeyCode.F1);
        until(() -> popped("Requests it can serve at once."));
        push(KeyCode.ESCAPE);
        until(() -> !popped("Requests it can serve at once."));
    }

    @Test
    void linesOfTheChartsAreTakenAwayAndTheFiguresAreMeansOfAStretch() throws IOException {
        size(1280, 800);
        openSample("three-servers.json");
        seek(10 * SECOND);
        CheckComboBox<String> lines = lookup("#chart-series").query();
        until(() -> lines.getItems().contains("p99"));
        String all = reading();
        assertThat(all.split("·")).hasSize(3);
        interact(() -> lines.getCheckModel().clearCheck("p95"));
        until(() -> reading().split("·").length == 2);
        assertThat(reading()).startsWith("p50 ").contains("p99 ");
        RangeSlider stretch = lookup("#stretch").query();
        String present = reading();
        interact(() -> stretch.setHighValue(5));
        until(() -> !reading().equals(present));
        interact(() -> stretch.setHighValue(stretch.getMax()));
        until(() -> reading().equals(present));
    }

    private String reading() {
        return asked(
                () -> lookup(".chart-latency .chart-reading").<Label>query().getText());
    }

    @Test
    void longWorkIsSeenInTheStatusLineAndCanBeCancelled() throws IOException {
        openSample("three-servers.json");
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        WaitForAsyncUtils.waitForFxEvents();
        clickOn("#compare-algorithms");
        until(() -> there("#long-work"));
        clickOn("#long-work");
        until(() -> popped("Comparing over seeds"));
        interact(() -> {
            TaskProgressView<?> list = (TaskProgressView<?>) Window.getWindows().stream()
                    .filter(PopOver.class::isInstance)
                    .map(pop -> ((PopOver) pop).getContentNode())
                    .filter(TaskProgressView.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            list.getTasks().getFirst().cancel();
        });
        until(() -> !there("#long-work"));
        until(() -> !lookup("#several-cancel").query().getParent().isVisible());
        assertThat(lookup(".status-bar").<StatusBar>query().getProgress()).isZero();
    }
}
