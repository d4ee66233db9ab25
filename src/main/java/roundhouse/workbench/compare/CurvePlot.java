package roundhouse.workbench.compare;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.LatencyCurve;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.scale.LatencyScale;

/** Two latency curves: up, the part of requests that were answered within the time to the right. The second is dashed. */
final class CurvePlot extends Region {
    private static final double LEFT = 46;
    private static final double BOTTOM = 22;
    private static final double TOP = 8;
    private static final double RIGHT = 14;
    /** Room that the text of a mark takes, pixels. */
    private static final double MARK = 58;

    private static final int[] PERCENTS = {0, 25, 50, 75, 90, 100};

    private final Polyline first = curve("compare-first-curve");
    private final Polyline second = curve("compare-second-curve");
    private List<LatencyCurve> curves = List.of();

    CurvePlot() {
        getStyleClass().add("compare-curves");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    private static Polyline curve(String style) {
        Polyline line = new Polyline();
        line.getStyleClass().addAll("compare-curve", style);
        line.setManaged(false);
        return line;
    }

    void show(ComparedSide a, ComparedSide b) {
        curves = List.of(a.curve(), b.curve());
        setAccessibleText(text("compare.curves-told", a.name(), quartiles(a), b.name(), quartiles(b)));
        requestLayout();
    }

    private static String quartiles(ComparedSide side) {
        return side.hasReplies()
                ? text(
                        "compare.half-within",
                        FigureText.duration(side.latency().p50Nanos()),
                        FigureText.duration(side.latency().p99Nanos()))
                : text("compare.no-replies");
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        if (curves.isEmpty()) {
            return;
        }
        LatencyScale scale = LatencyScale.of(
                curves.stream().flatMap(curve -> curve.points().stream()).mapToLong(LatencyCurve.Point::nanos));
        for (int percent : PERCENTS) {
            double y = y(percent / 100.0);
            grid(LEFT, y, getWidth() - RIGHT, y);
            Label text = mark(percent + " %");
            text.relocate(LEFT - 6 - text.getWidth(), y - text.getHeight() / 2);
        }
        double free = 0;
        for (long mark : scale.marks()) {
            double x = x(scale.at((double) mark));
            grid(x, TOP, x, getHeight() - BOTTOM);
            if (x - MARK / 2 >= free && x + MARK / 2 <= getWidth()) {
                Label text = mark(brief(mark));
                text.relocate(x - text.getWidth() / 2, getHeight() - BOTTOM + 3);
                free = x + MARK / 2;
            }
        }
        place(first, curves.getFirst(), scale);
        place(second, curves.getLast(), scale);
        getChildren().addAll(first, second);
    }

    private static String brief(long nanos) {
        return FigureText.duration(nanos).replace(".00", "").replace(".0 ", " ");
    }

    private void place(Polyline line, LatencyCurve curve, LatencyScale scale) {
        List<Double> points = new ArrayList<>();
        for (LatencyCurve.Point point : curve.points()) {
            points.add(x(scale.at((double) point.nanos())));
            points.add(y(point.part()));
        }
        line.getPoints().setAll(points);
    }

    private double x(double part) {
        return LEFT + part * (getWidth() - LEFT - RIGHT);
    }

    private double y(double part) {
        return getHeight() - BOTTOM - part * (getHeight() - BOTTOM - TOP);
    }

    private void grid(double fromX, double fromY, double toX, double toY) {
        Line line = new Line(snapPositionX(fromX), snapPositionY(fromY), snapPositionX(toX), snapPositionY(toY));
        line.getStyleClass().add("compare-grid");
        line.setManaged(false);
        getChildren().add(line);
    }

    private Label mark(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("compare-mark");
        label.setManaged(false);
        getChildren().add(label);
        label.applyCss();
        label.autosize();
        return label;
    }
}
