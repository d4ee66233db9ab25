package roundhouse.workbench;

import javafx.application.Platform;
import javafx.scene.Node;

/** Whether what moves only to please is to stand still: as the window's user wants it, else as the desktop says. */
public final class ReducedMotion {
    private ReducedMotion() {}

    /** In the window of that node. */
    public static boolean in(Node node) {
        return node.getScene() == null
                ? Platform.getPreferences().isReducedMotion()
                : node.getScene().getPreferences().isReducedMotion();
    }
}
