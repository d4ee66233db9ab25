package roundhouse.workbench.playback.charts;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.scale.TimeView;

/** A chart beside its name and its figures: those of the present, or at the cursor that all charts share. */
final class ChartCard extends HBox {
    private static final double ZOOM = 1.5;
    private static final double MOVE = 0.25;

    private final ChartKind kind;
    private final ChartsModel charts;
    private final HoverBox hover;
    private final Label reading = new Label();
    /** What the plot's upper edge stands for. */
    private final Label max = new Label();

    private final ChartPlot plot = new ChartPlot();
    private final LegendRow legend;
    private final Subscription shown;
    private ChartModel model;
    /** Where the mouse is on the plot, px; -1 where it is not. */
    private double pointedX = -1;

    /** @param hover where the values of a moment are told */
    ChartCard(ChartKind kind, ChartsModel charts, HoverBox hover) {
        this.kind = kind;
        this.charts = charts;
        this.hover = hover;
        model = charts.drawn(kind);
        legend = new LegendRow(charts.lines(), model, this::requestFocus);
        Label name = new Label(kind.title());
        name.getStyleClass().add("chart-name");
        reading.getStyleClass().add("chart-reading");
        max.getStyleClass().add("chart-max");
        max.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox heading = new VBox(new HBox(name, gap, max), reading);
        heading.getStyleClass().add("chart-heading");
        Tooltip.install(heading, new Tooltip(kind.origin().text()));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setMinWidth(Charts.GUTTER);
        heading.setMaxWidth(Charts.GUTTER);
        StackPane drawing = new StackPane(plot, legend);
        StackPane.setAlignment(legend, Pos.TOP_RIGHT);
        drawing.setMinWidth(0);
        HBox.setHgrow(drawing, Priority.ALWAYS);
        getChildren().addAll(heading, drawing);
        getStyleClass().addAll("chart-card", kind.id());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp("Left and right point at a moment, Enter goes there, plus and minus zoom, 0 shows the whole run");
        setFocusTraversable(true);
        PlotPointer.install(plot, charts, plot::choose, this::point);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        Subscription moved = charts.cursor().subscribe(nanos -> {
            plot.cursor(nanos.longValue());
            tell();
        });
        shown = charts.onChange(this::show).and(moved);
        show();
    }

    ChartKind kind() {
        return kind;
    }

    /** What it shows is drawn no more. */
    void close() {
        shown.unsubscribe();
    }

    private void show() {
        if (getScene() != null && !isVisible()) {
            return;
        }
        model = charts.drawn(kind);
        TimeView view = charts.view();
        plot.show(model, view);
        max.setText(model.edgeText(model.edge(view.fromNanos(), view.untilNanos())));
        legend.show(charts.chart(kind), plot.look());
        now();
    }

    /** The run stands elsewhere: what is known beyond is paler. */
    void now() {
        plot.now(charts.nowNanos());
        tell();
    }

    private void point(double x) {
        pointedX = x;
        if (x < 0) {
            hover.hide();
        } else {
            hover.show(Moment.of(model, charts.cursor().get()), plot.look(), plot, x);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || !event.getTarget().equals(this)) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> go(event, -1);
            case RIGHT -> go(event, 1);
            case ENTER -> {
                if (charts.cursor().get() >= 0) {
                    charts.goTo(charts.cursor().get());
                }
            }
            case PLUS, EQUALS, ADD -> charts.zoom(ZOOM);
            case MINUS, SUBTRACT -> charts.zoom(1 / ZOOM);
            case DIGIT0, NUMPAD0 -> charts.whole();
            case ESCAPE -> {
                charts.cursor().set(-1);
                hover.hide();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(KeyEvent event, int by) {
        if (event.isShiftDown()) {
            charts.look(view -> view.moved(by * MOVE));
            return;
        }
        charts.step(model, by);
        double x = charts.view().x(charts.cursor().get(), plot.getWidth());
        hover.show(Moment.of(model, charts.cursor().get()), plot.look(), plot, x);
    }

    private void tell() {
        String text = charts.reading(model);
        reading.setText(text);
        long at = charts.cursor().get();
        setAccessibleText(kind.title() + ": " + (at >= 0 ? "at " + FigureText.clock(at) + ", " : "") + text);
        if (pointedX >= 0) {
            hover.show(Moment.of(model, at), plot.look(), plot, pointedX);
        }
    }
}
