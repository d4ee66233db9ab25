package roundhouse.workbench.playback.charts.scale;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import roundhouse.workbench.FigureText;

/** The times below the charts, and that of the cursor. */
public final class TimeAxis extends Region {
    /** Room left of the axis: for the names of charts, and before the timeline's track for its title, px. */
    public static final double GUTTER = 192;

    private static final double HEIGHT = 14;

    private final ReadOnlyLongProperty cursor;
    private final Label at = new Label();
    private List<Label> labels = List.of();
    private TimeTicks ticks = new TimeTicks(0, 1, 0);
    private TimeView view = TimeView.whole(1);

    /** @param cursor the time all charts are read at, simulated nanoseconds; -1 for none */
    public TimeAxis(ReadOnlyLongProperty cursor) {
        this.cursor = cursor;
        getStyleClass().add("time-axis");
        at.getStyleClass().add("time-axis-cursor");
        at.setManaged(false);
        getChildren().add(at);
        cursor.subscribe(_ -> requestLayout());
    }

    /** What is in sight. */
    public void show(TimeView shown) {
        if (!shown.equals(view)) {
            view = shown;
            requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        TimeTicks next = TimeTicks.of(view, getWidth());
        if (!next.equals(ticks)) {
            ticks = next;
            getChildren().removeAll(labels);
            List<Label> made = new ArrayList<>();
            for (int i = 0; i < next.count(); i++) {
                Label label = new Label(next.text(i));
                label.setManaged(false);
                made.add(label);
            }
            labels = List.copyOf(made);
            getChildren().addAll(0, labels);
        }
        for (int i = 0; i < labels.size(); i++) {
            put(labels.get(i), ticks.timeNanos(i));
        }
        at.setVisible(cursor.get() >= view.fromNanos() && cursor.get() <= view.untilNanos());
        if (at.isVisible()) {
            at.setText(FigureText.clock(cursor.get()));
            put(at, cursor.get());
        }
        for (Label label : labels) {
            label.setVisible(!at.isVisible() || !label.getBoundsInParent().intersects(at.getBoundsInParent()));
        }
    }

    private void put(Label label, long timeNanos) {
        double width = Math.ceil(label.prefWidth(-1));
        double x = view.x(timeNanos, getWidth()) - width / 2;
        label.resizeRelocate(Math.rint(Math.clamp(x, 0, Math.max(0, getWidth() - width))), 0, width, HEIGHT);
    }
}
