package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import roundhouse.analysis.sweeping.SweepFigure;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.SweepRow;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.topology.prices.MoneyText;
import roundhouse.workbench.FigureText;

/**
 * The rows of a sweep so far as a heat map: a column for each value of the first setting, a row for each of the second where there is
 * one.
 *
 * @param rows in the order of the plan
 */
record HeatModel(SweepPlan plan, List<SweepRow> rows) {
    /** More are not shown in a window. */
    static final int MOST_CELLS = 900;

    /**
     * One combination of values.
     *
     * @param run the first run of it, by its number in the plan
     * @param value the mean of its runs; not a number while there is none, or nothing was measured
     * @param heat from 0, the least value of the map, to 1, the greatest; negative where there is no value
     * @param problem why it cannot be run; empty where it can
     */
    record Cell(int column, int row, long run, double value, double heat, String text, Optional<String> problem) {}

    List<String> columns() {
        return plan.variables().getFirst().values();
    }

    /** Of the second setting; one without a name where there is none. */
    List<String> lines() {
        return plan.variables().size() == 1
                ? List.of("")
                : plan.variables().get(1).values();
    }

    /** What is where. */
    String heading() {
        List<Variable> varied = plan.variables();
        String across = varied.getFirst().path();
        return varied.size() == 1
                ? text("sweeping.across", across)
                : text("sweeping.across-and-down", across, varied.get(1).path());
    }

    List<Cell> cells(SweepFigure figure) {
        int lines = lines().size();
        double[] sums = new double[columns().size() * lines];
        int[] counts = new int[sums.length];
        List<Optional<String>> problems = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            problems.add(Optional.empty());
        }
        for (SweepRow row : rows) {
            int point = (int) (row.run() / plan.seeds());
            double value = row.figure(figure);
            problems.set(point, row.problem());
            if (!Double.isNaN(value)) {
                sums[point] += value;
                counts[point]++;
            }
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0) {
                least = Math.min(least, sums[i] / counts[i]);
                greatest = Math.max(greatest, sums[i] / counts[i]);
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            double value = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
            double heat = Double.isNaN(value) ? -1 : greatest == least ? 0.5 : (value - least) / (greatest - least);
            cells.add(new Cell(
                    i / lines,
                    i % lines,
                    (long) i * plan.seeds(),
                    value,
                    heat,
                    Double.isNaN(value) ? "" : value(figure, value),
                    problems.get(i)));
        }
        return cells;
    }

    private static String value(SweepFigure figure, double value) {
        return switch (figure) {
            case MEAN, P50, P90, P99, P999, MAX -> FigureText.duration(Math.round(value * 1e9));
            case UTILIZATION -> FigureText.percent(value);
            case COST, COST_PER_MILLION -> MoneyText.amount(value);
            case REQUESTS, OK, REFUSED, REJECTED, FAILED, TIMED_OUT -> FigureText.count(Math.round(value));
        };
    }
}
