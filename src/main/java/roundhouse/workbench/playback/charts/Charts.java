package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.LongProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.topology.Topology;
import roundhouse.workbench.Throttled;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.charts.scale.TimeAxis;
import roundhouse.workbench.playback.history.Future;

/**
 * Throughput, latency, errors, and what is in flight at each server, one below the other on the timeline's own scale of time; where
 * something keeps data, hit ratios, stale reads, what databases do, and dirty entries and those that went once there were any; where there
 * are replicated stores, how far members are behind, what clients were answered, what was refused and lost, who leads and what is mended,
 * as far as there is room. After a rewind what is ahead is still there, paler.
 */
public final class Charts extends VBox {
    /** The list of what can be shown, and that of lines, px wide. */
    private static final double CHOICE = 82;

    private static final double LINES = 98;
    private static final double GAP = 4;

    /** Lines change this often at most. */
    private static final Duration BETWEEN = Duration.millis(125);

    private static final int ALWAYS = 4;
    /** Below the charts: the axis, the stretch, what the mouse points at. */
    private static final int FIXED = 3;
    /** What one more chart takes, and leaves to the transcript, px. */
    private static final double CARD = 36;

    private final ChartsModel charts;
    private final HoverBox hover = new HoverBox();
    private final List<ChartCard> cards;
    private final List<PaneKind> kinds = new ArrayList<>();
    private final List<ChartPane> panes = new ArrayList<>();
    private final ComboBox<String> choice = new ComboBox<>();
    private final Button whole = new Button(text("playback.whole-run"));
    private final SeriesChoice lines;
    private final Stretch stretch;
    private final List<Stage> windows = new ArrayList<>();
    private int room;
    private final TimeAxis axis;
    private final Throttled drawing = new Throttled(BETWEEN);
    private final KnownHistories histories = new KnownHistories();
    private @Nullable RunHistory drawn;
    private @Nullable OriginPop origins;
    private Topology topology = Topology.EMPTY;
    private long spanNanos;

    /**
     * @param cursor the time all charts are read at, simulated nanoseconds; -1 for none
     * @param goTo takes the run to a time, simulated nanoseconds
     */
    public Charts(LongProperty cursor, LongConsumer goTo) {
        charts = new ChartsModel(cursor, goTo);
        cards = ChartKind.ALL.stream()
                .map(kind -> new ChartCard(kind, charts, hover, this::open))
                .toList();
        lines = new SeriesChoice(charts.lines());
        axis = new TimeAxis(cursor);
        stretch = new Stretch(charts::stretch);
        choice.setId("chart-view");
        choice.setAccessibleText(text("playback.what-the-charts-show"));
        choice.getItems().add(text("playback.charts"));
        choice.setValue(text("playback.charts"));
        choice.setMinWidth(CHOICE);
        choice.setPrefWidth(CHOICE);
        choice.valueProperty().subscribe(this::showCards);
        getStyleClass().add("charts");
        lines.setPrefWidth(LINES);
        lines.setMinWidth(LINES);
        HBox.setMargin(lines, new Insets(3, TimeAxis.GUTTER - LINES - CHOICE - GAP, 0, 0));
        HBox.setMargin(choice, new Insets(3, GAP, 0, 0));
        whole.setId("charts-whole");
        whole.getStyleClass().add("charts-whole");
        whole.setTooltip(new Tooltip(text("playback.shows-the-whole-run-in")));
        whole.setOnAction(_ -> charts.whole());
        StackPane times = new StackPane(axis, whole);
        StackPane.setAlignment(whole, Pos.TOP_RIGHT);
        HBox.setHgrow(times, Priority.ALWAYS);
        getChildren().addAll(new HBox(choice, lines, times), stretch, hover);
        cards.forEach(card -> VBox.setVgrow(card, Priority.ALWAYS));
        showCards();
        charts.onChange(this::look);
        look();
    }

    /** Lets each be asked where what it shows comes from. */
    public void asks(OriginPop origins) {
        this.origins = origins;
        cards.forEach(card -> card.asks(origins));
        panes.forEach(pane -> pane.asks(origins));
    }

    /**
     * Draws the history of this frame if anything was added to it.
     *
     * @param active the future that is played
     * @param kept the others
     * @param nodes what servers are called, and their colours
     * @param span what the timeline's whole width stands for, simulated nanoseconds
     */
    public void show(Frame frame, Future active, List<Future> kept, KnownNodes nodes, long span) {
        RunHistory known = frame.live ? frame.history : histories.of(frame, active, kept);
        if ((getScene() == null || !isVisible()) && windows.isEmpty()) {
            // Nobody sees it; all is drawn when somebody does.
            drawn = null;
            return;
        }
        charts.now(frame.timeNanos);
        if (!known.equals(drawn) || !frame.topology.equals(topology) || span != spanNanos) {
            drawn = known;
            topology = frame.topology;
            spanNanos = span;
            stretch.span(span);
            drawing.show(() -> draw(known, nodes));
        }
    }

