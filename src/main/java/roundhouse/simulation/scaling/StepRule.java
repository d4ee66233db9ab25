package roundhouse.simulation.scaling;

import roundhouse.scaling.StepScaling;
import roundhouse.topology.nodes.groups.Autoscaling;
import roundhouse.topology.nodes.groups.ScalingTarget;

/** AWS's step scaling: see {@link StepScaling}. */
final class StepRule extends AlarmRule {
    private final StepScaling steps;

    StepRule(Autoscaling scaling, ScalingTarget target, double request) {
        super(scaling, target, request);
        steps = new StepScaling(
                target.amount(),
                scaling.steps().stream()
                        .map(step -> new StepScaling.Step(step.lower(), step.upper(), step.percent()))
                        .toList());
    }

    @Override
    int call(double measured) {
        return (int) Math.signum(steps.percent(measured));
    }

    @Override
    int size(int current, int warm, double measured) {
        return current + steps.change(warm, current - warm, measured);
    }
}
