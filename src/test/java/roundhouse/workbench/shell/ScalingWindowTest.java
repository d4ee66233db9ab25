package roundhouse.workbench.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import roundhouse.workbench.document.Selection.Item;

/** What tests of groups, the checklist and many runs do in the real window. */
abstract class ScalingWindowTest extends WindowTest {
    /** Members of groups on the canvas that are in this state. */
    final long members(String state) {
        return asked(() -> (long) lookup(".member." + state).queryAll().size());
    }

    /** Types how many members a group has, as a person does. */
    final void grow(String group, int count) {
        interact(() -> session.document().selection().select(new Item.NodeItem(group)));
        TextField field = lookup("#field-count").queryAs(TextField.class);
        interact(field::requestFocus);
        interact(field::selectAll);
        write(Integer.toString(count));
        push(KeyCode.ENTER);
    }

    /** What the checklist offers to mend. */
    final List<String> fixes() {
        return asked(() -> lookup("#checklist .checklist-fix").queryAllAs(Button.class).stream()
                .map(Button::getText)
                .toList());
    }

    final void mend(String fix) {
        interact(() -> lookup("#checklist .checklist-fix").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals(fix))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    final String text(String label) {
        return asked(() -> lookup(label).<Label>query().getText());
    }

    final void fill(String field, String text) {
        interact(() -> lookup(field).<TextField>query().setText(text));
    }

    final void fire(String button) {
        interact(() -> lookup(button).<Button>query().fire());
    }

    final boolean seen(String query) {
        return asked(() -> lookup(query).tryQuery().filter(Node::isVisible).isPresent());
    }

    /** Cells of the map of a sweep whose runs are made. */
    final long filled() {
        return asked(() -> lookup("#sweep-map .button").queryAllAs(Button.class).stream()
                .filter(cell -> !cell.getText().isEmpty())
                .count());
    }
}
