package roundhouse.workbench.shell.walking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Goes through a scene by the Tab key alone. */
final class Traversal {
    private static final int MOST = 900;
    /** Where cards are too small to be shown, the keys go from node to node while the canvas has the focus. */
    private static final int MOST_REPEATED = 60;

    private Traversal() {}

    /** Arrows go from one to the next of those; so does Tab from card to card, but only onwards from that which is selected. */
    private static boolean isOneOfSeveral(Node node) {
        return (node instanceof ToggleButton toggle && toggle.getToggleGroup() != null && !toggle.isSelected())
                || node.getStyleClass().contains("node-card")
                || node.getParent() instanceof Spinner;
    }

    /** What can take the focus and is not reached, starting anywhere, and what does not look different while it has it. */
    static List<String> missed(Scene scene) {
        List<Node> all =
                Seen.nodes(scene, node -> node.isFocusTraversable() && !node.isDisabled() && !isOneOfSeveral(node));
        if (all.isEmpty()) {
            return List.of();
        }
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        FocusLook look = new FocusLook();
        all.getFirst().requestFocus();
        int repeated = 0;
        for (int i = 0; i < MOST && repeated < MOST_REPEATED; i++) {
            Node owner = scene.getFocusOwner();
            repeated = owner == null || reached.add(owner) ? 0 : repeated + 1;
            if (owner != null) {
                Event.fireEvent(
                        owner, new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, false, false, false, false));
                look.went(owner, scene.getFocusOwner());
            }
        }
        List<String> missed = new ArrayList<>(look.unseen());
        for (Node node : all) {
            // The walk itself selects cards, and the inspector has other fields then.
            if (!reached.contains(node)
                    && node.getScene() != null
                    && Seen.nodes(scene, node::equals).size() == 1) {
                missed.add("not reached by Tab: " + Seen.words(node));
            }
        }
        return missed;
    }
}
