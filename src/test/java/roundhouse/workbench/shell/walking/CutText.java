package roundhouse.workbench.shell.walking;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/** Texts that end in an ellipsis, or beyond the edge of their window, and can be read nowhere else. */
final class CutText {
    private CutText() {}

    static List<String> in(Scene scene) {
        List<String> cut = new ArrayList<>();
        for (Node node : Seen.nodes(scene, node -> node instanceof Labeled)) {
            Labeled labeled = (Labeled) node;
            if (labeled.getText() == null || labeled.getText().isBlank()) {
                continue;
            }
            if (isCut(labeled) && !isToldWhole(labeled)) {
                cut.add("cut: " + Seen.words(node) + " in " + Seen.words(node.getParent()));
            } else if (!scrolls(node) && isOutside(node, scene)) {
                cut.add("outside the window: " + Seen.words(node));
            }
        }
        return cut;
    }

    /** A text of one narrow letter counts as truncated where there is no room for an ellipsis. */
    private static boolean isCut(Labeled labeled) {
        return labeled.isTextTruncated()
                && labeled.getChildrenUnmodifiable().stream()
                        .noneMatch(child ->
                                child instanceof Text text && text.getText().equals(labeled.getText()));
    }

    /** A tooltip has all of it. */
    private static boolean isToldWhole(Labeled labeled) {
        for (Node at = labeled; at != null; at = at.getParent()) {
            Tooltip tooltip = at instanceof Control control
                    ? control.getTooltip()
                    : (Tooltip) at.getProperties().get("javafx.scene.control.Tooltip");
            if (tooltip != null && tooltip.getText().contains(labeled.getText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean scrolls(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane
                    || at instanceof VirtualFlow
                    || at.getStyleClass().contains("canvas-view")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutside(Node node, Scene scene) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() < -1
                || bounds.getMinY() < -1
                || bounds.getMaxX() > scene.getWidth() + 1
                || bounds.getMaxY() > scene.getHeight() + 1;
    }
}
