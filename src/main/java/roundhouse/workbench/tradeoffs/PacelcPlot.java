package roundhouse.workbench.tradeoffs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The drawing: latency to the right, staleness up, so that what gives up least stands at the lower left. */
final class PacelcPlot extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    /** Room that the text of a mark takes. */
    private static final double TEXT = 58;

    private final PacelcModel model;
    private final Consumer<String> told;
    private final Consumer<String> taken;
    /** Where the points are drawn, and their names. */
    private List<Point2D> marks = List.of();

    private List<Bounds> names = List.of();
    private int chosen = -1;
    /** Whether what is drawn is not what the model has. */
    private boolean stale = true;

    private double drawnWidth;
    private double drawnHeight;

    /**
     * @param told is given what is said of the point that is pointed at or chosen; empty for none
     * @param taken is given the setting of a point that is clicked
     */
    PacelcPlot(PacelcModel model, Consumer<String> told, Consumer<String> taken) {
        this.model = model;
        this.told = told;
        this.taken = taken;
        setId("pacelc-plot");
        getStyleClass().add("pacelc-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinHeight(180);
        setOnKeyPressed(this::key);
        // Points are drawn anew while runs go, so the drawing itself listens, not they.
        setOnMouseMoved(this::pointedAt);
        setOnMouseExited(_ -> told.accept(""));
        setOnMouseClicked(event -> {
            requestFocus();
            at(event.getX(), event.getY()).ifPresent(point -> taken.accept(point.setting()));
        });
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
            case ENTER, SPACE -> {
                if (chosen >= 0 && chosen < count) {
                    taken.accept(model.inOrder().get(chosen).setting());
                }
            }
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

    private void pointedAt(MouseEvent event) {
        Optional<PacelcPoint> point = at(event.getX(), event.getY());
        setCursor(point.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        told.accept(point.map(model::told).orElseGet(() -> expectedAt(event.getX(), event.getY())));
    }

    /** The point whose mark or name is there. */
    private Optional<PacelcPoint> at(double x, double y) {
        List<PacelcPoint> points = model.points();
        for (int i = Math.min(points.size(), marks.size()) - 1; i >= 0; i--) {
            if (marks.get(i).distance(x, y) <= PacelcPlaces.MARK * 0.75) {
                return Optional.of(points.get(i));
            }
        }
        for (int i = 0; i < Math.min(points.size(), names.size()); i++) {
            if (names.get(i).getWidth() > 0 && names.get(i).contains(x, y)) {
                return Optional.of(points.get(i));
            }
        }
        return Optional.empty();
    }

    private String expectedAt(double x, double y) {
        PacelcPlaces places = new PacelcPlaces(model, getWidth(), getHeight());
        for (PbsLine line : model.lines()) {
            for (PbsLine.Point point : line.points()) {
                if (places.of(point).distance(x, y) <= PacelcPlaces.MARK * 0.75) {
                    return model.told(line, point);
                }
            }
        }
        return "";
    }

    /** To the next from left to right. */
    private void choose(int count, int by) {
        if (count > 0) {
            chosen = chosen < 0 ? (by > 0 ? 0 : count - 1) : Math.clamp((long) chosen + by, 0, count - 1);
            told.accept(model.told(model.inOrder().get(chosen)));
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
        List<PacelcPoint> points = model.points();
        names = places.names(this::measure);
        model.lines().forEach(line -> line(line, places));
        marks = points.stream().map(places::of).toList();
        for (int i = 0; i < points.size(); i++) {
            point(points.get(i), marks.get(i), names.get(i));
        }
    }

    private double measure(PacelcPoint point) {
        Text text = new Text(point.setting());
        if (model.isCurrent(point)) {
            text.setFont(Font.font(
                    text.getFont().getFamily(), FontWeight.BOLD, text.getFont().getSize()));
        }
        return Math.ceil(text.getLayoutBounds().getWidth()) + 2;
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
        for (double mark : places.across().marks()) {
            double x = places.x(mark);
            grid(x, PacelcPlaces.TOP, x, bottom);
            if (x - TEXT / 2 >= free && x + TEXT / 2 <= getWidth()) {
                Label text = label(places.across().text(mark), "pacelc-mark");
                text.relocate(x - text.getWidth() / 2, bottom + 3);
                free = x + TEXT / 2;
            }
        }
        Label name = label(model.name() + " →", "pacelc-axis");
        name.relocate(right - name.getWidth(), getHeight() - name.getHeight());
        Label corner = label(model.corner(), "pacelc-axis");
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
            add(dot);
            // The first one names the line.
            Label name = label(point.equals(line.points().getFirst()) ? line.name() : point.name(), "pbs-name");
            Bounds place = places.further(at, name.getWidth());
            name.setVisible(place.getWidth() > 0);
            name.relocate(place.getMinX(), place.getMinY());
        }
    }

    private void point(PacelcPoint point, Point2D at, Bounds name) {
        Shape shape = Marker.of(point.place(), point.isDone());
        shape.setTranslateX(at.getX());
        shape.setTranslateY(at.getY());
        shape.setId("pacelc-point-" + point.place());
        shape.setAccessibleText(model.told(point));
        if (chosen >= 0
                && chosen < model.points().size()
                && model.inOrder().get(chosen).equals(point)) {
            Circle ring = new Circle(at.getX(), at.getY(), PacelcPlaces.MARK);
            ring.getStyleClass().add("pacelc-chosen");
            add(ring);
        }
        add(shape);
        if (name.getWidth() > 0) {
            Label text = label(point.setting(), "pacelc-name");
            text.pseudoClassStateChanged(CURRENT, model.isCurrent(point));
            text.applyCss();
            text.autosize();
            text.relocate(name.getMinX(), name.getMinY());
        }
    }

    private void add(Shape shape) {
        shape.setManaged(false);
        shape.setMouseTransparent(true);
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
