package roundhouse.simulation.observing.history;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures over time that keep the least and the most of every reading, in memory that does not grow with the length of the run: a series
 * takes so many spans, and beyond {@link #MOST} series no further one begins.
 */
public final class TrendStore {
    static final int MOST = 400;

    private static final double PER_SECOND = 10;

    private final int most;
    private final Map<ChartFigure, Map<String, TrendOverTime>> series = new EnumMap<>(ChartFigure.class);
    private final TrendOverTime none;
    private int count;
    private int size;

    /** @param most spans that there may be */
    public TrendStore(int most) {
        this.most = most;
        none = new TrendOverTime(most);
    }

    /** A reading of a tenth of a second that is over. */
    void level(ChartFigure figure, String of, double value) {
        at(figure, of).level(size, value);
    }

    /** What a counter has reached at the end of a tenth of a second; by how much it grows is kept, a second. */
    void rate(ChartFigure figure, String of, long total) {
        at(figure, of).growth(size, total, PER_SECOND);
    }

    /** What two counters have reached. */
    void share(ChartFigure figure, String of, long part, long whole) {
        at(figure, of).share(size, part, whole);
    }

    private TrendOverTime at(ChartFigure figure, String of) {
        Map<String, TrendOverTime> all = series.computeIfAbsent(figure, _ -> new LinkedHashMap<>());
        TrendOverTime known = all.get(of);
        if (known != null) {
            return known;
        }
        if (count == MOST) {
            return none;
        }
        count++;
        TrendOverTime begun = new TrendOverTime(most);
        all.put(of, begun);
        return begun;
    }

    /** Ends a span. */
    public void endSpan() {
        size++;
    }

    /** Makes one span of each two. There must be an even number of them. */
    public void mergePairs() {
        size /= 2;
        series.values().forEach(all -> all.values().forEach(one -> one.mergePairs(size)));
        none.mergePairs(size);
    }

    /** What there is of the spans that are over. */
    public Trends trends() {
        Map<ChartFigure, Map<String, Trend>> taken = new EnumMap<>(ChartFigure.class);
        series.forEach((figure, all) -> {
            Map<String, Trend> of = new LinkedHashMap<>();
            all.forEach((id, one) -> of.put(id, one.trend(size)));
            taken.put(figure, of);
        });
        return new Trends(taken);
    }
}
