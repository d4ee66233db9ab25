package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.scale.LatencyScale;

/** The drawing: cost to the right, the 99th percentile up, so that what is cheap and fast stands at the lower left. */
final class FrontierPlot extends Region {
    private static final double LEFT = 66;
    private static final double TOP = 14;
    private static final double RIGHT = 24;
    private static final double BOTTOM = 40;
    /** Free at the ends of the axes, for points that stand there. */
    private static final double MARGIN = 12;
    /** Across, of what a point takes that is clicked. */
    private static final double POINT = 22;

    private static final double TEXT = 64;

    private final BiConsumer<FrontierModel, FrontierModel.Point> opener;
    private Optional<FrontierModel> model = Optional.empty();
    private CostScale costs = new CostScale(0, 1, 1);
    private LatencyScale latencies = new LatencyScale(1, 2);
    /** Axes, lines and names; drawn anew each time. */
    private final Pane ground = new Pane();
    /** By the number of the run. They stay while the search goes on, so that one can be aimed at and keeps the focus. */
    private final Map<Long, Button> buttons = new LinkedHashMap<>();
    /** What no name may cover. */
    private final List<Bounds> taken = new ArrayList<>();

    private boolean stale = true;
    private double drawnWidth;
    private double drawnHeight;

    /** @param opener is given a point that is clicked, and what it is of */
    FrontierPlot(BiConsumer<FrontierModel, FrontierModel.Point> opener) {
        this.opener = opener;
        setId("size-plot");
        getStyleClass().add("frontier-plot");
        setMinHeight(200);
        ground.setManaged(false);
        ground.setMouseTransparent(true);
        getChildren().add(ground);
    }

    void show(Optional<FrontierModel> shown) {
        model = shown;
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (stale || drawnWidth != getWidth() || drawnHeight != getHeight()) {
            stale = false;
            drawnWidth = getWidth();
            drawnHeight = getHeight();
            ground.getChildren().clear();
            keepButtons(model.map(FrontierModel::points).orElse(List.of()));
            model.ifPresent(this::draw);
        }
    }

    private void draw(FrontierModel shown) {
        List<FrontierModel.Point> points = shown.points();
        if (points.isEmpty()) {
            return;
        }
        costs = CostScale.of(
                points.stream().map(FrontierModel.Point::cost).toList(),
                shown.size().priced() ? 0 : 1);
        List<Double> nanos = new ArrayList<>(
                points.stream().map(FrontierModel.Point::p99Nanos).toList());
        shown.limitNanos().ifPresent(nanos::add);
        latencies = LatencyScale.of(nanos.stream().mapToLong(Math::round));
        axes(shown);
        shown.limitNanos().ifPresent(this::limit);
        frontier(points.stream().filter(FrontierModel.Point::frontier).toList());
        taken.clear();
        points.forEach(point -> taken.add(around(at(point))));
        points.stream().filter(point -> !point.cheapest()).forEach(point -> point(shown, point));
        points.stream().filter(FrontierModel.Point::cheapest).forEach(point -> point(shown, point));
        points.stream().filter(FrontierModel.Point::cheapest).forEach(this::name);
        points.stream().filter(point -> point.frontier() && !point.cheapest()).forEach(this::name);
    }

    private void keepButtons(List<FrontierModel.Point> points) {
        Set<Long> runs = points.stream().map(FrontierModel.Point::run).collect(Collectors.toSet());
        buttons.entrySet().removeIf(entry -> {
            boolean gone = !runs.contains(entry.getKey());
            if (gone) {
                getChildren().remove(entry.getValue());
            }
            return gone;
        });
    }

    private double x(double cost) {
        return LEFT + MARGIN + costs.at(cost) * (getWidth() - LEFT - RIGHT - 2 * MARGIN);
    }

    private double y(double nanos) {
        return getHeight() - BOTTOM - MARGIN - latencies.at(nanos) * (getHeight() - BOTTOM - TOP - 2 * MARGIN);
    }

    private Point2D at(FrontierModel.Point point) {
        return new Point2D(x(point.cost()), y(point.p99Nanos()));
    }

    private static Bounds around(Point2D at) {
        return new BoundingBox(at.getX() - POINT / 2 + 3, at.getY() - POINT / 2 + 3, POINT - 6, POINT - 6);
    }

