package roundhouse.workbench.sweeping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis of costs: linear, with marks at 1, 2 or 5 of a power of ten, from one mark to another.
 *
 * @param step between marks
 */
record CostScale(double least, double most, double step) {
    private static final double MARKS = 6;

    /** @param leastStep that marks are apart at least: 1 for what comes in wholes, else 0 */
    static CostScale of(List<Double> costs, double leastStep) {
        double least = stream(costs).min().orElse(0);
        double most = stream(costs).max().orElse(1);
        // A single cost still gets an axis around it.
        double range = most > least ? most - least : Math.max(1e-6, Math.abs(most));
        double rough = range / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double fine =
                rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        double step = Math.max(leastStep, fine);
        double from = Math.max(0, Math.floor(least / step) * step);
        double to = Math.ceil(most / step) * step;
        return new CostScale(from, to > from ? to : from + step, step);
    }

    private static DoubleStream stream(List<Double> costs) {
        return costs.stream().mapToDouble(Double::doubleValue);
    }

    /** Where a cost stands, 0 at the left end and 1 at the right. */
    double at(double cost) {
        return (cost - least) / (most - least);
    }

    /** Ascending. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        long count = Math.round((most - least) / step);
        for (long i = 0; i <= count; i++) {
            marks.add(least + i * step);
        }
        return marks;
    }
}
