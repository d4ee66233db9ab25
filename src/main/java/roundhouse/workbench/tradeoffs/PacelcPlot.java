package roundhouse.workbench.tradeoffs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import roundhouse.workbench.FigureText;

/** The drawing: latency to the right, staleness up, so that what gives up least stands at the lower left. */
final class PacelcPlot extends Region {
    /** Room that the text of a mark takes. */
    private static final double TEXT = 58;

    private final PacelcModel model;
    private final Consumer<String> told;
    private int chosen = -1;
    /** Whether what is drawn is not what the model has. */
    private boolean stale = true;

    private double drawnWidth;
    private double drawnHeight;

    /** @param told is given what is said of the point that is pointed at or chosen; empty for none */
    PacelcPlot(PacelcModel model, Consumer<String> told) {
        this.model = model;
        this.told = told;
        setId("pacelc-plot");
        getStyleClass().add("pacelc-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinHeight(180);
        setOnKeyPressed(this::key);
        model.changesProperty().subscribe(this::redraw);
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    private void key(KeyEvent event) {
        int count = model.points().size();
        switch (event.getCode()) {
            case LEFT -> choose(count, -1);
            case RIGHT -> choose(count, 1);
            case ESCAPE -> {
                chosen = -1;
                told.accept("");
            }
            default -> {
                return;
            }
        }
        event.consume();
        redraw();
    }

    /** To the next by latency. */
    private void choose(int count, int by) {
        if (count > 0) {
            chosen = chosen < 0 ? (by > 0 ? 0 : count - 1) : Math.clamp((long) chosen + by, 0, count - 1);
            told.accept(model.byLatency().get(chosen).told());
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 320;
    }

    @Override
    protected void layoutChildren() {
        if (stale || drawnWidth != getWidth() || drawnHeight != getHeight()) {
            stale = false;
            drawnWidth = getWidth();
            drawnHeight = getHeight();
            draw();
        }
    }

    private void draw() {
        getChildren().clear();
        PacelcPlaces places = new PacelcPlaces(model, getWidth(), getHeight());
        axes(places);
        model.lines().forEach(line -> line(line, places));
        List<PacelcPoint> points = model.points();
        List<Bounds> names = places.names(PacelcPlot::measure);
        for (int i = 0; i < points.size(); i++) {
            point(points.get(i), i, places.of(points.get(i)), names.get(i));
        }
    }

    private static double measure(String name) {
        return Math.ceil(new Text(name).getLayoutBounds().getWidth()) + 2;
    }

    private void axes(PacelcPlaces places) {
        double right = getWidth() - PacelcPlaces.RIGHT;
        double bottom = getHeight() - PacelcPlaces.BOTTOM;
        for (double mark : places.up().marks()) {
            grid(PacelcPlaces.LEFT, places.y(mark), right, places.y(mark));
            Label text = label(places.up().text(mark), "pacelc-mark");
            text.relocate(PacelcPlaces.LEFT - 6 - text.getWidth(), places.y(mark) - text.getHeight() / 2);
        }
        double free = 0;
        for (long mark : places.across().marks()) {
            double x = places.x((double) mark);
            grid(x, PacelcPlaces.TOP, x, bottom);
            if (x - TEXT / 2 >= free && x + TEXT / 2 <= getWidth()) {
                String words = FigureText.duration(mark).replace(".00", "").replace(".0 ", " ");
                Label text = label(words, "pacelc-mark");
                text.relocate(x - text.getWidth() / 2, bottom + 3);
                free = x + TEXT / 2;
            }
        }
        Label name = label(model.latency() + " →", "pacelc-axis");
        name.relocate(right - name.getWidth(), getHeight() - name.getHeight());
        Label corner = label("↙ faster and fresher", "pacelc-axis");
        corner.relocate(PacelcPlaces.LEFT, getHeight() - corner.getHeight());
    }

    private void grid(double fromX, double fromY, double toX, double toY) {
        Line line = new Line(snapPositionX(fromX), snapPositionY(fromY), snapPositionX(toX), snapPositionY(toY));
        line.getStyleClass().add("pacelc-grid");
        add(line);
    }

    private void line(PbsLine line, PacelcPlaces places) {
        List<Double> way = new ArrayList<>();
        for (PbsLine.Point point : line.points()) {
            Point2D at = places.of(point);
            way.add(at.getX());
            way.add(at.getY());
        }
        Polyline drawn = new Polyline();
        drawn.getPoints().setAll(way);
        drawn.getStyleClass().add("pbs-line");
        add(drawn);
        for (PbsLine.Point point : line.points()) {
            Point2D at = places.of(point);
            Circle dot = new Circle(at.getX(), at.getY(), 3);
            dot.getStyleClass().add("pbs-dot");
            Tooltip.install(
                    dot,
                    new Tooltip(line.name() + ", R " + point.reads() + ": "
                            + FigureText.duration(point.latencyNanos()) + ", "
                            + FigureText.percent(point.staleShare()) + " of reads stale right after a write"));
            add(dot);
            Label name = label("R " + point.reads(), "pbs-name");
            boolean hasRoom = at.getX() - name.getWidth() - 5 > PacelcPlaces.LEFT;
            name.relocate(hasRoom ? at.getX() - name.getWidth() - 5 : at.getX() + 5, at.getY() - name.getHeight() - 1);
        }
    }

    private void point(PacelcPoint point, int place, Point2D at, Bounds name) {
        Shape shape = Marker.of(place, point.isDone());
        shape.setTranslateX(at.getX());
        shape.setTranslateY(at.getY());
        shape.setId("pacelc-point-" + place);
        shape.setAccessibleText(point.told());
        shape.setOnMouseEntered(_ -> told.accept(point.told()));
        shape.setOnMouseExited(_ -> told.accept(""));
        if (chosen >= 0
                && chosen < model.points().size()
                && model.byLatency().get(chosen).equals(point)) {
            Circle ring = new Circle(at.getX(), at.getY(), PacelcPlaces.MARK);
            ring.getStyleClass().add("pacelc-chosen");
            add(ring);
        }
        add(shape);
        if (name.getWidth() > 0) {
            Label text = label(point.setting(), "pacelc-name");
            text.relocate(name.getMinX(), name.getMinY());
        }
    }

    private void add(Shape shape) {
        shape.setManaged(false);
        getChildren().add(shape);
    }

    private Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setManaged(false);
        label.setMouseTransparent(true);
        getChildren().add(label);
        label.applyCss();
        label.autosize();
        return label;
    }
}
