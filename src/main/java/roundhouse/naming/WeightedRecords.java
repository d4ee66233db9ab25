package roundhouse.naming;

import java.util.random.RandomGenerator;

/**
 * Route 53's choice among the records of a name: by weight among the healthy ones; those of weight 0 only when none with a weight is
 * healthy; when none at all is, as if all with a weight were. After docs.aws.amazon.com, "routing-policy-weighted" and "How Amazon Route
 * 53 chooses records when health checking is configured". Health is what the last check said.
 */
public final class WeightedRecords {
    private final int[] weights;

    /** @param weights 0 to 255 each */
    public WeightedRecords(int[] weights) {
        this.weights = weights.clone();
    }

    /** How likely each record is the answer. */
    public double[] probabilities(boolean[] healthy) {
        boolean weighted = any(healthy, true);
        boolean anyHealthy = weighted || any(healthy, false);
        boolean positive = weighted || (!anyHealthy && hasWeight());
        double[] parts = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            boolean inPlay = (healthy[i] || !anyHealthy) && (!positive || weights[i] > 0);
            parts[i] = !inPlay ? 0 : positive ? weights[i] : 1;
            sum += parts[i];
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] /= sum;
        }
        return parts;
    }

    /** Draws the answer. */
    public int choose(boolean[] healthy, RandomGenerator random) {
        double[] parts = probabilities(healthy);
        double left = random.nextDouble();
        int last = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                last = i;
                left -= parts[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private boolean any(boolean[] healthy, boolean withWeight) {
        for (int i = 0; i < weights.length; i++) {
            if (healthy[i] && (!withWeight || weights[i] > 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWeight() {
        for (int weight : weights) {
            if (weight > 0) {
                return true;
            }
        }
        return false;
    }
}
