package roundhouse.workbench.compare.several;

import javafx.scene.layout.Region;

/** A figure as a bar, so that those of several can be compared at a glance. */
final class ShareBar extends Region {
    private static final double HEIGHT = 6;

    private final Region fill = new Region();
    private double part;

    ShareBar() {
        getStyleClass().add("several-bar");
        fill.getStyleClass().add("several-fill");
        setMouseTransparent(true);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().add(fill);
    }

    /** @param share of the longest, 0 to 1; nothing is shown for what is not a number */
    void show(double share) {
        part = Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, part * getWidth(), getHeight());
    }
}
