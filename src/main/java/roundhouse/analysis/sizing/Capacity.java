package roundhouse.analysis.sizing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import roundhouse.analysis.sizing.CapacitySearch.LoadPoint;
import roundhouse.analysis.sizing.CapacitySearch.LoadTrial;

/**
 * How much load a design bears.
 *
 * @param load as the topology has it: requests a second at the peak of all clients together, or users
 * @param users whether loads are users
 * @param most the highest load found under which the goals are met; empty when they are not met under any
 * @param beyond the lowest found under which they are not; empty when they are met under all that can be
 * @param curve runs under loads up to the highest and half as much beyond
 * @param runs how many were made
 */
public record Capacity(
        double load,
        boolean users,
        Optional<LoadTrial> most,
        Optional<LoadTrial> beyond,
        List<LoadPoint> curve,
        long runs) {
    /** Where the latency begins to rise faster than the throughput: where power is greatest. */
    public Optional<LoadPoint> knee() {
        return curve.stream().max(Comparator.comparingDouble(LoadPoint::power));
    }

    /** What gives way first: of the nodes beyond, the busiest; one that turns requests away where none is busy. */
    public Optional<NodeStand> weakest() {
        return beyond.flatMap(load -> load.trial().runs().getFirst().nodes().stream()
                .max(Comparator.comparingDouble(Capacity::strain)
                        .thenComparingLong(NodeStand::turnedAway)
                        .thenComparingDouble(NodeStand::queue)));
    }

    /** Whether it is busy enough to be what gives way. */
    private static double strain(NodeStand node) {
        return node.utilization() >= 0.5 ? node.utilization() : 0;
    }
}
