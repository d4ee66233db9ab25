package roundhouse.workbench.shell.walking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/** Whether everything that can be used says what it is and what it is called. */
final class Names {
    /** What a role says of something that people use. */
    private static final Set<AccessibleRole> NOTHING = Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private Names() {}

    static List<String> missing(Scene scene) {
        List<String> missing = new ArrayList<>();
        for (Node node : Seen.nodes(scene, Names::isUsed)) {
            if (NOTHING.contains(node.getAccessibleRole()) && node.getAccessibleRoleDescription() == null) {
                missing.add("no role: " + Seen.words(node));
            }
            if (name(node).isBlank()) {
                missing.add("no name: " + Seen.words(node));
            }
        }
        return missing;
    }

    private static boolean isUsed(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && !(node.getParent() instanceof Spinner);
    }

    /** The content of a field is no name for it. */
    private static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Node label) {
            return name(label);
        }
        boolean content = node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof Slider
                || node instanceof Spinner
                || node instanceof ListView
                || node instanceof TableView;
        return content
                ? ""
                : String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .replace("null", "");
    }

    /** Controls that only a mouse could reach. */
    static List<String> notForKeys(Scene scene) {
        return Seen.nodes(
                        scene,
                        node -> (node instanceof ButtonBase || node instanceof TextInputControl)
                                && !node.isFocusTraversable()
                                && !node.isDisabled()
                                && !(node.getParent() instanceof ComboBoxBase)
                                && !(node.getParent() instanceof Spinner))
                .stream()
                .map(node -> "not by keyboard: " + Seen.words(node))
                .toList();
    }
}
