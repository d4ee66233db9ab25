package roundhouse.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.RunComparison;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;

/**
 * One design under one algorithm, compared with the design as it is.
 *
 * @param title of the algorithm
 * @param design what was run
 * @param comparison null for the design as it is, and where it has not been run yet
 * @param side its own figures; null where it has not been run yet
 */
record AlgorithmRow(
        String title,
        ComparedDesign design,
        @Nullable RunComparison comparison,
        @Nullable ComparedSide side) {
    /** The design as it is, and then under each algorithm that its balancers can have and have not all already. */
    static List<AlgorithmRow> of(Topology topology) {
        List<LoadBalancer> balancers = balancers(topology);
        List<Algorithm> now = balancers.stream()
                .map(balancer -> balancer.balancing().algorithm())
                .distinct()
                .toList();
        ComparedDesign design = ComparedDesign.of(topology);
        String title = now.size() == 1 ? now.getFirst().title() + ", as it is" : "As it is";
        List<AlgorithmRow> rows = new ArrayList<>();
        rows.add(new AlgorithmRow(title, design.named(title), null, null));
        boolean keysAreSeen = balancers.stream().allMatch(balancer -> balancer.layer() == 7);
        for (Algorithm algorithm : Algorithm.values()) {
            boolean can = algorithm != Algorithm.HASH || keysAreSeen;
            if (can && !now.equals(List.of(algorithm))) {
                rows.add(new AlgorithmRow(
                        algorithm.title(), design.balancedBy(algorithm).named(algorithm.title()), null, null));
            }
        }
        return rows;
    }

    static List<LoadBalancer> balancers(Topology topology) {
        return topology.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .toList();
    }

    AlgorithmRow asItIs(ComparedSide measured) {
        return new AlgorithmRow(title, design, null, measured);
    }

    AlgorithmRow compared(RunComparison result) {
        return new AlgorithmRow(title, design, result, result.b());
    }

    String mean() {
        return latency(side == null ? 0 : side.latency().meanNanos());
    }

    String p99() {
        return latency(side == null ? 0 : (double) side.latency().p99Nanos());
    }

    private String latency(double nanos) {
        return side == null ? "" : side.hasReplies() ? Row.time(nanos) : "no replies";
    }

    String succeeded() {
        if (side == null) {
            return "";
        }
        long all = side.outcomes().values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? "no requests" : Row.percent((double) side.latency().count() / all);
    }

    /** How much slower or faster it answers than the design as it is. */
    String difference() {
        return comparison == null || comparison.goodPairs() == 0
                ? ""
                : Row.signed(comparison.latency().difference(), Row::time) + " "
                        + Row.half(comparison.latency().paired(), Row::time);
    }

    /** Whether that is better: by latency, and by success where that is sure. */
    String verdict() {
        return comparison == null
                ? ""
                : success()
                        .map(tone -> tone == Row.Tone.BETTER ? "fewer fail" : "more fail")
                        .orElseGet(() -> comparison.latencyJudgement().words());
    }

    Row.Tone tone() {
        return comparison == null
                ? Row.Tone.NEITHER
                : success().orElseGet(() -> Row.Tone.of(comparison.latencyJudgement()));
    }

    /** Requests that fail weigh more than any latency of those that do not. */
    private Optional<Row.Tone> success() {
        return comparison == null
                ? Optional.empty()
                : Optional.of(Row.Tone.of(comparison.successJudgement())).filter(tone -> tone != Row.Tone.NEITHER);
    }
}
