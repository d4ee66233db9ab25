package roundhouse.analysis.checklist;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.structure.Offered;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Expansion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;

/** What the questions are asked of: a design, what its clients offer at most, and what a run of it came to, if there was one. */
final class Examined {
    private final Topology topology;
    private final @Nullable Report report;
    private final Map<String, Double> peak;
    private final DataDemand demand;

    Examined(Topology topology, @Nullable Report report) {
        this.topology = topology;
        this.report = report != null && report.isMeasured() ? report : null;
        Topology running = Expansion.of(topology);
        peak = Offered.rates(running, false);
        demand = DataDemand.of(running, peak);
    }

    Topology topology() {
        return topology;
    }

    /** Null where it has not run. */
    @Nullable
    Report report() {
        return report;
    }

    /** The most requests a second that one of those that a node stands for is offered; 0 where that is not known. */
    double peak(Node node) {
        return peak.getOrDefault(Members.of(node).getFirst(), 0.0);
    }

    /** Reads and writes that databases are asked for at the peak. */
    DataDemand demand() {
        return demand;
    }

    /** The largest part of its cores that one of those that a node stands for had busy on average, 0 to 1. */
    OptionalDouble busy(Node node) {
        return report == null
                ? OptionalDouble.empty()
                : reports(node).stream()
                        .mapToDouble(Report.NodeReport::utilization)
                        .filter(Double::isFinite)
                        .max();
    }

    /** What was at one of those that a node stands for at once in the run, of the one that had most; null where it has not run. */
    Report.@Nullable MeanAndMax inFlight(Node node) {
        return reports(node).stream()
                .map(Report.NodeReport::inFlight)
                .filter(level -> Double.isFinite(level.mean()))
                .max(Comparator.comparingDouble(Report.MeanAndMax::mean))
                .orElse(null);
    }

    /** Requests a second that the one with most of those that a node stands for ended in the run; 0 where it has not run. */
    double servedRate(Node node) {
        Report its = report;
        return its == null || its.simulatedNanos() == 0
                ? 0
                : reports(node).stream()
                                .mapToLong(Report.NodeReport::served)
                                .max()
                                .orElse(0)
                        * 1e9
                        / its.simulatedNanos();
    }

    private List<Report.NodeReport> reports(Node node) {
        Report its = report;
        return its == null
                ? List.of()
                : Members.of(node).stream()
                        .flatMap(id -> Stream.ofNullable(its.nodes().get(id)))
                        .toList();
    }
}
