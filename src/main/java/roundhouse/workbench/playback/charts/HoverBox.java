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
public final class HoverBox extends VBox {
    private static final double GAP = 14;

    private final Label time = new Label();
    private final GridPane values = new GridPane();

    public HoverBox() {
        getStyleClass().add("chart-hover");
        time.getStyleClass().add("chart-hover-time");
        values.getStyleClass().add("chart-hover-values");
        getChildren().addAll(time, values);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    public void hide() {
        setVisible(false);
    }

    /**
     * One line of it.
     *
     * @param mark how that is drawn
     * @param further what there is to say beyond the value; may be empty
     */
    public record Row(Node mark, String name, String value, String further) {}

    /** Of what has no mark. */
    public static Row row(String name, String value, String further) {
        return new Row(new Region(), name, value, further);
    }

    /** Shows what there is at a place of that plot, px. */
    public void show(String title, List<Row> rows, Region plot, double x, double y) {
        time.setText(title);
        values.getChildren().clear();
        for (Row row : rows) {
            Label value = new Label(row.value());
            value.getStyleClass().add("chart-hover-value");
            GridPane.setHalignment(value, HPos.RIGHT);
            Label further = new Label(row.further());
            further.getStyleClass().add("chart-hover-readings");
            values.addRow(values.getRowCount(), row.mark(), new Label(row.name()), value, further);
        }
        applyCss();
        double width = Math.ceil(prefWidth(-1));
        double height = Math.ceil(prefHeight(width));
        Bounds room = getParent().getLayoutBounds();
        Point2D at = getParent().sceneToLocal(plot.localToScene(x, y));
        double right = at.getX() + GAP;
        double left = right + width > room.getWidth() ? at.getX() - GAP - width : right;
        double top = Math.clamp(at.getY() - height / 2, 0, Math.max(0, room.getHeight() - height));
        resizeRelocate(Math.rint(Math.max(0, left)), Math.rint(top), width, height);
        setVisible(true);
        toFront();
    }
}
