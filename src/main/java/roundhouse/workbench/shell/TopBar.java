package roundhouse.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;

/**
 * The bar at the window's top. In a narrow window it leaves out what is said elsewhere too, one part after the other and only as
 * many as it must, whatever the font is; what can shrink (the file's name, the speed) shrinks after that. Where even that is too
 * much, some more parts are left out.
 */
public final class TopBar extends HBox {
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> last = new ArrayList<>();

    /** Leaves this out when there is no room, after what was named before it. */
    void mayHide(Node node) {
        parts.add(new Hidden(node));
    }

    /** Shows this button's picture alone when there is no room for its words, after what was named before it. */
    void mayShorten(Labeled button) {
        parts.add(new Shortened(button));
    }

    /** Leaves this out when there is no room even with everything else as narrow as it can be, after what was named before it. */
    void mayHideAtLast(Node node) {
        last.add(new Hidden(node));
    }

    @Override
    protected void layoutChildren() {
        double missing = prefWidth(-1) - getWidth();
        double missingAtLeast = computeMinWidth(-1) - getWidth();
        for (Part part : parts) {
            missing += part.leftOut() ? part.saves() : 0;
            missingAtLeast += part.leftOut() ? part.saves() : 0;
        }
        for (Part part : last) {
            missing += part.leftOut() ? part.saves() : 0;
            missingAtLeast += part.leftOut() ? part.savesAtLeast() : 0;
        }
        for (Part part : parts) {
            boolean leaveOut = missing > 0;
            missing -= leaveOut ? part.saves() : 0;
            missingAtLeast -= leaveOut ? part.saves() : 0;
            part.leaveOut(leaveOut);
        }
        for (Part part : last) {
            boolean leaveOut = missingAtLeast > 0;
            missingAtLeast -= leaveOut ? part.savesAtLeast() : 0;
            part.leaveOut(leaveOut);
        }
        super.layoutChildren();
    }

    private interface Part {
        boolean leftOut();

        /** Width that leaving it out frees, px, whether or not it is left out now. */
        double saves();

        /** The same when everything is as narrow as it can be. */
        double savesAtLeast();

        void leaveOut(boolean yes);
    }

    private record Hidden(Node node) implements Part {
        @Override
        public boolean leftOut() {
            return !node.isManaged();
        }

        @Override
        public double saves() {
            return node.prefWidth(-1) + gap();
        }

        @Override
        public double savesAtLeast() {
            return node.minWidth(-1) + gap();
        }

        private double gap() {
            return node.getParent() instanceof HBox box ? box.getSpacing() : 0;
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
        public double savesAtLeast() {
            return saves();
        }

        @Override
        public void leaveOut(boolean yes) {
            button.setContentDisplay(yes ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
    }
}
