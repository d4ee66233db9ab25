package roundhouse.workbench.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * What stands left of the canvas: a lesson and the palette, beside each other, or one above the other in a window in which both would leave
 * the canvas too little room.
 */
public final class LeftColumn extends Pane {
    /** Of the height, what is above has this part. */
    private static final double ABOVE = 0.5;

    private final BooleanProperty stacked = new SimpleBooleanProperty(this, "stacked", false);

    public LeftColumn() {
        stacked.subscribe(this::requestLayout);
    }

    /** Whether they stand one above the other, as narrow as the wider of them can be. */
    BooleanProperty stackedProperty() {
        return stacked;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.VERTICAL;
    }

    private double width(Node child, double height) {
        return stacked.get() ? child.minWidth(height) : child.prefWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        List<Node> shown = getManagedChildren();
        return stacked.get()
                ? shown.stream().mapToDouble(child -> width(child, -1)).max().orElse(0)
                : shown.stream().mapToDouble(child -> width(child, height)).sum();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        List<Node> shown = getManagedChildren();
        double x = 0;
        double y = 0;
        for (Node child : shown) {
            if (stacked.get()) {
                boolean last = child.equals(shown.getLast());
                double height = last ? getHeight() - y : Math.rint(getHeight() * ABOVE);
                child.resizeRelocate(0, y, getWidth(), height);
                y += height;
            } else {
                double wide = width(child, getHeight());
                child.resizeRelocate(x, 0, wide, getHeight());
                x += wide;
            }
        }
    }
}