    private void axes(FrontierModel shown) {
        double right = getWidth() - RIGHT;
        double bottom = getHeight() - BOTTOM;
        double above = Double.POSITIVE_INFINITY;
        for (long mark : latencies.marks()) {
            double y = y((double) mark);
            line("frontier-grid", LEFT, y, right, y);
            Label text = label(FigureText.duration(mark).replace(".00", "").replace(".0 ", " "), "frontier-mark");
            text.relocate(LEFT - 6 - text.getWidth(), y - text.getHeight() / 2);
            text.setVisible(y + text.getHeight() < above);
            above = text.isVisible() ? y : above;
        }
        double free = 0;
        for (double mark : costs.marks()) {
            line("frontier-grid", x(mark), TOP, x(mark), bottom);
            if (x(mark) - TEXT / 2 >= free) {
                Label text = label(shown.costText(mark), "frontier-mark");
                text.relocate(Math.min(x(mark) - text.getWidth() / 2, getWidth() - text.getWidth()), bottom + 4);
                free = x(mark) + TEXT / 2;
            }
        }
        Label across = label(text("sweeping.axis-cost"), "frontier-axis");
        across.relocate(right - across.getWidth(), getHeight() - across.getHeight());
        Label up = label(
                text("sweeping.axis-latency", String.join(", ", shown.size().varied())), "frontier-axis");
        up.relocate(LEFT, getHeight() - up.getHeight());
    }

    private void limit(double nanos) {
        line("frontier-limit", LEFT, y(nanos), getWidth() - RIGHT, y(nanos));
        Label text = label(text("sweeping.goal", FigureText.duration(Math.round(nanos))), "frontier-limit-name");
        text.relocate(getWidth() - RIGHT - text.getWidth(), y(nanos) - text.getHeight() - 1);
    }

    /** In steps: up to the next dearer design, the last is the best. */
    private void frontier(List<FrontierModel.Point> frontier) {
        Polyline way = new Polyline();
        double before = Double.NaN;
        for (FrontierModel.Point point : frontier) {
            Point2D at = at(point);
            if (!Double.isNaN(before)) {
                way.getPoints().addAll(at.getX(), before);
            }
            way.getPoints().addAll(at.getX(), at.getY());
            before = at.getY();
        }
        way.setId("size-frontier");
        way.getStyleClass().add("frontier-line");
        quiet(way);
    }

    private void point(FrontierModel shown, FrontierModel.Point point) {
        Button button = buttons.computeIfAbsent(point.run(), this::button);
        button.getStyleClass().setAll("frontier-point", point.met() ? "met" : "missed");
        if (point.cheapest()) {
            button.getStyleClass().add("cheapest");
        }
        button.setAccessibleText(point.told());
        button.getTooltip().setText(point.told());
        button.setOnAction(_ -> opener.accept(shown, point));
        button.toFront();
        Point2D at = at(point);
        button.resizeRelocate(at.getX() - POINT / 2, at.getY() - POINT / 2, POINT, POINT);
    }

    private Button button(long run) {
        Region mark = new Region();
        mark.getStyleClass().add("frontier-point-mark");
        Button button = new Button("", mark);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("size-point-" + run);
        button.setTooltip(new Tooltip());
        button.setManaged(false);
        getChildren().add(button);
        return button;
    }

    /** Beside the point, at the first place where it covers nothing; nowhere where there is none. */
    private void name(FrontierModel.Point point) {
        Label name = label(point.name(), point.cheapest() ? "frontier-cheapest-name" : "frontier-name");
        double width = name.getWidth();
        double height = name.getHeight();
        Point2D at = at(point);
        double gap = POINT / 2;
        List<Point2D> places = List.of(
                new Point2D(at.getX() + gap, at.getY() - gap - height + 6),
                new Point2D(at.getX() + gap, at.getY() + gap - 6),
                new Point2D(at.getX() - gap - width, at.getY() + gap - 6),
                new Point2D(at.getX() - gap - width, at.getY() - gap - height + 6),
                new Point2D(at.getX() - width / 2, at.getY() - gap - height));
        for (Point2D place : places) {
            Bounds bounds = new BoundingBox(place.getX(), place.getY(), width, height);
            if (bounds.getMinX() >= LEFT
                    && bounds.getMaxX() <= getWidth()
                    && bounds.getMinY() >= 0
                    && bounds.getMaxY() <= getHeight() - BOTTOM
                    && taken.stream().noneMatch(bounds::intersects)) {
                name.relocate(place.getX(), place.getY());
                taken.add(bounds);
                return;
            }
        }
        ground.getChildren().remove(name);
    }

    private void line(String style, double fromX, double fromY, double toX, double toY) {
        Line line = new Line(snapPositionX(fromX), snapPositionY(fromY), snapPositionX(toX), snapPositionY(toY));
        line.getStyleClass().add(style);
        quiet(line);
    }

    private Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        quiet(label);
        label.applyCss();
        label.autosize();
        return label;
    }

    private void quiet(Node node) {
        node.setManaged(false);
        ground.getChildren().add(node);
    }
}
