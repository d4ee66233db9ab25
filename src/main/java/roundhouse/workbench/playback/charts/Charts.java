package roundhouse.workbench.playback.charts;

import java.util.List;
import javafx.beans.property.LongProperty;
import javafx.geometry.Insets;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.Throttled;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.history.Future;

/**
 * Throughput, latency, errors, and what is in flight at each server, one below the other on the timeline's own scale of time. After a
 * rewind what is ahead is still there, paler.
 */
public final class Charts extends VBox {
    /** Room before the charts for their names, and before the timeline's track for its title, px. */
    public static final double GUTTER = 192;

    /** Lines change this often at most. */
    private static final Duration BETWEEN = Duration.millis(125);

    private final ChartCard throughput;
    private final ChartCard latency;
    private final ChartCard errors;
    private final ChartCard inFlight;
    private final List<ChartCard> cards;
    private final TimeAxis axis;
    private final Throttled drawing = new Throttled(BETWEEN);
    private final KnownHistories histories = new KnownHistories();
    private Frame.@Nullable History drawn;
    private Topology topology = Topology.EMPTY;
    private long spanNanos;

    /** @param cursor the time all charts are read at, simulated nanoseconds; -1 for none */
    public Charts(LongProperty cursor) {
        throughput = new ChartCard("Throughput", "chart-throughput", cursor);
        latency = new ChartCard("Latency", "chart-latency", cursor);
        errors = new ChartCard("Errors", "chart-errors", cursor);
        inFlight = new ChartCard("In flight per server", "chart-in-flight", cursor);
        cards = List.of(throughput, latency, errors, inFlight);
        axis = new TimeAxis(cursor);
        getStyleClass().add("charts");
        getChildren().addAll(cards);
        getChildren().add(axis);
        cards.forEach(card -> VBox.setVgrow(card, Priority.ALWAYS));
        VBox.setMargin(axis, new Insets(0, 0, 0, GUTTER));
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
        Frame.History known = histories.of(frame, active, kept);
        if (!known.equals(drawn) || !frame.topology.equals(topology) || span != spanNanos) {
            drawn = known;
            topology = frame.topology;
            spanNanos = span;
            axis.span(span);
            drawing.show(() -> draw(known, span, nodes));
        }
        long nowNanos = frame.timeNanos;
        cards.forEach(card -> card.now(nowNanos));
    }

    private void draw(Frame.History history, long span, KnownNodes nodes) {
        throughput.show(ChartModel.throughput(history), span);
        latency.show(ChartModel.latency(history), span);
        errors.show(ChartModel.errors(history), span);
        inFlight.show(ChartModel.inFlight(history, nodes), span);
    }
}
