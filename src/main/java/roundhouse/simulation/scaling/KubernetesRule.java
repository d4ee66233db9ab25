package roundhouse.simulation.scaling;

import java.util.List;
import roundhouse.scaling.HorizontalAutoscaler;
import roundhouse.scaling.Pod;
import roundhouse.scaling.ReplicaCalculator;
import roundhouse.scaling.ScalingRules;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.nodes.groups.ScalingLimit;
import roundhouse.topology.nodes.groups.ScalingMetric;
import roundhouse.topology.nodes.groups.ScalingTarget;

/** Kubernetes' horizontal pod autoscaler: see {@link ReplicaCalculator} and {@link HorizontalAutoscaler}. */
final class KubernetesRule implements SizeRule {
    private static final double MILLI = 1_000;

    private final ScalingTarget target;
    private final double request;
    private final long windowNanos;
    private final HorizontalAutoscaler scaler;
    private final MeanOfServers mean;
    private int least;
    private int most;

    KubernetesRule(Autoscaling scaling, ScalingTarget target, double request) {
        this.target = target;
        this.request = request;
        windowNanos = DurationSampler.nanos(scaling.window());
        least = scaling.min();
        most = scaling.max();
        mean = new MeanOfServers(target, request);
        scaler = new HorizontalAutoscaler(
                least,
                most,
                rules(scaling.up(), scaling.largest(), DurationSampler.nanos(scaling.upStabilization())),
                rules(scaling.down(), scaling.largest(), DurationSampler.nanos(scaling.stabilization())));
    }

    private static ScalingRules rules(List<ScalingLimit> limits, boolean largest, long windowNanos) {
        ScalingRules.Select several = largest ? ScalingRules.Select.MAX : ScalingRules.Select.MIN;
        return new ScalingRules(
                limits.stream()
                        .map(limit -> new ScalingRules.Policy(
                                limit.percent(), limit.value(), DurationSampler.nanos(limit.period())))
                        .toList(),
                limits.isEmpty() ? ScalingRules.Select.DISABLED : several,
                windowNanos);
    }

    @Override
    public void bounds(int fewest, int largest) {
        least = fewest;
        most = largest;
        scaler.bounds(fewest, largest);
    }

    @Override
    public Recommendation decide(int current, List<GroupServer> servers, long nowNanos) {
        double measured = mean.of(servers, nowNanos);
        if (current < least || current > most) {
            return new Recommendation(Math.clamp(current, least, most), measured, "");
        }
        int desired = desired(current, servers, nowNanos);
        HorizontalAutoscaler.Decision decision = scaler.decide(current, desired, nowNanos);
        return new Recommendation(decision.replicas(), measured, held(desired, decision));
    }

    private int desired(int current, List<GroupServer> servers, long nowNanos) {
        List<Pod> pods = servers.stream()
                .map(server -> server.pod(target.metric(), request, windowNanos, nowNanos))
                .toList();
        return target.metric() == ScalingMetric.UTILIZATION
                ? ReplicaCalculator.byUtilisation(current, pods, Math.round(target.amount()))
                : ReplicaCalculator.byMean(current, pods, Math.max(1, Math.round(target.amount() * MILLI)));
    }

    private static String held(int desired, HorizontalAutoscaler.Decision decision) {
        if (desired == decision.replicas()) {
            return "";
        }
        return desired + " would be needed"
                + switch (decision.reason()) {
                    case DESIRED_WITHIN_RANGE -> ", and stabilization waits";
                    case SCALE_UP_LIMIT -> ", and no more may come at once";
                    case SCALE_DOWN_LIMIT -> ", and no more may go at once";
                    case TOO_MANY_REPLICAS -> ", and that is the most";
                    case TOO_FEW_REPLICAS -> ", and that is the least";
                };
    }
}
