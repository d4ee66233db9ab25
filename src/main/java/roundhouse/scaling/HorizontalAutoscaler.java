package roundhouse.scaling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Turns what a metric asks for into replicas: holds changes back for a while, so that they do not flap, and limits how many come or go in
 * a time. After Kubernetes ({@code podautoscaler/horizontal.go}); it remembers its recommendations and changes as long as its rules look
 * back.
 */
public final class HorizontalAutoscaler {
    /** Why it came to be so many. */
    public enum Reason {
        DESIRED_WITHIN_RANGE,
        SCALE_UP_LIMIT,
        SCALE_DOWN_LIMIT,
        TOO_MANY_REPLICAS,
        TOO_FEW_REPLICAS
    }

    /** How many, and why. */
    public record Decision(int replicas, Reason reason) {}

    /** A number at a time. */
    private record Entry(int replicas, long atNanos) {}

    private int least;
    private int most;
    private final ScalingRules up;
    private final ScalingRules down;
    private final Deque<Entry> recommended = new ArrayDeque<>();
    private final Deque<Entry> added = new ArrayDeque<>();
    private final Deque<Entry> removed = new ArrayDeque<>();

    public HorizontalAutoscaler(int least, int most, ScalingRules up, ScalingRules down) {
        this.least = least;
        this.most = most;
        this.up = up;
        this.down = down;
    }

    /** From now on there may be so many. */
    public void bounds(int fewest, int largest) {
        least = fewest;
        most = largest;
    }

    /** One round: holds back, limits, and remembers what becomes of it. */
    public Decision decide(int current, int desired, long nowNanos) {
        Decision decision = limited(current, stabilised(current, desired, nowNanos), nowNanos);
        recommend(desired, nowNanos);
        changed(decision.replicas() - current, nowNanos);
        return decision;
    }

    /** Remembers that so many were recommended. */
    public void recommend(int desired, long nowNanos) {
        forget(recommended, Math.max(up.windowNanos(), down.windowNanos()), nowNanos);
        recommended.add(new Entry(desired, nowNanos));
    }

    /** Remembers that so many came, or went if it is negative. */
    public void changed(int replicas, long nowNanos) {
        long longest = Math.max(longest(up), longest(down));
        forget(added, longest, nowNanos);
        forget(removed, longest, nowNanos);
        if (replicas > 0) {
            added.add(new Entry(replicas, nowNanos));
        } else if (replicas < 0) {
            removed.add(new Entry(-replicas, nowNanos));
        }
    }

    /** Up to the least that was recommended in the upper window, down to the most in the lower. */
    public int stabilised(int current, int desired, long nowNanos) {
        int floor = desired;
        int ceiling = desired;
        for (Entry entry : recommended) {
            long age = nowNanos - entry.atNanos();
            if (age < up.windowNanos()) {
                floor = Math.min(floor, entry.replicas());
            }
            if (age < down.windowNanos()) {
                ceiling = Math.max(ceiling, entry.replicas());
            }
        }
        return Math.min(Math.max(current, floor), ceiling);
    }

    /** Within what the policies allow to change, then within least and most. */
    public Decision limited(int current, int desired, long nowNanos) {
        if (desired > current) {
            int limit = Math.max(current, limit(up, true, current, nowNanos));
            int allowed = Math.min(most, limit);
            if (desired > allowed) {
                return new Decision(allowed, most > limit ? Reason.SCALE_UP_LIMIT : Reason.TOO_MANY_REPLICAS);
            }
        } else if (desired < current) {
            int limit = Math.min(current, limit(down, false, current, nowNanos));
            int allowed = Math.max(least, limit);
            if (desired < allowed) {
                return new Decision(allowed, least < limit ? Reason.SCALE_DOWN_LIMIT : Reason.TOO_FEW_REPLICAS);
            }
        }
        return new Decision(desired, Reason.DESIRED_WITHIN_RANGE);
    }

    private int limit(ScalingRules rules, boolean growing, int current, long nowNanos) {
        if (rules.select() == ScalingRules.Select.DISABLED) {
            return current;
        }
        boolean highest = growing == (rules.select() == ScalingRules.Select.MAX);
        int limit = highest ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        for (ScalingRules.Policy policy : rules.policies()) {
            int start = current
                    - within(added, policy.periodNanos(), nowNanos)
                    + within(removed, policy.periodNanos(), nowNanos);
            int proposed = growing ? policy.up(start) : policy.down(start);
            limit = highest ? Math.max(limit, proposed) : Math.min(limit, proposed);
        }
        return limit;
    }

    private static int within(Deque<Entry> entries, long periodNanos, long nowNanos) {
        int sum = 0;
        for (Entry entry : entries) {
            if (nowNanos - entry.atNanos() < periodNanos) {
                sum += entry.replicas();
            }
        }
        return sum;
    }

    private static long longest(ScalingRules rules) {
        return rules.policies().stream()
                .mapToLong(ScalingRules.Policy::periodNanos)
                .max()
                .orElse(0);
    }

    private static void forget(Deque<Entry> entries, long olderNanos, long nowNanos) {
        for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
            if (nowNanos - each.next().atNanos() >= olderNanos) {
                each.remove();
            }
        }
    }
}
