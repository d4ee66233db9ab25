package roundhouse.workbench;

import javafx.scene.Node;

/**
 * Controls that stand in each other's place, such as Start and Cancel. Without this the focus would go from the one that is hidden to
 * whatever comes next, and a scroll pane would follow it there.
 */
public final class FocusTurn {
    private FocusTurn() {}

    /** Shows one in the place of the other; it has the focus if the other had it. */
    public static void to(Node shown, Node hidden) {
        show(shown, true);
        if (hidden.isFocused()) {
            shown.requestFocus();
        }
        show(hidden, false);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
