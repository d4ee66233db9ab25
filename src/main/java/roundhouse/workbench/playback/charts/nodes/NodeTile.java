package roundhouse.workbench.playback.charts.nodes;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import roundhouse.workbench.playback.charts.ChartModel;
import roundhouse.workbench.playback.charts.ChartPlot;
import roundhouse.workbench.playback.charts.ChartsModel;
import roundhouse.workbench.playback.charts.HoverBox;
import roundhouse.workbench.playback.charts.LineSwatch;
import roundhouse.workbench.playback.charts.Moment;
import roundhouse.workbench.playback.charts.PlotPointer;
import roundhouse.workbench.playback.charts.sheets.ChartLook;

/** The small chart of one node. A click or Enter selects the node. */
final class NodeTile extends VBox {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final String id;
    private final ChartsModel charts;
    private final HoverBox hover;
    private final Runnable select;
    private final Label name = new Label();
    private final Label reading = new Label();
    private final ChartPlot plot = new ChartPlot();
    private ChartModel chart;

    /**
     * @param select selects the node
     * @param step goes to the next tile for 1, to the one before for -1
     */
    NodeTile(NodesModel.NodeChart first, ChartsModel charts, HoverBox hover, Runnable select, IntConsumer step) {
        id = first.id();
        chart = first.chart();
        this.charts = charts;
        this.hover = hover;
        this.select = select;
        name.getStyleClass().add("chart-name");
        name.setMinWidth(0);
        reading.getStyleClass().add("chart-reading");
        reading.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox.setVgrow(plot.surface(), Priority.ALWAYS);
        getChildren().addAll(new HBox(4, name, gap, reading), plot.surface());
        getStyleClass().add("node-tile");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(text("playback.enter-selects-the-node-up"));
        PlotPointer.install(plot.surface(), charts, plot::choose, this::point, _ -> pick());
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (!event.getTarget().equals(plot.surface()) && event.isStillSincePress()) {
                pick();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, step));
    }

    String nodeId() {
        return id;
    }

    private void pick() {
        requestFocus();
        select.run();
    }

    /** @param edge what the upper edge of all tiles stands for */
    void show(ChartModel shown, double edge) {
        chart = shown;
        name.setText(shown.series().getFirst().name());
        plot.show(shown, charts.view(), edge);
        moved();
    }

    void moved() {
        plot.now(charts.nowNanos());
        plot.cursor(charts.cursor().get());
        long at = charts.cursor().get() >= 0
                ? charts.cursor().get()
                : Math.min(charts.nowNanos(), chart.length() * chart.spanNanos()) - 1;
        List<Moment.Line> lines = Moment.of(chart, Math.max(0, at)).lines();
        reading.setText(lines.isEmpty() ? "–" : lines.getFirst().value());
        setAccessibleText(name.getText() + ": " + reading.getText());
    }

    ChartLook look() {
        return plot.surface().look();
    }

    void picked(boolean selected) {
        pseudoClassStateChanged(PICKED, selected);
    }

    private void point(double x, double y) {
        if (x < 0) {
            hover.hide();
        } else {
            tell(x, y);
        }
    }

    private void tell(double x, double y) {
        Moment moment = Moment.of(chart, charts.cursor().get());
        ChartLook look = plot.surface().look();
        List<HoverBox.Row> rows = moment.lines().stream()
                .map(line -> new HoverBox.Row(
                        new LineSwatch(line.series(), look), line.series().name(), line.value(), line.readings()))
                .toList();
        hover.show(
                rows.isEmpty() ? text("playback.not-played-yet", moment.time()) : moment.time(),
                rows,
                plot.surface(),
                x,
                y);
    }

    private void key(KeyEvent event, IntConsumer step) {
        switch (event.getCode()) {
            case ENTER -> pick();
            case UP -> step.accept(-1);
            case DOWN -> step.accept(1);
            case LEFT -> look(-1);
            case RIGHT -> look(1);
            case ESCAPE -> {
                charts.cursor().set(-1);
                hover.hide();
            }
            default -> {
                if (!charts.zoomed(event)) {
                    return;
                }
            }
        }
        event.consume();
    }

    private void look(int by) {
        charts.step(chart, by);
        tell(
                charts.view().x(charts.cursor().get(), plot.surface().getWidth()),
                plot.surface().getHeight() / 2);
    }
}
