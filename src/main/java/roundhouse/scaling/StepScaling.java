package roundhouse.scaling;

import java.util.List;

/**
 * AWS's step scaling: the further a metric is from the threshold, the larger the change, in percent of the capacity. After the EC2 Auto
 * Scaling documents ({@code StepScalingPolicyConfiguration}).
 *
 * @param threshold of the alarm
 * @param steps in any order; distances that no step covers change nothing
 */
public record StepScaling(double threshold, List<Step> steps) {
    /**
     * From a distance to the threshold, inclusive, up to another, exclusive.
     *
     * @param upper infinite for without end
     */
    public record Step(double lower, double upper, double percent) {}

    public StepScaling {
        steps = List.copyOf(steps);
    }

    /** The percent of the step that a metric falls into, 0 for none. */
    public double percent(double metric) {
        double distance = metric - threshold;
        for (Step step : steps) {
            if (distance >= step.lower() && distance < step.upper()) {
                return step.percent();
            }
        }
        return 0;
    }

    /** Instances that come, or go if it is negative. */
    public int change(int current, double metric) {
        return ofPercent(current, percent(metric));
    }

    /** The same while some of an earlier step are warming up: only the difference is added. */
    public int change(int current, int warming, double metric) {
        int change = change(current, metric);
        return change > 0 ? Math.max(0, change - warming) : change;
    }

    /** So many percent: rounded towards zero, and at least one if it is not none. */
    public static int ofPercent(int current, double percent) {
        double exact = current * percent / 100;
        return exact == 0 || Math.abs(exact) >= 1 ? (int) exact : (int) Math.signum(exact);
    }

    /** Target tracking, which AWS gives no exact formula for: in proportion, rounded up. */
    public static int tracking(int current, double metric, double target) {
        return (int) Math.ceil(current * metric / target);
    }
}
