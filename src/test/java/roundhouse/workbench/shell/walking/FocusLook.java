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
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Whether a node that the keys have reached looks different from one that they have not, by a contrast of 3 to 1 at some places at least, as
 * WCAG 2.2 wants it in 1.4.11 and 2.4.13. Of nodes with the same style, one is looked at.
 */
final class FocusLook {
    private static final double LEAST_CONTRAST = 3;
    /** A short line. */
    private static final int LEAST_PIXELS = 12;

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
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                double a = luminance(one.getPixelReader().getColor(x, y));
                double b = luminance(other.getPixelReader().getColor(x, y));
                different += (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= LEAST_CONTRAST ? 1 : 0;
            }
        }
        return different < LEAST_PIXELS;
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
