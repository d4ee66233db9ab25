package roundhouse.workbench.access;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Toggle;
import org.jspecify.annotations.Nullable;

/** The large parts of the window, which a key goes through one after the other: Tab alone takes long where there are many cards. */
public final class Panes {
    private final List<? extends Node> panes;

    /** @param panes in the order in which they are gone through; one that is not shown is passed over */
    public Panes(List<? extends Node> panes) {
        this.panes = panes;
    }

    /**
     * Gives the focus to the next part that can take it.
     *
     * @param direction 1 for the next, -1 for the one before
     */
    public void go(Scene scene, int direction) {
        int here = of(scene.getFocusOwner());
        for (int i = 1; i <= panes.size(); i++) {
            int at = here < 0 && direction < 0 ? -i : here + i * direction;
            Node pane = panes.get(Math.floorMod(at, panes.size()));
            Optional<Node> first = isSeen(pane) ? first(pane) : Optional.empty();
            if (first.isPresent()) {
                InSight.bring(pane);
                first.get().requestFocus();
                InSight.bring(first.get());
                return;
            }
        }
    }

    private static boolean isSeen(Node pane) {
        for (Node at = pane; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Which part that is in; -1 for none. */
    private int of(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            int index = panes.indexOf(at);
            if (index >= 0) {
                return index;
            }
        }
        return -1;
    }

    /** Whether that is a node or within it. */
    public static boolean has(Node pane, @Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(pane)) {
                return true;
            }
        }
        return false;
    }

    /** The first within that can take the focus; of toggles that stand for each other, the one that is on. */
    public static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled() || node.getScene() == null) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(
                    node instanceof Toggle toggle
                                    && toggle.getToggleGroup() != null
                                    && toggle.getToggleGroup().getSelectedToggle() instanceof Node on
                                    && node.getParent().equals(on.getParent())
                            ? on
                            : node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(Panes::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
