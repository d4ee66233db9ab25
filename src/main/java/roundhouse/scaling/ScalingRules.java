package roundhouse.scaling;

import java.util.List;

/**
 * How fast replicas may come, or go.
 *
 * @param select which policy counts when there are several
 * @param windowNanos how long a recommendation the other way holds a change back
 */
public record ScalingRules(List<Policy> policies, Select select, long windowNanos) {
    private static final long SECOND = 1_000_000_000;

    /** Kubernetes' own: the larger of twice as many and four more in 15 s, at once. */
    public static final ScalingRules UP = new ScalingRules(
            List.of(new Policy(false, 4, 15 * SECOND), new Policy(true, 100, 15 * SECOND)), Select.MAX, 0);

    /** Kubernetes' own: all of them, after five minutes. */
    public static final ScalingRules DOWN =
            new ScalingRules(List.of(new Policy(true, 100, 15 * SECOND)), Select.MAX, 300 * SECOND);

    public ScalingRules {
        policies = List.copyOf(policies);
    }

    /** Which policy counts. */
    public enum Select {
        /** The one that allows most. */
        MAX,
        /** The one that allows least. */
        MIN,
        /** None: nothing changes this way. */
        DISABLED
    }

    /**
     * A limit for a change.
     *
     * @param percent whether the value is percent of the replicas at the beginning of the period, not a number of them
     */
    public record Policy(boolean percent, int value, long periodNanos) {
        int up(int start) {
            return percent ? (int) Math.ceil(start * (1 + value / 100.0)) : start + value;
        }

        int down(int start) {
            return percent ? (int) (start * (1 - value / 100.0)) : start - value;
        }
    }
}
