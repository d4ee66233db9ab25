package roundhouse.simulation.observing.history;

import java.util.Map;

/**
 * Figures over time of a run that is shown.
 *
 * @param figures for each figure its series, by the id of what it is of, which is empty where there is one only
 */
public record Trends(Map<ChartFigure, Map<String, Trend>> figures) {
    /** Of a run that is not shown. */
    public static final Trends NONE = new Trends(Map.of());

    /** One series; {@link Trend#NONE} where it is not kept. */
    public Trend of(ChartFigure figure, String id) {
        return all(figure).getOrDefault(id, Trend.NONE);
    }

    /** All series of a figure, by id, in the order in which they began. */
    public Map<String, Trend> all(ChartFigure figure) {
        return figures.getOrDefault(figure, Map.of());
    }
}
