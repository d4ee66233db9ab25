package roundhouse.workbench.access;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls to what the program gives the focus: JavaFX follows the focus after Tab alone. */
public final class InSight {
    private InSight() {}

    /** Scrolls as little as shows that node, or its upper part if it is higher than what is in sight. */
    public static void bring(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane scroll && Panes.has(scroll.getContent(), node)) {
                scroll.layout();
                Node content = scroll.getContent();
                Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double height = scroll.getViewportBounds().getHeight();
                double hidden = content.getLayoutBounds().getHeight() - height;
                double lowest = Math.max(scroll.getVvalue() * hidden, place.getMaxY() - height);
                scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(Math.min(place.getMinY(), lowest) / hidden, 0, 1));
            }
        }
    }
}
