package roundhouse.workbench.playback.charts;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.LongProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.Throttled;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.origins.OriginPop;
import roundhouse.workbench.playback.history.Future;

/**
 * Throughput, latency, errors, and what is in flight at each server, one below the other on the timeline's own scale of time; where
 * something keeps data, hit ratios, stale reads, what databases do, and dirty entries and those that went once there were any; where there
 * are replicated stores, how far members are behind, what clients were answered, what was refused and lost, who leads and what is mended,
 * as far as there is room. After a rewind what is ahead is still there, paler.
 */
public final class Charts extends VBox {
    /** Room before the charts for their names, and before the timeline's track for its title, px. */
    public static final double GUTTER = 192;

    /** The list of lines, px wide. */
    private static final double LINES = 120;

    /** Lines change this often at most. */
    private static final Duration BETWEEN = Duration.millis(125);

    private static final int ALWAYS = 4;
    /** What one more chart takes, and leaves to the transcript, px. */
    private static final double CARD = 36;

    /** So many more charts. */
    private static final List<PseudoClass> MORE = Stream.of(
                    "one", "two", "three", "four", "five", "six", "seven", "eight")
            .map(PseudoClass::getPseudoClass)
            .toList();

    private final List<ChartCard> cards;
    private final SeriesChoice lines = new SeriesChoice(this::draw);
    private final Stretch stretch;
    private List<ChartModel> models = List.of();
    /** For each card whether it has something to say. */
    private List<Boolean> there;

    private int room;
    private final TimeAxis axis;
    private final Throttled drawing = new Throttled(BETWEEN);
    private final KnownHistories histories = new KnownHistories();
    private Frame.@Nullable History drawn;
    private Topology topology = Topology.EMPTY;
    private long spanNanos;

    /** @param cursor the time all charts are read at, simulated nanoseconds; -1 for none */
    public Charts(LongProperty cursor) {
        cards = ChartKind.ALL.stream()
                .map(kind -> new ChartCard(kind.title(), kind.origin(), kind.id(), cursor))
                .toList();
        there = IntStream.range(0, cards.size()).mapToObj(i -> i < ALWAYS).toList();
        axis = new TimeAxis(cursor);
        stretch = new Stretch(this::tellStretch);
        getStyleClass().add("charts");
        lines.setPrefWidth(LINES);
        lines.setMinWidth(LINES);
        HBox.setHgrow(axis, Priority.ALWAYS);
        HBox.setMargin(lines, new Insets(3, GUTTER - LINES, 0, 0));
        getChildren().addAll(new HBox(lines, axis), stretch);
        cards.forEach(card -> VBox.setVgrow(card, Priority.ALWAYS));
        showCards();
    }

    /** Lets each be asked where what it shows comes from. */
    public void asks(OriginPop origins) {
        cards.forEach(card -> card.asks(origins));
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
        Frame.History known = frame.live ? frame.history : histories.of(frame, active, kept);
        if (!known.equals(drawn) || !frame.topology.equals(topology) || span != spanNanos) {
            drawn = known;
            topology = frame.topology;
            spanNanos = span;
            axis.span(span);
            stretch.span(span);
            drawing.show(() -> draw(known, nodes));
        }
        long nowNanos = frame.timeNanos;
        cards.forEach(card -> card.now(nowNanos));
    }

    /** The stretch of time that was chosen below the charts; nothing for the whole run. */
    public Optional<Stretch.Span> stretch() {
        return stretch.chosen();
    }

    private void tellStretch(Optional<Stretch.Span> chosen) {
        cards.forEach(card -> card.stretch(chosen));
    }

    private void draw(Frame.History history, KnownNodes nodes) {
        models = ChartKind.ALL.stream().map(kind -> kind.of(history, nodes)).toList();
        there = ChartKind.ALL.stream().map(kind -> kind.says(history)).toList();
        showCards();
        draw();
    }

    /** There is so much room, px, beyond what the charts need that are always there. */
    public void moreRoom(double height) {
        room = (int) Math.max(0, height / CARD);
        showCards();
    }

    /** Shows the cards that have something to say, as far as there is room. */
    private void showCards() {
        List<ChartCard> fit = IntStream.range(0, cards.size())
                .filter(there::get)
                .limit(ALWAYS + Math.min(room, MORE.size()))
                .mapToObj(cards::get)
                .toList();
        if (!fit.equals(getChildren().subList(0, getChildren().size() - 2))) {
            getChildren().removeAll(cards);
            getChildren().addAll(0, fit);
        }
        for (int more = 1; more <= MORE.size(); more++) {
            pseudoClassStateChanged(MORE.get(more - 1), fit.size() == ALWAYS + more);
        }
    }

    private void draw() {
        List<ChartModel> drawn = lines.drawn(models);
        for (int i = 0; i < drawn.size(); i++) {
            cards.get(i).show(drawn.get(i), spanNanos);
        }
    }
}
