package roundhouse.workbench.playback.charts;

import java.util.Arrays;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import roundhouse.workbench.playback.charts.sheets.ChartLook;

/** A short stroke as a line is drawn: in its colour and its dashes. */
public final class LineSwatch extends Region {
    private static final double LENGTH = 14;
    private static final double HEIGHT = 8;

    public LineSwatch(ChartModel.Series series, ChartLook look) {
        Line stroke = new Line(0, HEIGHT / 2, LENGTH, HEIGHT / 2);
        stroke.setStroke(MemberStroke.colour(series, look));
        stroke.setStrokeWidth(2);
        stroke.getStrokeDashArray()
                .setAll(Arrays.stream(MemberStroke.dashes(series)).boxed().toList());
        getChildren().add(stroke);
        setMinSize(LENGTH, HEIGHT);
        setMaxSize(LENGTH, HEIGHT);
    }
}
