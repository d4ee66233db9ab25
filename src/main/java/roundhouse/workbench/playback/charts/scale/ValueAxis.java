package roundhouse.workbench.playback.charts.scale;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The heading of a chart, with the values at the lines of its plot where that is high and the heading leaves them room. */
public final class ValueAxis extends Region {
    private static final double GAP = 8;

    private final VBox heading;
    private final List<Label> labels = new ArrayList<>();
    private double edge;
    private ValueTicks ticks = ValueTicks.of(0, 0);

    public ValueAxis(VBox heading) {
        this.heading = heading;
        getChildren().add(heading);
        setMinWidth(TimeAxis.GUTTER);
        setMaxWidth(TimeAxis.GUTTER);
    }

    /** @param upper what the plot's upper edge stands for */
    public void show(double upper) {
        edge = upper;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return heading.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return heading.minHeight(width);
    }

    @Override
    protected void layoutChildren() {
        heading.resizeRelocate(0, 0, getWidth(), getHeight());
        heading.layout();
        double from = heading.getChildren().getFirst().getBoundsInParent().getMinY();
        double until = heading.getChildren().getLast().getBoundsInParent().getMaxY();
        ValueTicks next = ValueTicks.of(edge, getHeight());
        if (!next.equals(ticks)) {
            ticks = next;
            getChildren().removeAll(labels);
            labels.clear();
            for (int i = 0; i < ticks.count(); i++) {
                Label label = new Label(ticks.text(i));
                label.getStyleClass().add("chart-max");
                label.setManaged(false);
                label.setMouseTransparent(true);
                labels.add(label);
            }
            getChildren().addAll(labels);
        }
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            label.autosize();
            label.relocate(
                    Math.rint(getWidth() - GAP - label.getWidth()),
                    Math.rint(ValueTicks.y(ticks.value(i), edge, getHeight()) - label.getHeight() / 2));
            Bounds place = label.getBoundsInParent();
            label.setVisible(place.getMaxY() < from || place.getMinY() > until);
        }
    }
}
