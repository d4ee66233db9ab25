package roundhouse.hashing.measures;

import java.util.List;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;

/**
 * How evenly keys lie on the targets, against their weights.
 *
 * @param keys how many keys each target owns
 * @param fair how many each would own in proportion to its weight; 0 for one that is not usable
 * @param maxOverMean what the fullest target owns ÷ its fair number; 1 is perfect, 0 when there are no keys
 * @param deviation the standard deviation of keys ÷ fair number over the usable targets; 0 is perfect
 */
public record Balance(int[] keys, double[] fair, double maxOverMean, double deviation) {
    /** Of the keys of these hashes. */
    public static Balance of(Placement placement, long[] hashes) {
        int[] keys = new int[placement.targets().size()];
        for (long hash : hashes) {
            int owner = placement.owner(hash);
            if (owner != Placement.NONE) {
                keys[owner]++;
            }
        }
        return of(placement.targets(), keys);
    }

    /** Of targets that own so many keys each. */
    public static Balance of(List<Target> targets, int[] keys) {
        long total = 0;
        for (int count : keys) {
            total += count;
        }
        double[] fair = shares(targets);
        double highest = 0;
        double squares = 0;
        int usable = 0;
        for (int target = 0; target < fair.length; target++) {
            fair[target] *= total;
            if (fair[target] > 0) {
                double ratio = keys[target] / fair[target];
                highest = Math.max(highest, ratio);
                squares += (ratio - 1) * (ratio - 1);
                usable++;
            }
        }
        return new Balance(keys, fair, highest, usable == 0 ? 0 : Math.sqrt(squares / usable));
    }

    /** The fair share of each target, from 0 to 1. */
    static double[] shares(List<Target> targets) {
        double total = targets.stream()
                .filter(Target::usable)
                .mapToLong(Target::weight)
                .sum();
        return targets.stream()
                .mapToDouble(target -> target.usable() ? target.weight() / total : 0)
                .toArray();
    }
}
