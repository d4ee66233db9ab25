package roundhouse.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.workbench.document.Selection.Item;

/** The form of a group that scales by itself, in the real window. */
class FormWindowTest extends ScalingWindowTest {
    private void scaled() throws IOException {
        open("scaled.json", """
                { "format": 1, "name": "Scaled", "duration": "10min",
                  "nodes": [ { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                             { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin" },
                             { "id": "web", "kind": "server-group", "count": 2, "server": { "service": "4ms" },
                               "scaling": { "min": 2, "max": 8, "target": "utilization 60%" } } ],
                  "links": [ { "from": "users", "to": "lb" }, { "from": "lb", "to": "web" } ] }
                """);
        seek(2 * SECOND);
    }

    private int count() {
        return asked(
                () -> session.document().topology().node("web").orElseThrow().count());
    }

    private double left(String field) {
        return asked(() -> {
            Node node = lookup(field).query();
            return node.localToScene(node.getLayoutBounds()).getMinX();
        });
    }

    private String typed(TextField field) {
        return asked(() -> field.getText());
    }

    @Test
    void anEditIsTakenBackByKeysWhereItWasTyped() throws IOException {
        scaled();
        grow("web", 4);
        assertThat(count()).isEqualTo(4);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(count()).isEqualTo(2);

        TextField field = lookup("#field-count").query();
        interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        write("7");
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(typed(field)).as("what is typed is taken back first").isEqualTo("2");
        assertThat(count()).isEqualTo(2);
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(typed(field)).isEqualTo("7");
    }

    @Test
    void aListIsAsHighAsItsWordsWhateverIsChosenAndHoweverWideTheFormIs() throws IOException {
        scaled();
        grow("web", 3);
        ComboBox<?> policy = lookup("#field-scaling-policy").query();
        interact(() -> policy.getSelectionModel().select(1));
        SplitPane sides = (SplitPane) lookup(node -> node instanceof SplitPane pane
                        && pane.getItems().stream().anyMatch(item -> item.lookup("#field-count") != null))
                .query();
        double start =
                asked(() -> sides.getDividerPositions()[sides.getDividers().size() - 1]);
        for (int step = 0; step < 24; step++) {
            double position = start - step / 400.0;
            interact(() -> sides.setDividerPosition(sides.getDividers().size() - 1, position));
            WaitForAsyncUtils.waitForFxEvents();
            ComboBox<?> box = lookup("#field-scaling-policy").query();
            assertThat(asked(box::getHeight)).isEqualTo(asked(() -> box.prefHeight(-1)));
            assertThat(left("#field-scaling-policy"))
                    .as("below its caption, or in line with the fields")
                    .isIn(left("#field-scaling-schedule"), left("#field-scaling-every"));
        }
    }

    @Test
    void whatIsWrongTakesNoMoreRoomThanItsWords() throws IOException {
        scaled();
        interact(() -> session.document().selection().select(new Item.NodeItem("web")));
        TextField least = lookup("#field-scaling-min").query();
        interact(() -> {
            least.requestFocus();
            least.selectAll();
        });
        write("9");
        Label error = lookup(".field-error").<Label>queryAll().stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
        assertThat(asked(() -> error.getText())).isEqualTo("\"web\": min is 9, more than max, which is 8.");
        assertThat(asked(() -> error.getHeight())).isEqualTo(asked(() -> error.prefHeight(error.getWidth())));
        push(KeyCode.ESCAPE);
        assertThat(asked(() -> error.isVisible())).isFalse();
    }

    /** Also where its figures come to stand above it only when they are known. */
    @Test
    void aSettingThatIsFoundIsSeen() throws IOException {
        scaled();
        size(1024, 640);
        interact(() -> {
            session.document().selection().clear();
            session.actions().find("policy").getFirst().run();
        });
        until(() -> lookup(".figures-pane .figure-value").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        Node policy = lookup("#field-scaling-policy").query();
        assertThat(asked(() -> policy.isFocused())).isTrue();
        Node seen = asked(() -> {
            Node parent = policy;
            while (!(parent instanceof ScrollPane)) {
                parent = parent.getParent();
            }
            return parent;
        });
        assertThat(asked(() -> seen.localToScene(seen.getLayoutBounds())
                        .contains(policy.localToScene(policy.getLayoutBounds()))))
                .isTrue();
    }

    @Test
    void whatIsTypedOverTheUndoHistoryStaysThere() throws IOException {
        scaled();
        grow("web", 4);
        TextField field = lookup("#field-label").query();
        interact(() -> field.requestFocus());
        write("x");
        push(KeyCode.CONTROL, KeyCode.H);
        until(() -> lookup("#undo-history").tryQuery().isPresent());
        write("abc");
        push(KeyCode.BACK_SPACE);
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.DELETE);
        assertThat(typed(field)).isEqualTo("x");
        push(KeyCode.ESCAPE);
        until(() -> lookup("#undo-history").tryQuery().isEmpty());
    }

    /** What was typed is applied when the history opens, and all fields are made anew with the name. */
    @Test
    void whoeverTypedGoesOnInTheSameFieldAfterTheUndoHistory() throws IOException {
        scaled();
        grow("web", 4);
        TextField field = lookup("#field-label").query();
        interact(() -> field.requestFocus());
        write("x");
        push(KeyCode.CONTROL, KeyCode.H);
        until(() -> lookup("#undo-history").tryQuery().isPresent());
        push(KeyCode.ESCAPE);
        until(() -> lookup("#undo-history").tryQuery().isEmpty());
        write("y");
        assertThat(typed(lookup("#field-label").query())).isEqualTo("xy");
    }
}
