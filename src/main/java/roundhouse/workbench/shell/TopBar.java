package roundhouse.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;

/**
 * The bar at the window's top. In a narrow window it leaves out what is said elsewhere too, one part after the other and only as
 * many as it must, whatever the font is; what can shrink (the file's name, the speed) shrinks after that.
 */
public final class TopBar extends HBox {
    private final List<Part> parts = new ArrayList<>();

    /** Leaves this out when there is no room, after what was named before it. */
    void mayHide(Node node) {
        parts.add(new Hidden(node));
    }

    /** Shows this button's picture alone when there is no room for its words, after what was named before it. */
    void mayShorten(Labeled button) {
        parts.add(new Shortened(button));
    }

    @Override
    protected void layoutChildren() {
        double missing = prefWidth(-1) - getWidth();
        for (Part part : parts) {
            missing += part.saved();
        }
        for (Part part : parts) {
            boolean leaveOut = missing > 0;
            missing -= leaveOut ? part.saves() : 0;
            part.leaveOut(leaveOut);
        }
        super.layoutChildren();
    }

    private interface Part {
        boolean leftOut();

        /** Width that leaving it out frees, px, whether or not it is left out now. */
        double saves();

        void leaveOut(boolean yes);

        default double saved() {
            return leftOut() ? saves() : 0;
        }
    }

    private record Hidden(Node node) implements Part {
        @Override
        public boolean leftOut() {
            return !node.isManaged();
        }

        @Override
        public double saves() {
            return node.prefWidth(-1) + (node.getParent() instanceof HBox box ? box.getSpacing() : 0);
        }

        @Override
        public void leaveOut(boolean yes) {
            node.setManaged(!yes);
            node.setVisible(!yes);
        }
    }

    private record Shortened(Labeled button) implements Part {
        @Override
        public boolean leftOut() {
            return button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
        }

        @Override
        public double saves() {
            ContentDisplay now = button.getContentDisplay();
            button.setContentDisplay(ContentDisplay.LEFT);
            double whole = button.prefWidth(-1);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            double picture = button.prefWidth(-1);
            button.setContentDisplay(now);
            return whole - picture;
        }

        @Override
        public void leaveOut(boolean yes) {
            button.setContentDisplay(yes ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
    }
}
