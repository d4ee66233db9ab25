package roundhouse.simulation.scaling;

import roundhouse.scaling.StepScaling;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.nodes.groups.ScalingTarget;

/**
 * AWS's target tracking: out in proportion to the metric, in more gradually, here by one at a time, once it is below 90 % of the target.
 * AWS publishes no exact formula.
 */
final class TrackingRule extends AlarmRule {
    private static final double LOW = 0.9;

    private final double target;

    TrackingRule(Autoscaling scaling, ScalingTarget target, double request) {
        super(scaling, target, request);
        this.target = target.amount();
    }

    @Override
    int call(double measured) {
        return measured > target ? 1 : measured < LOW * target ? -1 : 0;
    }

    @Override
    int size(int current, int warm, double measured) {
        int proportional = StepScaling.tracking(warm, measured, target);
        return measured > target ? proportional : Math.max(proportional, current - 1);
    }
}
