package roundhouse.workbench.playback.charts;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The values of all lines of a chart at the moment that is pointed at, beside the pointer and over everything near. */
final class HoverBox extends VBox {
    private static final double GAP = 14;

    private final Label time = new Label();
    private final GridPane values = new GridPane();

    HoverBox() {
        getStyleClass().add("chart-hover");
        time.getStyleClass().add("chart-hover-time");
        values.getStyleClass().add("chart-hover-values");
        getChildren().addAll(time, values);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void hide() {
        setVisible(false);
    }

    /** @param x the moment's place in that plot, px */
    void show(Moment moment, ChartLook look, Region plot, double x) {
        time.setText(moment.lines().isEmpty() ? moment.time() + " · not played yet" : moment.time());
        values.getChildren().clear();
        for (Moment.Line line : moment.lines()) {
            int row = values.getRowCount();
            Label value = new Label(line.value());
            value.getStyleClass().add("chart-hover-value");
            GridPane.setHalignment(value, HPos.RIGHT);
            Label readings = new Label(line.readings());
            readings.getStyleClass().add("chart-hover-readings");
            values.addRow(row, new LineSwatch(line.series(), look), new Label(line.series().name()), value, readings);
        }
        applyCss();
        double width = Math.ceil(prefWidth(-1));
        double height = Math.ceil(prefHeight(width));
        Bounds room = getParent().getLayoutBounds();
        Point2D at = getParent().sceneToLocal(plot.localToScene(x, plot.getHeight() / 2));
        double right = at.getX() + GAP;
        double left = right + width > room.getWidth() ? at.getX() - GAP - width : right;
        double top = Math.clamp(at.getY() - height / 2, 0, Math.max(0, room.getHeight() - height));
        resizeRelocate(Math.rint(Math.max(0, left)), Math.rint(top), width, height);
        setVisible(true);
        toFront();
    }

    /** What it says, for tests. */
    List<Node> rows() {
        return List.copyOf(values.getChildren());
    }
}
