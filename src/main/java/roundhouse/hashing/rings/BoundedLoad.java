package roundhouse.hashing.rings;

import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.BoundedPlacement;
import roundhouse.hashing.Target;
import roundhouse.hashing.TargetLoad;

/**
 * Consistent hashing with bounded loads: a ring on which no target takes more than a factor of its fair share of what is in
 * flight; what is too much for it overflows to the points that follow.
 *
 * <p>Idea and formula are those of HAProxy's {@code hash-balance-factor}: all targets together have ⌈(in flight + 1) × factor ÷ 100⌉
 * slots, shared out by weight so that the shares add up exactly, and each target has at least one. A key walks on from its point to the
 * first target with fewer requests in flight than slots. With nothing in flight it is the plain ring.
 *
 * <p>Cost: the ring's lookup, and one step for each point of a full target. Source: Mirrokni, Thorup and Zadimoghaddam, SODA 2018;
 * HAProxy's lb_chash.c.
 */
public class BoundedLoad extends BoundedPlacement<PointPlacement> {
    /** A quarter more than the fair share. */
    public static final int DEFAULT_FACTOR = 125;

    /** For each usable target the weights of those before it, scaled; 0 for others. */
    private final long[] before;

    private final long total;

    /**
     * @param placement the placement without a bound on load
     * @param factor what a target may take in percent of its fair share, 100 or more
     */
    public BoundedLoad(PointPlacement placement, int factor) {
        this(placement, factor, new long[placement.targets().size()]);
        long sum = 0;
        for (int target = 0; target < before.length; target++) {
            long weight = scaled(placement, target);
            before[target] = weight == 0 ? 0 : sum;
            sum += weight;
        }
    }

    private BoundedLoad(PointPlacement placement, int factor, long[] before) {
        super(placement, factor);
        this.before = before;
        long sum = 0;
        for (int target = 0; target < before.length; target++) {
            sum += scaled(placement, target);
        }
        total = sum;
    }

    /**
     * Of other targets, sharing out the slots by the weights that stood before each target here. The shares then need not add up
     * exactly. Targets that are not usable here, or behind those that are here, have none before them.
     */
    protected BoundedLoad(BoundedLoad first, List<Target> targets) {
        this(
                (PointPlacement) first.placement.rebuild(targets),
                first.factor,
                Arrays.copyOf(first.before, targets.size()));
    }

    @Override
    public BoundedLoad rebuild(List<Target> targets) {
        return new BoundedLoad((PointPlacement) placement.rebuild(targets), factor);
    }

    @Override
    public BoundedLoad with(Target target) {
        return new BoundedLoad((PointPlacement) placement.with(target), factor);
    }

    @Override
    public BoundedLoad without(int target) {
        return new BoundedLoad((PointPlacement) placement.without(target), factor);
    }

    @Override
    public long hash(byte[] key) {
        return placement.hash(key);
    }

    @Override
    public boolean servedByReplicas() {
        return placement.servedByReplicas();
    }

    @Override
    public int owner(long keyHash, TargetLoad load) {
        if (usable <= 1) {
            return placement.owner(keyHash);
        }
        int first = placement.owner(keyHash);
        if (hasRoom(first, load)) {
            return first;
        }
        PointIndex points = placement.pointIndex();
        int index = placement.start(keyHash);
        for (int steps = points.size(); steps > 0; steps--) {
            int target = points.owner(index);
            if (hasRoom(target, load)) {
                return target;
            }
            index = index + 1 == points.size() ? 0 : index + 1;
        }
        // All targets are full, which happens only while requests are in flight at targets that are no longer usable.
        return first;
    }

    /** HAProxy counts a weight in sixteenths, which decides how the slots round. */
    private static long scaled(PointPlacement placement, int target) {
        return (long) placement.weight(target) * placement.targets().get(target).part();
    }

    private boolean hasRoom(int target, TargetLoad load) {
        return load.inFlight(target) < slots(target, load.total());
    }

    @Override
    public int slots(int target, int inFlight) {
        long slots = allSlots(inFlight);
        long weight = scaled(placement, target);
        long even = slots / total;
        long rest = slots % total;
        long share = weight * even + (before[target] + weight) * rest / total - before[target] * rest / total;
        return (int) Math.max(1, share);
    }

    @Override
    public long memory() {
        return placement.memory() + 8L * before.length;
    }
}
