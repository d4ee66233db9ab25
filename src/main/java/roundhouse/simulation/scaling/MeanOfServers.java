package roundhouse.simulation.scaling;

import java.util.List;
import roundhouse.topology.nodes.groups.ScalingMetric;
import roundhouse.topology.nodes.groups.ScalingTarget;

/** The mean of a metric over the servers that can be measured. */
record MeanOfServers(ScalingTarget target, double request) {
    private static final double PERCENT = 100;

    /** In the target's unit; not a number when none can be measured. */
    double of(List<GroupServer> servers, long nowNanos) {
        return servers.stream()
                .filter(server -> server.isMeasured(nowNanos))
                .mapToDouble(server -> server.mean(target.metric(), nowNanos) * scale())
                .average()
                .orElse(Double.NaN);
    }

    private double scale() {
        return target.metric() == ScalingMetric.UTILIZATION ? PERCENT / request : 1;
    }
}
