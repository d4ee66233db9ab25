package roundhouse.workbench.shell.walking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/** What is in sight in the windows of the program. */
final class Seen {
    private Seen() {}

    /** The scenes of all windows that are shown. */
    static List<Scene> scenes() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .toList();
    }

    /** All nodes that are shown and fit, from the top down. */
    static List<Node> nodes(Scene scene, Predicate<Node> wanted) {
        List<Node> found = new ArrayList<>();
        collect(scene.getRoot(), wanted, found);
        return found;
    }

    private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (wanted.test(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
        }
    }

    /** A node in words that are enough to find it in the sources. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder(node.getClass().getSimpleName());
        if (node.getId() != null) {
            words.append('#').append(node.getId());
        }
        node.getStyleClass().forEach(style -> words.append('.').append(style));
        if (node instanceof javafx.scene.control.Labeled labeled && labeled.getText() != null) {
            words.append(" “").append(labeled.getText()).append('”');
        }
        return words.toString();
    }
}
