package roundhouse.analysis.sizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;

/**
 * Finds the cheapest design that meets the goals. Along one setting, of which more costs more, it bisects: more of it is taken never
 * to make a design worse. That is done for every combination of the other settings, the cheapest first, and only among designs that cost
 * less than the best so far.
 */
public final class SizeSearch {
    private final SweepPlan plan;
    private final Trials trials;
    private final Map<Integer, Trial> known = new LinkedHashMap<>();
    private final double[] costs;
    private Runnable tried = () -> {};
    /** Designs that cannot be, by their place. */
    private final Map<Integer, String> impossible = new LinkedHashMap<>();

    /** No search looks at more designs. */
    public static final int MOST_DESIGNS = 100_000;

    /**
     * @param plan of a single seed; which combinations there are
     * @param trials makes the runs
     */
    public SizeSearch(SweepPlan plan, Trials trials) {
        this.plan = plan;
        this.trials = trials;
        costs = new double[(int) plan.points()];
        for (int point = 0; point < costs.length; point++) {
            switch (plan.design(point)) {
                case Parsed.Value<Topology>(Topology design) -> costs[point] = PlannedCost.of(design);
                case Parsed.Wrong<Topology>(String reason) -> {
                    costs[point] = Double.POSITIVE_INFINITY;
                    impossible.put(point, reason);
                }
            }
        }
    }

    /** How many designs are tried at most. */
    public long most() {
        int along = along();
        if (along < 0) {
            return costs.length;
        }
        int size = plan.variables().get(along).values().size();
        return (long) (costs.length / size) * (1 + Integer.SIZE - Integer.numberOfLeadingZeros(size - 1));
    }

    /**
     * Looks for it.
     *
     * @throws java.util.concurrent.CancellationException when it is stopped; what was tried is kept
     */
    public Size find() {
        return find(() -> {});
    }

    /**
     * Looks for it.
     *
     * @param listener is told after each design that was tried, and may ask what there is so far
     * @throws java.util.concurrent.CancellationException when it is stopped; what was tried is kept
     */
    public Size find(Runnable listener) {
        tried = listener;
        int along = along();
        List<int[]> lines = lines(along);
        lines.sort(Comparator.comparingDouble(line -> costs[line[0]]));
        int best = -1;
        for (int[] line : lines) {
            int found = along < 0 ? single(line[0], best) : bisected(line, best);
            best = found < 0 ? best : found;
        }
        return size(along, best < 0 ? Optional.empty() : Optional.of(trial(best)));
    }

    /** What there is so far, after it was stopped. */
    public Size soFar() {
        return size(along(), known.values().stream().filter(Trial::isMet).min(Comparator.comparingDouble(Trial::cost)));
    }

    private Size size(int along, Optional<Trial> cheapest) {
        return new Size(
                plan.variables().stream().map(Variable::path).toList(),
                along < 0
                        ? Optional.empty()
                        : Optional.of(plan.variables().get(along).path()),
                List.copyOf(known.values()),
                cheapest,
                costs.length,
                trials.made(),
                PlannedCost.isPriced(plan.start()));
    }

    /** The setting with the most values, of those of which more costs more; none where there is none. */
    private int along() {
        int chosen = -1;
        for (int i = 0; i < plan.variables().size(); i++) {
            int size = plan.variables().get(i).values().size();
            boolean more =
                    chosen < 0 || size > plan.variables().get(chosen).values().size();
            if (size > 1 && more && rises(i)) {
                chosen = i;
            }
        }
        return chosen;
    }

    private boolean rises(int variable) {
        return lines(variable).stream().allMatch(line -> {
            double before = Double.NEGATIVE_INFINITY;
            for (int point : line) {
                if (!(costs[point] > before) || Double.isInfinite(costs[point])) {
                    return false;
                }
                before = costs[point];
            }
            return true;
        });
    }

    /** The designs along one setting, for every combination of the others; each alone for none. */
    private List<int[]> lines(int along) {
        List<int[]> lines = new ArrayList<>();
        if (along < 0) {
            for (int point = 0; point < costs.length; point++) {
                lines.add(new int[] {point});
            }
            return lines;
        }
        int stride = 1;
        for (int i = along + 1; i < plan.variables().size(); i++) {
            stride *= plan.variables().get(i).values().size();
        }
        int size = plan.variables().get(along).values().size();
        for (int point = 0; point < costs.length; point++) {
            if (point / stride % size == 0) {
                int first = point;
                int step = stride;
                int[] line = new int[size];
                Arrays.setAll(line, i -> first + i * step);
                lines.add(line);
            }
        }
        return lines;
    }

    private int single(int point, int best) {
        return isCheaper(point, best) && trial(point).isMet() ? point : -1;
    }

    private boolean isCheaper(int point, int best) {
        return best < 0 ? !Double.isInfinite(costs[point]) : costs[point] < costs[best];
    }

    /** The least of a line that meets the goals; -1 where none does that costs less than the best so far. */
    private int bisected(int[] line, int best) {
        int high = line.length - 1;
        while (high >= 0 && !isCheaper(line[high], best)) {
            high--;
        }
        if (high < 0 || !trial(line[high]).isMet()) {
            return -1;
        }
        int low = -1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (trial(line[middle]).isMet()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return line[high];
    }

    private Trial trial(int point) {
        Trial before = known.get(point);
        if (before != null) {
            return before;
        }
        Trial trial = tried(point);
        known.put(point, trial);
        tried.run();
        return trial;
    }

    private Trial tried(int point) {
        List<String> values = plan.values(point);
        return switch (plan.design(point)) {
            case Parsed.Value<Topology>(Topology design) -> trials.of(values, design);
            case Parsed.Wrong<Topology>(String reason) ->
                new Trial(values, costs[point], List.of(), Decision.MISSED, Optional.of(reason));
        };
    }
}
