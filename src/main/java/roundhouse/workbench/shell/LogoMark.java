package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeType;

/** The mark: a turntable's ring with three engines on it, drawn so that it is sharp at any size. */
public final class LogoMark extends Pane {
    private static final double SIZE = 26;
    private static final double RING = 9.5;

    public LogoMark() {
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        Circle ring = new Circle(SIZE / 2, SIZE / 2, RING);
        ring.setStrokeType(StrokeType.CENTERED);
        ring.getStyleClass().add("logo-ring");
        getChildren().addAll(ring, engine(-90, "first"), engine(30, "second"), engine(150, "third"));
        setAccessibleText(text("shell.roundhouse"));
    }

    private static Circle engine(double degrees, String style) {
        double angle = Math.toRadians(degrees);
        Circle engine = new Circle(SIZE / 2 + RING * Math.cos(angle), SIZE / 2 + RING * Math.sin(angle), 3.2);
        engine.getStyleClass().addAll("logo-engine", style);
        return engine;
    }
}
