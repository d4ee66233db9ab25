package roundhouse.workbench.compare.measured;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import roundhouse.analysis.OverSeeds;
import roundhouse.analysis.SeedDifference;

/**
 * A row of the table: what was run, and what came of it.
 *
 * @param number counted from 1, kept until the table is cleared
 * @param bySeed the figures of each run that is done
 * @param soFar those of the first run while that goes; empty once it is done
 */
public record MeasuredRow(
        int number,
        Entrant entrant,
        SortedMap<Long, Map<ComparedFigure, Double>> bySeed,
        Map<ComparedFigure, Double> soFar) {
    public static MeasuredRow of(int number, Entrant entrant) {
        return new MeasuredRow(number, entrant, Collections.emptySortedMap(), Map.of());
    }

    public MeasuredRow measured(long seed, Map<ComparedFigure, Double> figures) {
        SortedMap<Long, Map<ComparedFigure, Double>> next = new TreeMap<>(bySeed);
        next.put(seed, figures);
        return new MeasuredRow(number, entrant, Collections.unmodifiableSortedMap(next), Map.of());
    }

    /** Its first run has got so far. */
    public MeasuredRow soFar(Map<ComparedFigure, Double> figures) {
        return bySeed.isEmpty() ? new MeasuredRow(number, entrant, bySeed, figures) : this;
    }

    public MeasuredRow named(Entrant same) {
        return new MeasuredRow(number, same, bySeed, soFar);
    }

    public boolean isMeasured() {
        return !bySeed.isEmpty();
    }

    public OverSeeds of(ComparedFigure figure) {
        SortedMap<Long, Double> values = new TreeMap<>();
        bySeed.forEach((seed, figures) -> values.put(seed, figures.getOrDefault(figure, Double.NaN)));
        return new OverSeeds(values);
    }

    /** The mean over seeds, or how it stands in the first run; not a number where nothing was measured. */
    public double value(ComparedFigure figure) {
        return isMeasured() ? of(figure).mean() : soFar.getOrDefault(figure, Double.NaN);
    }

    public SeedDifference less(MeasuredRow other, ComparedFigure figure) {
        return of(figure).less(other.of(figure));
    }
}