    /** The stretch of time that was chosen below the charts; nothing for the whole run. */
    public Optional<Stretch.Span> stretch() {
        return stretch.chosen();
    }

    private void look() {
        axis.show(charts.view());
        whole.setVisible(!charts.view().isWhole());
    }

    /** A window of its own for a chart, beside this one. */
    private void open(ChartKind kind) {
        HoverBox over = new HoverBox();
        ChartCard card = new ChartCard(kind, charts, over, null);
        if (origins != null) {
            card.asks(origins);
        }
        VBox.setVgrow(card, Priority.ALWAYS);
        open(kind.title(), card, over, card::close);
        card.requestFocus();
    }

    /** On a time axis of its own. */
    private void open(String title, Region content, HoverBox over, Runnable closed) {
        TimeAxis times = new TimeAxis(charts.cursor());
        times.show(charts.view());
        Subscription shown = charts.onChange(() -> times.show(charts.view()));
        HBox below = new HBox(times);
        HBox.setHgrow(times, Priority.ALWAYS);
        HBox.setMargin(times, new Insets(0, 0, 0, TimeAxis.GUTTER));
        open(title, new VBox(content, below, over), () -> {
            shown.unsubscribe();
            closed.run();
        });
    }

    private void open(String title, Region content, Runnable closed) {
        Stage[] opened = new Stage[1];
        opened[0] = ChartWindow.open(
                title, content, getParent().getStylesheets(), getScene().getWindow(), () -> {
                    windows.remove(opened[0]);
                    closed.run();
                });
        windows.add(opened[0]);
    }

    /** The windows of charts go with their document. */
    public void closeWindows() {
        List.copyOf(windows).forEach(Stage::close);
    }

    /** What all charts share. */
    public ChartsModel model() {
        return charts;
    }

    private void draw(RunHistory history, KnownNodes nodes) {
        charts.become(history, nodes, spanNanos);
        lines.list(ChartKind.ALL.stream().map(charts::chart).toList());
        showCards();
    }

    /** There is so much room, px, beyond what the charts need that are always there. */
    public void moreRoom(double height) {
        room = (int) Math.max(0, height / CARD);
        showCards();
    }

    /** Another picture of the run that can be shown instead of the lines. */
    public void add(PaneKind kind) {
        kinds.add(kind);
        ChartPane pane = new ChartPane(kind, charts, hover, () -> open(kind));
        VBox.setVgrow(pane, Priority.ALWAYS);
        if (origins != null) {
            pane.asks(origins);
        }
        panes.add(pane);
        choice.getItems().add(kind.name());
    }

    private void open(PaneKind kind) {
        HoverBox over = new HoverBox();
        ChartPane pane = new ChartPane(kind, charts, over, null);
        if (origins != null) {
            pane.asks(origins);
        }
        VBox.setVgrow(pane, Priority.ALWAYS);
        if (kind.isOverTime()) {
            open(kind.title(), pane, over, pane::close);
        } else {
            open(kind.title(), new VBox(pane, over), pane::close);
        }
        pane.requestFocus();
    }

    /** Shows the cards that have something to say, as far as there is room, or the picture that was chosen instead. */
    private void showCards() {
        int pane = choice.getItems().indexOf(choice.getValue()) - 1;
        axis.setVisible(pane < 0 || kinds.get(pane).isOverTime());
        lines.setVisible(pane < 0);
        if (pane >= 0) {
            show(List.of(panes.get(pane)));
            return;
        }
        List<ChartCard> fit = cards.stream()
                .filter(card -> cards.indexOf(card) < ALWAYS || card.kind().says(charts.history()))
                .limit(ALWAYS + room)
                .toList();
        show(fit);
    }

    private void show(List<? extends Region> shown) {
        List<Node> there = List.copyOf(getChildren().subList(0, getChildren().size() - FIXED));
        if (!shown.equals(there)) {
            hover.hide();
            // What stays is not taken out: it would lose the focus.
            getChildren()
                    .removeAll(
                            there.stream().filter(each -> !shown.contains(each)).toList());
            for (int place = 0; place < shown.size(); place++) {
                if (!getChildren().get(place).equals(shown.get(place))) {
                    getChildren().add(place, shown.get(place));
                }
            }
        }
    }
}
