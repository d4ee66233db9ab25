package roundhouse.hashing.buckets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;

/**
 * AnchorHash: buckets of which any may leave, each leaving only its own keys behind.
 *
 * <p>Idea: there are more buckets than targets from the start. A key that falls on a bucket out of use is hashed again among those
 * that were in use when it left, until it falls on one that is. Cost: constant while the capacity is a small multiple of the buckets
 * in use; 20 bytes a bucket. A target has one bucket for each unit of weight. Where keys are depends on the order in which targets
 * came and went; when more come than the capacity holds (2 to 4 times what was used at first, at least 16), everything is laid out
 * anew and most keys move.
 *
 * <p>Source: Mendelson, Vargaftik, Barabash, Lorenz, Keslassy and Orda, "AnchorHash: A Scalable Consistent Hash", IEEE/ACM
 * Transactions on Networking 29(2), 2021.
 */
public final class Anchor extends BucketPlacement {
    private static final int LEAST = 16;

    private final AnchorBuckets buckets;
    /** The target of each bucket in use. */
    private final int[] targetOf;

    public Anchor(List<Target> targets, HashFunction function) {
        super(targets, function);
        int[] first = buckets(targets);
        buckets =
                new AnchorBuckets(Math.max(LEAST, Integer.highestOneBit(Math.max(1, first.length)) * 4), first.length);
        targetOf = Arrays.copyOf(first, buckets.capacity());
    }

    private Anchor(List<Target> targets, HashFunction function, AnchorBuckets buckets, int[] targetOf) {
        super(targets, function);
        this.buckets = buckets;
        this.targetOf = targetOf;
    }

    @Override
    public Anchor rebuild(List<Target> targets) {
        return new Anchor(targets, function);
    }

    @Override
    public Anchor with(Target target) {
        List<Target> more = new ArrayList<>(targets);
        more.add(target);
        if (target.weight() > buckets.capacity() - buckets.working()) {
            return rebuild(more);
        }
        AnchorBuckets changed = buckets.copy();
        int[] owners = targetOf.clone();
        for (int i = 0; i < target.weight(); i++) {
            owners[changed.add()] = targets.size();
        }
        return new Anchor(more, function, changed, owners);
    }

    @Override
    public Anchor without(int target) {
        List<Target> fewer = new ArrayList<>(targets);
        fewer.remove(target);
        AnchorBuckets changed = buckets.copy();
        int[] owners = targetOf.clone();
        shrink(changed, owners, target, targets.get(target).weight());
        for (int bucket = 0; bucket < owners.length; bucket++) {
            owners[bucket] -= owners[bucket] > target ? 1 : 0;
        }
        return new Anchor(fewer, function, changed, owners);
    }

    @Override
    public Anchor replace(int target, Target replacement) {
        List<Target> others = new ArrayList<>(targets);
        others.set(target, replacement);
        int more = replacement.weight() - targets.get(target).weight();
        if (more > buckets.capacity() - buckets.working()) {
            return rebuild(others);
        }
        AnchorBuckets changed = buckets.copy();
        int[] owners = targetOf.clone();
        for (int i = 0; i < more; i++) {
            owners[changed.add()] = target;
        }
        shrink(changed, owners, target, -more);
        return new Anchor(others, function, changed, owners);
    }

    /** Takes so many of the target's buckets out of use, the last first: then adding as many again undoes it. */
    private static void shrink(AnchorBuckets buckets, int[] owners, int target, int count) {
        int left = count;
        for (int bucket = owners.length - 1; left > 0; bucket--) {
            if (owners[bucket] == target && buckets.inUse(bucket)) {
                buckets.remove(bucket);
                left--;
            }
        }
    }

    @Override
    public int target(long hash) {
        return targetOf[buckets.bucket(hash)];
    }

    @Override
    public long memory() {
        return buckets.memory() + 4L * targetOf.length;
    }
}
