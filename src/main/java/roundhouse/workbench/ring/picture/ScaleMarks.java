package roundhouse.workbench.ring.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The labels round the ring: the circle is 0 to 10¹⁸, and each tenth of it has its mark. */
final class ScaleMarks extends Region {
    static final int COUNT = 10;
    /** From the ring's outer edge, pixels. */
    private static final double GAP = 10;

    private final List<Label> labels = new ArrayList<>();

    ScaleMarks() {
        setMouseTransparent(true);
        setManaged(false);
        for (int i = 0; i < COUNT; i++) {
            Label label = new Label(text(i));
            label.getStyleClass().add("ring-mark");
            labels.add(label);
        }
        getChildren().addAll(labels);
    }

    private static String text(int tenth) {
        return switch (tenth) {
            case 0 -> "0 · 10¹⁸";
            case 1 -> "10¹⁷";
            default -> tenth + " × 10¹⁷";
        };
    }

    /** Puts each label outside the ring, at its side of it. */
    void place(RingShape shape) {
        for (int i = 0; i < COUNT; i++) {
            Label label = labels.get(i);
            label.autosize();
            double turn = (double) i / COUNT;
            double radius = shape.outer + GAP * shape.scale;
            double x = shape.x(turn, radius) / shape.scale;
            double y = shape.y(turn, radius) / shape.scale;
            // At the top the label stands on the point, at the right it begins there, and so on round.
            double across = (1 - Math.sin(2 * Math.PI * turn)) / 2;
            double down = (1 + Math.cos(2 * Math.PI * turn)) / 2;
            label.relocate(snapPositionX(x - across * label.getWidth()), snapPositionY(y - down * label.getHeight()));
        }
    }
}
