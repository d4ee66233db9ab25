package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.scale.ValueAxis;
import roundhouse.workbench.playback.charts.sheets.ChartLook;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;

/** A chart beside its name and its figures: those of the present, or at the cursor that all charts share. */
final class ChartCard extends HBox {
    private static final double MOVE = 0.25;
    /** Lower than that many times the line of names, a chart has no room for them. */
    private static final double LOW = 4;

    private final ChartKind kind;
    private final ChartsModel charts;
    private final HoverBox hover;
    private final VBox heading;
    private final ValueAxis axis;
    private final Label reading = new Label();
    /** What the plot's upper edge stands for. */
    private final Label max = new Label();

    private final ChartPlot plot = new ChartPlot();
    private final LegendRow legend;
    private final Subscription shown;
    private ChartModel model;
    /** Where the mouse is on the plot, px; -1 where it is not. */
    private double pointedX = -1;

    private double pointedY = -1;

    /**
     * @param hover where the values of a moment are told
     * @param opens what can open a window of its own; null where it has one
     */
    ChartCard(ChartKind kind, ChartsModel charts, HoverBox hover, @Nullable ChartOpener opens) {
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
        MenuButton menu = new MenuButton("⋯");
        menu.setAccessibleText(text("playback.what-can-be-done-with", kind.title()));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        ChartMenu.fill(menu, charts, this::sheet, opens == null ? null : () -> opens.open(kind), charts::export);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        reading.setMinWidth(0);
        heading = new VBox(new HBox(name, gap, max), new HBox(reading, space, menu));
        heading.getStyleClass().add("chart-heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        axis = new ValueAxis(heading);
        StackPane drawing = new StackPane(plot.surface(), legend);
        StackPane.setAlignment(legend, Pos.TOP_RIGHT);
        drawing.setMinWidth(0);
        HBox.setHgrow(drawing, Priority.ALWAYS);
        HBox.setHgrow(axis, Priority.NEVER);
        getChildren().addAll(axis, drawing);
        getStyleClass().addAll("chart-card", kind.id());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(text("playback.left-and-right-point-at"));
        setFocusTraversable(true);
        plot.surface().onLook(this::legend);
        for (ObservableValue<?> sees : List.of(
                hoverProperty(), focusWithinProperty(), legend.layoutBoundsProperty(), layoutBoundsProperty())) {
            sees.subscribe(this::makeRoom);
        }
        PlotPointer.install(plot.surface(), charts, plot::choose, this::point);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        Subscription moved = charts.cursor().subscribe(nanos -> {
            plot.cursor(nanos.longValue());
            tell();
        });
        shown = charts.onChange(this::show).and(charts.onMove(this::now)).and(moved);
        sceneProperty().subscribe(this::show);
    }

    /** Lets it be asked where what it shows comes from. */
    void asks(OriginPop origins) {
        heading.setId(kind.id().replace("chart-", "chart-heading-"));
        origins.attach(
                () -> Optional.of(AskedFigure.of(
                        kind.title(), kind.origin(), text("playback.one-for-each-span-of"), Optional.empty())),
                heading);
    }

    ChartKind kind() {
        return kind;
    }

    /** As it is now, with the lines that are drawn. */
    private ChartSheet sheet() {
        return new LineSheet(kind.title(), model, charts.view(), plot.surface().look());
    }

    /** What it shows is drawn no more. */
    void close() {
        shown.unsubscribe();
    }

    private void show() {
        if (getScene() == null) {
            return;
        }
        model = charts.drawn(kind);
        TimeView view = charts.view();
        plot.show(model, view);
        double edge = model.edge(view.fromNanos(), view.untilNanos());
        max.setText(model.edgeText(edge));
        axis.show(edge);
        legend();
        now();
    }

    private void legend() {
        legend.show(charts.chart(kind), plot.surface().look());
        makeRoom();
    }

    /** In a low chart the names are away while they would lie on lines, until somebody points at the chart or goes there by key. */
    private void makeRoom() {
        boolean low = legend.getHeight() * LOW > plot.surface().getHeight();
        boolean away = low && !isHover() && !isFocusWithin() && plot.reaches(legend.getWidth(), legend.getHeight());
        legend.setOpacity(away ? 0 : 1);
    }

    /** The run stands elsewhere: what is known beyond is paler. */
    private void now() {
        if (getScene() == null) {
            return;
        }
        plot.now(charts.nowNanos());
        tell();
    }

    private void point(double x, double y) {
        pointedX = x;
        pointedY = y;
        if (x < 0) {
            hover.hide();
        } else {
            tell(x);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || !event.getTarget().equals(this)) {
            return;
        }
        if (charts.zoomed(event)) {
            event.consume();
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
        double x = charts.view().x(charts.cursor().get(), plot.surface().getWidth());
        tell(x);
    }

    /** Says the values at the cursor beside that place, px. */
    private void tell(double x) {
        Moment moment = Moment.of(model, charts.cursor().get());
        String title = moment.lines().isEmpty() ? text("playback.not-played-yet", moment.time()) : moment.time();
        ChartLook look = plot.surface().look();
        hover.show(
                title,
                moment.lines().stream()
                        .map(line -> new HoverBox.Row(
                                new LineSwatch(line.series(), look),
                                line.series().name(),
                                line.value(),
                                line.readings()))
                        .toList(),
                plot.surface(),
                x,
                pointedX < 0 ? plot.surface().getHeight() / 2 : pointedY);
    }

    private void tell() {
        double[] values = charts.reading(model);
        String text = model.said(values);
        reading.setText(model.brief(values));
        long at = charts.cursor().get();
        setAccessibleText(kind.title() + ": " + (at >= 0 ? "at " + FigureText.clock(at) + ", " : "") + text);
        if (pointedX >= 0) {
            tell(pointedX);
        }
    }
}
