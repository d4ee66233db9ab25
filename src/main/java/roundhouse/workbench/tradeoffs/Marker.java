package roundhouse.workbench.tradeoffs;

import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import roundhouse.workbench.ServerColours;

/** The mark of a setting: a shape and a colour of its own by its place. Hollow until all its runs have ended. */
final class Marker {
    private static final double R = PacelcPlaces.MARK / 2;

    private Marker() {}

    /** Around the origin. */
    static Shape of(int place, boolean isDone) {
        Shape shape = switch (place % 5) {
            case 0 -> new Circle(R);
            case 1 -> new Rectangle(-R * 0.9, -R * 0.9, 1.8 * R, 1.8 * R);
            case 2 -> new Polygon(0, -R * 1.1, R * 1.1, R * 0.85, -R * 1.1, R * 0.85);
            case 3 -> new Polygon(0, -R * 1.2, R * 1.2, 0, 0, R * 1.2, -R * 1.2, 0);
            default -> new Polygon(0, R * 1.1, R * 1.1, -R * 0.85, -R * 1.1, -R * 0.85);
        };
        String colour = ServerColours.style(place);
        shape.setStyle("-fx-stroke: " + colour + "; -fx-fill: " + (isDone ? colour : "transparent") + ";");
        shape.setStrokeWidth(2);
        shape.getStyleClass().add("pacelc-marker");
        return shape;
    }
}
