package roundhouse.workbench.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.controlsfx.control.SearchableComboBox;
import org.testfx.util.WaitForAsyncUtils;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor.Option;

/** Tests that build a system in the window: nodes from the palette, links, settings. */
abstract class BuildingWindowTest extends WindowTest {
    final Topology topology() {
        return asked(() -> session.document().topology());
    }

    final void carry(String item, double across, double down) {
        Bounds canvas = onScreen(".canvas-view");
        drag("#palette-" + item, MouseButton.PRIMARY)
                .dropTo(new Point2D(
                        canvas.getMinX() + across * canvas.getWidth(), canvas.getMinY() + down * canvas.getHeight()));
    }

    final void link(String from, String to) {
        Bounds card = onScreen("#node-" + from);
        moveTo("#node-" + from);
        moveTo(card.getMaxX() - 2, card.getCenterY());
        press(MouseButton.PRIMARY).moveTo("#node-" + to).release(MouseButton.PRIMARY);
    }

    /** Opens the list of that setting, types part of a name, and takes what is left. */
    final void choose(String field, String typed, String key) {
        ComboBox<?> box = lookup(field).query();
        interact(() -> {
            box.requestFocus();
            box.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        if (box instanceof SearchableComboBox<?>) {
            write(typed);
        } else {
            for (int presses = 0;
                    presses < box.getItems().size() && !chosen(box).equals(key);
                    presses++) {
                type(KeyCode.DOWN);
            }
        }
        push(KeyCode.ENTER);
        until(() -> chosen(box).equals(key));
    }

    private static String chosen(ComboBox<?> box) {
        return box.getValue() instanceof Option option ? option.key() : "";
    }

    final void enter(String field, String text) {
        doubleClickOn(field);
        push(KeyCode.CONTROL, KeyCode.A);
        write(text);
        push(KeyCode.ENTER);
    }
}
