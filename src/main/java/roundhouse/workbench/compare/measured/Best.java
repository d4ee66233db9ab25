package roundhouse.workbench.compare.measured;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import roundhouse.simulation.observing.figures.DataTotal.Good;

/**
 * Which rows are best by a figure.
 *
 * @param rows their numbers; none where a figure cannot be good or bad, or most are equal by it
 * @param certain whether they are surely better than all others, by the intervals of the differences
 */
public record Best(Set<Integer> rows, boolean certain) {
    public static final Best NONE = new Best(Set.of(), false);

    public static Best of(ComparedFigure figure, List<MeasuredRow> all) {
        List<MeasuredRow> measured =
                all.stream().filter(row -> !Double.isNaN(row.value(figure))).toList();
        double best = best(
                figure, measured.stream().mapToDouble(row -> row.value(figure)).toArray());
        String text = figure.unit().text(best);
        List<MeasuredRow> first = measured.stream()
                .filter(row -> figure.unit().text(row.value(figure)).equals(text))
                .toList();
        if (figure.good() == Good.NEITHER || isNothing(first.size(), measured.size())) {
            return NONE;
        }
        Optional<MeasuredRow> one = first.stream().findFirst();
        boolean certain = measured.stream()
                .filter(row -> !first.contains(row))
                .allMatch(row -> one.orElseThrow().less(row, figure).isCertain());
        Set<Integer> numbers = new TreeSet<>();
        first.forEach(row -> numbers.add(row.number()));
        return new Best(numbers, certain);
    }

    /** Which of these values are best as they are written; none where most are. */
    public static Set<Integer> of(ComparedFigure figure, double[] values) {
        Set<Integer> first = new TreeSet<>();
        int measured = 0;
        String text = figure.unit().text(best(figure, values));
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                measured++;
                if (figure.unit().text(values[i]).equals(text)) {
                    first.add(i);
                }
            }
        }
        return figure.good() == Good.NEITHER || isNothing(first.size(), measured) ? Set.of() : first;
    }

    /** More than half are not told apart. */
    private static boolean isNothing(int first, int measured) {
        return measured < 2 || first * 2 > measured;
    }

    private static double best(ComparedFigure figure, double[] values) {
        double best = Double.NaN;
        for (double value : values) {
            boolean better = figure.good() == Good.MORE ? value > best : value < best;
            if (Double.isNaN(best) || better) {
                best = value;
            }
        }
        return best;
    }
}
