package roundhouse.routing.envoy;

import java.util.Arrays;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.OrderedIndexes;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Envoy's schedule by earliest deadline: whoever is picked comes again after 1 ÷ weight of the schedule's time, which is the deadline
 * of the last one picked. Of equal deadlines the one set first wins.
 *
 * <p>Source: Envoy, source/common/upstream/edf_scheduler.h.
 */
final class EdfSchedule {
    /** What a target's weight is when it is put in again. */
    @FunctionalInterface
    interface Weight {
        double of(Pool pool, int target);
    }

    private final Weight weight;
    /** Deadlines as bits: those of positive numbers are in the order of the numbers. */
    private final OrderedIndexes queue;

    private final int[] aside;
    private double now;

    EdfSchedule(Weight weight, Pool pool, int[] targets) {
        this.weight = weight;
        queue = new OrderedIndexes();
        aside = new int[targets.length];
        for (int target : targets) {
            put(pool, target);
        }
    }

    private EdfSchedule(EdfSchedule other) {
        weight = other.weight;
        queue = other.queue.copy();
        aside = other.aside.clone();
        now = other.now;
    }

    EdfSchedule copy() {
        return new EdfSchedule(this);
    }

    private void put(Pool pool, int target) {
        queue.put(target, Double.doubleToRawLongBits(now + 1 / weight.of(pool, target)));
    }

    /** Lets the first have its turn for nothing. */
    void skip(Pool pool) {
        int target = queue.first();
        now = deadline(target);
        queue.remove(target);
        put(pool, target);
    }

    /** The next that is able. Those before it that are not lose their turn. */
    int pick(Request request, Pool pool) {
        int passed = 0;
        int picked = Balancer.NONE;
        while (picked == Balancer.NONE && queue.first() != Balancer.NONE) {
            int target = queue.first();
            if (EligibleTargets.isAble(request, pool, target)) {
                picked = target;
            } else {
                aside[passed++] = target;
                queue.remove(target);
            }
        }
        for (int i = 0; i < passed; i++) {
            now = Math.max(now, deadline(aside[i]));
            put(pool, aside[i]);
        }
        if (picked != Balancer.NONE) {
            now = Math.max(now, deadline(picked));
            queue.remove(picked);
            put(pool, picked);
        }
        return picked;
    }

    /** When a target's turn is, in the schedule's time. */
    double deadline(int target) {
        return Double.longBitsToDouble(queue.key(target));
    }

    boolean contains(int target) {
        return queue.contains(target);
    }

    /** The targets in which weights differ need a schedule; others do not. */
    static boolean isNeeded(int[] weights) {
        return Arrays.stream(weights).distinct().count() > 1;
    }
}
