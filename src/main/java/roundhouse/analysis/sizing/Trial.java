package roundhouse.analysis.sizing;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A design and its runs.
 *
 * @param values of what is varied, in the order of that
 * @param planned what it costs an hour by its hourly prices alone, or how many cores it has where nothing has a price
 * @param runs under successive seeds; none for a design that cannot be
 * @param problem why it cannot be; empty when it can
 */
public record Trial(
        List<String> values, double planned, List<TrialRun> runs, Decision decision, Optional<String> problem) {
    public Trial {
        values = List.copyOf(values);
        runs = List.copyOf(runs);
    }

    /** Whether it meets the goals. */
    public boolean isMet() {
        return decision.isMet();
    }

    /** Whether that is sure at 95 %. */
    public boolean isSure() {
        return decision.isSure();
    }

    /** What it costs an hour, on average; cores where nothing has a price. */
    public double cost() {
        double measured = mean(TrialRun::cost);
        return Double.isNaN(measured) ? planned : measured;
    }

    /** The mean of its runs; not a number without any. */
    public double mean(ToDoubleFunction<TrialRun> figure) {
        return runs.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
