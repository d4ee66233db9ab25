package roundhouse.workbench.shell.walking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Whether a node that the keys have reached looks different from one that they have not. Of nodes with the same style, one is looked at. */
final class FocusLook {
    private final Map<Node, WritableImage> focused = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final List<String> unseen = new ArrayList<>();

    /** The focus has gone from one to the other by a key. */
    void went(Node from, @Nullable Node to) {
        if (from.equals(to)) {
            return;
        }
        WritableImage with = focused.remove(from);
        if (with != null && from.getScene() != null && same(with, picture(from))) {
            unseen.add("focus not seen: " + Seen.words(from));
        }
        if (to != null && to.isFocusVisible() && looked.add(style(to))) {
            focused.put(to, picture(to));
        }
    }

    List<String> unseen() {
        return unseen;
    }

    private static String style(Node node) {
        return node.getClass().getName() + node.getStyleClass() + node.getPseudoClassStates() + node.getId();
    }

    /** The field of a spinner shows its focus by the frame around both. */
    private static WritableImage picture(Node node) {
        Node shown = node.getParent() instanceof Spinner<?> spinner ? spinner : node;
        shown.applyCss();
        return shown.snapshot(null, null);
    }

    private static boolean same(WritableImage one, WritableImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
