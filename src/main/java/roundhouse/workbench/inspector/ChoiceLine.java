package roundhouse.workbench.inspector;

import javafx.geometry.Orientation;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** A caption with a list to choose from beside it, or below it where what is chosen would be cut. */
final class ChoiceLine extends Region {
    /** The part of the width that captions of a form have. */
    static final double CAPTION = 0.385;

    private static final double BETWEEN = 3;
    /** The arrow of the list, and what stands around the words, px. */
    private static final double AROUND = 40;

    private final Label caption;
    private final ComboBox<?> box;

    ChoiceLine(Label caption, ComboBox<?> box) {
        this.caption = caption;
        this.box = box;
        getChildren().addAll(caption, box);
        box.valueProperty().subscribe(this::requestLayout);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double besideWidth(double width) {
        return Math.rint(width * CAPTION);
    }

    private boolean isBelow(double width) {
        Text words = new Text(box.getButtonCell().getText());
        words.setFont(box.getButtonCell().getFont());
        return words.getLayoutBounds().getWidth() + AROUND > width - besideWidth(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        return isBelow(wide)
                ? caption.prefHeight(wide) + BETWEEN + box.prefHeight(-1)
                : Math.max(caption.prefHeight(besideWidth(wide)), box.prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean below = isBelow(width);
        double left = below ? 0 : besideWidth(width);
        double high = below ? caption.prefHeight(width) : getHeight();
        double top = below ? high + BETWEEN : 0;
        caption.resizeRelocate(0, 0, below ? width : besideWidth(width), high);
        box.resizeRelocate(left, top, width - left, getHeight() - top);
    }
}
