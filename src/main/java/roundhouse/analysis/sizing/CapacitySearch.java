package roundhouse.analysis.sizing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;

/**
 * Finds the highest load under which a design still meets its goals: doubles or halves the load until it lies between, and then
 * bisects, to within 2 %. More load is taken never to make it better. The knee of the latency curve is where Kleinrock's power,
 * throughput over mean latency, is greatest (Power and deterministic rules of thumb, ICC 1979).
 */
public final class CapacitySearch {
    /** How far apart a load that meets the goals and one that does not may be at the end. */
    private static final double PRECISION = 1.02;

    private static final int MOST_STEPS = 14;
    /** Where the curve has its points, in tenths of the capacity. */
    private static final List<Integer> CURVE = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15);

    private static final MathContext DIGITS = new MathContext(3);

    private final LoadScale scale;
    private final Trials trials;

    public CapacitySearch(Topology topology, Trials trials) {
        scale = new LoadScale(topology);
        this.trials = trials;
    }

    /** Why there is no load to be scaled, in a line; empty when there is. */
    public Optional<String> refusal() {
        return scale.refusal();
    }

    /**
     * Looks for it.
     *
     * @throws java.util.concurrent.CancellationException when it is stopped
     */
    public Capacity find() {
        LoadTrial first = at(scale.load());
        LoadTrial good = first.trial().isMet() ? first : null;
        LoadTrial bad = first.trial().isMet() ? null : first;
        for (int step = 0; step < MOST_STEPS && (good == null || bad == null); step++) {
            double next =
                    good != null ? good.load() * 2 : Objects.requireNonNull(bad).load() / 2;
            Optional<LoadTrial> trial = possible(next);
            if (trial.isEmpty()) {
                break;
            }
            good = trial.get().trial().isMet() ? trial.get() : good;
            bad = trial.get().trial().isMet() ? bad : trial.get();
        }
        while (good != null && bad != null && bad.load() / good.load() > PRECISION) {
            double middle = rounded(Math.sqrt(good.load() * bad.load()));
            if (middle <= good.load() || middle >= bad.load()) {
                break;
            }
            LoadTrial trial = at(middle);
            good = trial.trial().isMet() ? trial : good;
            bad = trial.trial().isMet() ? bad : trial;
        }
        return new Capacity(
                scale.load(),
                scale.isUsers(),
                Optional.ofNullable(good),
                Optional.ofNullable(bad),
                good == null ? List.of() : curve(good.load()),
                trials.made());
    }

    /** Three significant digits, and whole users. */
    private double rounded(double load) {
        double value = new BigDecimal(load).round(DIGITS).doubleValue();
        return scale.isUsers() ? Math.max(1, Math.rint(value)) : value;
    }

    private LoadTrial at(double load) {
        return new LoadTrial(load, trials.of(List.of(), scale.at(load)));
    }

    /** Empty for more or less than there can be. */
    private Optional<LoadTrial> possible(double load) {
        return load <= 0
                        || (scale.isUsers() && load < 1)
                        || !Validation.problems(scale.at(load)).isEmpty()
                ? Optional.empty()
                : Optional.of(at(load));
    }

    /** One run for each of some loads up to that one and beyond. */
    private List<LoadPoint> curve(double most) {
        List<Double> loads = CURVE.stream()
                .map(tenths -> rounded(most * tenths / 10))
                .distinct()
                .filter(load -> load > 0 && Validation.problems(scale.at(load)).isEmpty())
                .toList();
        List<TrialRun> runs = trials.each(loads.stream().map(scale::at).toList());
        return IntStream.range(0, runs.size())
                .mapToObj(i -> new LoadPoint(loads.get(i), runs.get(i)))
                .sorted(Comparator.comparingDouble(LoadPoint::load))
                .toList();
    }

    /** A load, and a run under it. */
    public record LoadPoint(double load, TrialRun run) {
        /** Requests a second by mean latency; 0 where nothing ended well. */
        double power() {
            return Double.isNaN(run.meanNanos()) ? 0 : run.throughput() / run.meanNanos();
        }
    }

    /** A load, and what came of the goals under it. */
    public record LoadTrial(double load, Trial trial) {}
}
