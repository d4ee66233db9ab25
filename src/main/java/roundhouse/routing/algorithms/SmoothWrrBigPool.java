package roundhouse.routing.algorithms;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Smooth weighted round robin and least connections for big pools: the picks of the walks, in the same order, without the walk.
 *
 * <p>Targets of the same weight and, for least connections, of the same number of requests in flight gain alike, so one
 * {@link SmoothWrrOrder} keeps them. A pick looks at the least loaded order of each weight; those that tie gain, and the first of
 * them pays: O(distinct weights + log targets), where the walk is O(targets). A target moves between orders as its requests start
 * and end. It is in none while it is at its limit, or was tried by the request at hand.
 */
final class SmoothWrrBigPool {
    /** With fewer targets to a weight than this the walk is quicker. */
    private static final int TARGETS_PER_WEIGHT = 4;

    private final Pool pool;
    private final int[] targets;
    private final boolean byLoad;
    private final long[] keys;
    private final int[] places;
    private final @Nullable SmoothWrrOrder[] orderOf;
    private final WeightClass[] classOf;
    private final WeightClass[] classes;
    private final long[] currentOutside;
    private final int[] setAside;
    private final boolean watching;
    private long totalWeight;

    /** The targets of one weight, by requests in flight. */
    private static final class WeightClass {
        final int weight;
        SmoothWrrOrder[] byInFlight = {};
        int lowest;
        int size;

        WeightClass(int weight) {
            this.weight = weight;
        }
    }

    static boolean pays(Pool pool, int[] targets, int walkUpTo) {
        return targets.length > walkUpTo
                && Arrays.stream(targets).map(pool::weight).distinct().count() * TARGETS_PER_WEIGHT <= targets.length;
    }

    /** Takes over from the walk's state. */
    SmoothWrrBigPool(Pool pool, int[] targets, SmoothWeights weights, boolean byLoad, boolean limited) {
        this.pool = pool;
        this.targets = targets;
        this.byLoad = byLoad;
        keys = new long[pool.size()];
        places = new int[pool.size()];
        currentOutside = new long[pool.size()];
        orderOf = new SmoothWrrOrder[pool.size()];
        setAside = new int[targets.length];
        watching = byLoad || limited;
        int[] distinct =
                Arrays.stream(targets).map(pool::weight).distinct().sorted().toArray();
        classes = Arrays.stream(distinct).mapToObj(WeightClass::new).toArray(WeightClass[]::new);
        classOf = new WeightClass[pool.size()];
        for (int target : targets) {
            classOf[target] = classes[Arrays.binarySearch(distinct, pool.weight(target))];
            currentOutside[target] = weights.current(target);
            enter(target);
        }
    }

    /** Hands the state back to the walk's. */
    void flush(SmoothWeights weights) {
        for (int target : targets) {
            SmoothWrrOrder members = orderOf[target];
            weights.current(target, members == null ? currentOutside[target] : members.current(target));
        }
    }

    /** The target's requests in flight have changed. */
    void moved(int target) {
        if (watching && target < orderOf.length && classOf[target] != null) {
            boolean hasRoom = pool.inFlight(target) < pool.limit(target);
            if (byLoad || hasRoom != (orderOf[target] != null)) {
                leave(target);
                if (hasRoom) {
                    enter(target);
                }
            }
        }
    }

    private void enter(int target) {
        if (pool.inFlight(target) >= pool.limit(target)) {
            return;
        }
        WeightClass weightClass = classOf[target];
        int number = byLoad ? pool.inFlight(target) : 0;
        if (number >= weightClass.byInFlight.length) {
            int length = Math.max(number + 1, 2 * weightClass.byInFlight.length);
            SmoothWrrOrder[] byInFlight = Arrays.copyOf(weightClass.byInFlight, length);
            for (int i = weightClass.byInFlight.length; i < length; i++) {
                byInFlight[i] = new SmoothWrrOrder(keys, places);
            }
            weightClass.byInFlight = byInFlight;
        }
        SmoothWrrOrder members = weightClass.byInFlight[number];
        members.add(target, currentOutside[target]);
        orderOf[target] = members;
        totalWeight += weightClass.weight;
        weightClass.lowest = weightClass.size++ == 0 ? number : Math.min(weightClass.lowest, number);
    }

    private void leave(int target) {
        SmoothWrrOrder members = orderOf[target];
        if (members == null) {
            return;
        }
        currentOutside[target] = members.current(target);
        members.remove(target);
        orderOf[target] = null;
        WeightClass weightClass = classOf[target];
        totalWeight -= weightClass.weight;
        weightClass.size--;
        while (weightClass.size > 0 && weightClass.byInFlight[weightClass.lowest].size() == 0) {
            weightClass.lowest++;
        }
    }

    int pick(Request request) {
        if (!request.anyTried()) {
            return pick();
        }
        int count = 0;
        for (int target : targets) {
            if (orderOf[target] != null && request.tried(target)) {
                leave(target);
                setAside[count++] = target;
            }
        }
        int picked = pick();
        for (int i = 0; i < count; i++) {
            enter(setAside[i]);
        }
        return picked;
    }

    private int pick() {
        if (totalWeight == 0) {
            return Balancer.NONE;
        }
        return byLoad ? pickLeastLoaded() : takeTurns(classes[0], totalWeight);
    }

    private int pickLeastLoaded() {
        WeightClass least = classes[0];
        int tied = 0;
        long total = 0;
        for (WeightClass weightClass : classes) {
            if (weightClass.size > 0) {
                long order = tied == 0
                        ? -1
                        : (long) weightClass.lowest * least.weight - (long) least.lowest * weightClass.weight;
                if (order < 0) {
                    least = weightClass;
                    tied = 0;
                    total = 0;
                }
                if (order <= 0) {
                    int size = weightClass.byInFlight[weightClass.lowest].size();
                    tied += size;
                    total += (long) size * weightClass.weight;
                }
            }
        }
        return tied == 1 ? least.byInFlight[least.lowest].first() : takeTurns(least, total);
    }

    /** All targets as loaded as these gain their weight, and the first of them pays the total. Where load does not count, all are at index 0. */
    private int takeTurns(WeightClass least, long total) {
        int best = Balancer.NONE;
        long most = 0;
        SmoothWrrOrder winner = null;
        for (WeightClass weightClass : classes) {
            if (weightClass.size > 0
                    && (long) weightClass.lowest * least.weight == (long) least.lowest * weightClass.weight) {
                SmoothWrrOrder members = weightClass.byInFlight[weightClass.lowest];
                members.gainAll(weightClass.weight);
                int first = members.first();
                long current = members.current(first);
                if (winner == null || current > most || (current == most && first < best)) {
                    best = first;
                    most = current;
                    winner = members;
                }
            }
        }
        if (winner != null) {
            winner.pay(best, total);
        }
        return best;
    }
}
