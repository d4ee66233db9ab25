package roundhouse.routing.algorithms;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Smooth weighted round robin and least connections for big pools: the picks of the walks, in the same order, without the walk.
 *
 * <p>Targets are kept by weight and, for least connections, by requests in flight: a <em>level</em>. All of a level gain alike, so a
 * {@link SmoothWrrOrder} keeps them. A pick looks at the lowest level of each weight, lets those that tie gain and the first of them pay:
 * O(distinct weights + log targets), where the walk is O(targets). A target moves between levels as its requests start and end, and
 * is out of all of them while it is at its limit, or was tried by the request at hand.
 */
final class SmoothWrrBigPool {
    /** With fewer targets to a weight than this the walk is quicker. */
    private static final int TARGETS_PER_WEIGHT = 4;

    private final Pool pool;
    private final int[] targets;
    private final boolean byLoad;
    private final long[] keys;
    private final int[] places;
    private final @Nullable SmoothWrrOrder[] levelOf;
    private final WeightClass[] classOf;
    private final WeightClass[] classes;
    private final long[] outside;
    private final int[] setAside;
    private final boolean watching;
    private long totalWeight;

    /** The targets of one weight, by level. */
    private static final class WeightClass {
        final int weight;
        SmoothWrrOrder[] levels = {};
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
        outside = new long[pool.size()];
        levelOf = new SmoothWrrOrder[pool.size()];
        setAside = new int[targets.length];
        watching = byLoad || limited;
        int[] distinct =
                Arrays.stream(targets).map(pool::weight).distinct().sorted().toArray();
        classes = Arrays.stream(distinct).mapToObj(WeightClass::new).toArray(WeightClass[]::new);
        classOf = new WeightClass[pool.size()];
        for (int target : targets) {
            classOf[target] = classes[Arrays.binarySearch(distinct, pool.weight(target))];
            outside[target] = weights.current(target);
            enter(target);
        }
    }

    /** Hands the state back to the walk's. */
    void flush(SmoothWeights weights) {
        for (int target : targets) {
            SmoothWrrOrder level = levelOf[target];
            weights.current(target, level == null ? outside[target] : level.current(target));
        }
    }

    /** The target's requests in flight have changed. */
    void moved(int target) {
        if (watching && target < levelOf.length && classOf[target] != null) {
            boolean hasRoom = pool.inFlight(target) < pool.limit(target);
            if (byLoad || hasRoom != (levelOf[target] != null)) {
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
        WeightClass kin = classOf[target];
        int number = byLoad ? pool.inFlight(target) : 0;
        if (number >= kin.levels.length) {
            int length = Math.max(number + 1, 2 * kin.levels.length);
            SmoothWrrOrder[] levels = Arrays.copyOf(kin.levels, length);
            for (int i = kin.levels.length; i < length; i++) {
                levels[i] = new SmoothWrrOrder(keys, places);
            }
            kin.levels = levels;
        }
        SmoothWrrOrder level = kin.levels[number];
        level.add(target, outside[target]);
        levelOf[target] = level;
        totalWeight += kin.weight;
        kin.lowest = kin.size++ == 0 ? number : Math.min(kin.lowest, number);
    }

    private void leave(int target) {
        SmoothWrrOrder level = levelOf[target];
        if (level == null) {
            return;
        }
        outside[target] = level.current(target);
        level.remove(target);
        levelOf[target] = null;
        WeightClass kin = classOf[target];
        totalWeight -= kin.weight;
        kin.size--;
        while (kin.size > 0 && kin.levels[kin.lowest].size() == 0) {
            kin.lowest++;
        }
    }

    int pick(Request request) {
        if (!request.anyTried()) {
            return pick();
        }
        int count = 0;
        for (int target : targets) {
            if (levelOf[target] != null && request.tried(target)) {
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
        for (WeightClass kin : classes) {
            if (kin.size > 0) {
                long order = tied == 0 ? -1 : (long) kin.lowest * least.weight - (long) least.lowest * kin.weight;
                if (order < 0) {
                    least = kin;
                    tied = 0;
                    total = 0;
                }
                if (order <= 0) {
                    int size = kin.levels[kin.lowest].size();
                    tied += size;
                    total += (long) size * kin.weight;
                }
            }
        }
        return tied == 1 ? least.levels[least.lowest].first() : takeTurns(least, total);
    }

    /** All as loaded as these gain, and the first of them pays the total. Without regard to load everybody is at level 0. */
    private int takeTurns(WeightClass least, long total) {
        int best = Balancer.NONE;
        long most = 0;
        SmoothWrrOrder home = null;
        for (WeightClass kin : classes) {
            if (kin.size > 0 && (long) kin.lowest * least.weight == (long) least.lowest * kin.weight) {
                SmoothWrrOrder level = kin.levels[kin.lowest];
                level.gainAll(kin.weight);
                int first = level.first();
                long current = level.current(first);
                if (home == null || current > most || (current == most && first < best)) {
                    best = first;
                    most = current;
                    home = level;
                }
            }
        }
        if (home != null) {
            home.pay(best, total);
        }
        return best;
    }
}
