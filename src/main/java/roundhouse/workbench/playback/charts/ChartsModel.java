package roundhouse.workbench.playback.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.LongProperty;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.sheets.ChartExport;

/**
 * What all charts of a document share, in the panel and in windows of their own: what is known of the run, the time they are read at, the
 * stretch in sight, and which lines are drawn. Needs no screen.
 */
public final class ChartsModel {
    private static final double ZOOM = 1.5;

    private final LongProperty cursor;
    private final LongConsumer goTo;
    private final ChosenLines lines = new ChosenLines();
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Runnable> movers = new ArrayList<>();
    /** What charts show of the history, by their ids, as far as somebody asked. */
    private final Map<String, ChartModel> charts = new TreeMap<>();

    private TimeView view = TimeView.whole(1);
    private RunHistory history = RunHistory.EMPTY;
    private KnownNodes nodes = KnownNodes.of(Topology.EMPTY);
    private long nowNanos;
    private Optional<Stretch.Span> stretch = Optional.empty();
    private @Nullable ChartExport export;

    /**
     * @param cursor the time all charts are read at, simulated nanoseconds; -1 for none
     * @param goTo takes the run to a time, simulated nanoseconds
     */
    public ChartsModel(LongProperty cursor, LongConsumer goTo) {
        this.cursor = cursor;
        this.goTo = goTo;
        lines.onChange(this::tell);
    }

    /** The listener is told when there is something else to draw, until it unsubscribes. */
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The listener is told when the run stands elsewhere. */
    public Subscription onMove(Runnable listener) {
        movers.add(listener);
        return () -> movers.remove(listener);
    }

    /** Charts are written to files by this. */
    public void export(ChartExport to) {
        export = to;
    }

    @Nullable
    ChartExport export() {
        return export;
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /**
     * Something else is known of the run.
     *
     * @param known what servers are called, and their colours
     * @param spanNanos how long the timeline is
     */
    void become(RunHistory next, KnownNodes known, long spanNanos) {
        history = next;
        nodes = known;
        view = view.of(spanNanos);
        charts.clear();
        tell();
    }

    public RunHistory history() {
        return history;
    }

    public KnownNodes nodes() {
        return nodes;
    }

    /** All that a chart has to say. */
    ChartModel chart(ChartKind kind) {
        return charts.computeIfAbsent(kind.id(), _ -> kind.of(history, nodes));
    }

    /** What of it is to be drawn. */
    ChartModel drawn(ChartKind kind) {
        return lines.drawn(chart(kind));
    }

    ChosenLines lines() {
        return lines;
    }

    public LongProperty cursor() {
        return cursor;
    }

    /** What is in sight. */
    public TimeView view() {
        return view;
    }

    /** Shows another stretch. */
    public void look(UnaryOperator<TimeView> change) {
        TimeView next = change.apply(view);
        if (!next.equals(view)) {
            view = next;
            tell();
        }
    }

    /** So many times as close around the cursor, or where there is none around the present. */
    private void zoom(double times) {
        long atNanos = cursor.get() >= 0 ? cursor.get() : nowNanos;
        look(seen -> seen.zoomed(times, Math.clamp(atNanos, seen.fromNanos(), seen.untilNanos())));
    }

    void closer() {
        zoom(ZOOM);
    }

    void farther() {
        zoom(1 / ZOOM);
    }

    /** Zooms if the key is one that does: plus, minus, or 0 for the whole run; whether it was. */
    public boolean zoomed(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> closer();
            case MINUS, SUBTRACT -> farther();
            case DIGIT0, NUMPAD0 -> whole();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Shows the whole run. */
    public void whole() {
        look(seen -> TimeView.whole(seen.wholeNanos()));
    }

    /** Where the run stands, simulated nanoseconds. */
    void now(long timeNanos) {
        nowNanos = timeNanos;
        List.copyOf(movers).forEach(Runnable::run);
    }

    public long nowNanos() {
        return nowNanos;
    }

    /** The stretch that figures are of; nothing for the whole run. */
    public Optional<Stretch.Span> stretch() {
        return stretch;
    }

    /** Figures are means of that stretch instead of those of the present; nothing for the whole run. */
    void stretch(Optional<Stretch.Span> chosen) {
        stretch = chosen;
        tell();
    }

    /** Takes the run to a time, simulated nanoseconds. */
    public void goTo(long timeNanos) {
        goTo.accept(Math.max(0, timeNanos));
    }

    /** What a chart has at the cursor, in the stretch, or at present: a value a line, or none. */
    double[] reading(ChartModel chart) {
        if (cursor.get() >= 0) {
            boolean known = cursor.get() <= Math.max(nowNanos, chart.length() * chart.spanNanos());
            return chart.at(known ? chart.indexAt(cursor.get()) : -1);
        }
        return stretch.map(span -> chart.means(span.fromNanos(), span.untilNanos()))
                .orElseGet(() -> chart.at(chart.indexAt(nowNanos - chart.spanNanos())));
    }

    /** Moves the cursor by so many values of a chart, from the present when there is none, and keeps it in sight. */
    public void step(ChartModel chart, int by) {
        if (chart.length() > 0) {
            int from = chart.indexAt(cursor.get() < 0 ? nowNanos : cursor.get());
            long to = chart.timeNanos(Math.clamp((long) from + by, 0, chart.length() - 1));
            cursor.set(to);
            if (to < view.fromNanos() || to > view.untilNanos()) {
                look(seen -> seen.between(to - seen.lengthNanos() / 2, to + seen.lengthNanos() / 2));
            }
        }
    }
}
