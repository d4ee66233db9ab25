package roundhouse.hashing.buckets;

import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Standing;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;

/**
 * What placements by a function from (hash, number of buckets) to a bucket share. A target has one bucket for each unit of its
 * weight, and keeps them while it is down: a key of a target that is down tries again with its hash mixed once more.
 */
public abstract class BucketPlacement extends AbstractPlacement {
    /** After so many attempts at finding a further target, the rest follow in their order. */
    private static final int ATTEMPTS = 64;

    /** Memory is all that bounds it. */
    private static final int MAX_BUCKETS = 1 << 24;

    BucketPlacement(List<Target> targets, HashFunction function) {
        super(targets, function);
    }

    /** The target of the bucket that this hash falls into, down or not. There is at least one bucket. */
    public abstract int target(long hash);

    /** For each bucket its target, in order of declaration, whether the targets are up or not. */
    public static int[] buckets(List<Target> targets) {
        long total = targets.stream().mapToLong(Target::weight).sum();
        if (total > MAX_BUCKETS) {
            throw new IllegalArgumentException(
                    "weights come to " + total + " buckets, and " + MAX_BUCKETS + " is the most; use smaller weights");
        }
        int[] buckets = new int[(int) total];
        int filled = 0;
        for (int target = 0; target < targets.size(); target++) {
            int end = filled + targets.get(target).weight();
            Arrays.fill(buckets, filled, end, target);
            filled = end;
        }
        return buckets;
    }

    @Override
    public boolean servedByReplicas() {
        return true;
    }

    @Override
    public int place(long keyHash) {
        if (usable == 0) {
            return NONE;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int target = target(Hashes.again(keyHash, attempt));
            if (usable(target)) {
                return target;
            }
        }
        return inOrder(keyHash, 0);
    }

    /** The first usable target at or after the {@code step}th from one that the key chooses. There is a usable one. */
    private int inOrder(long keyHash, int step) {
        int from = (int) Long.remainderUnsigned(keyHash, targets.size());
        for (int i = step; ; i++) {
            int target = (from + i) % targets.size();
            if (usable(target)) {
                return target;
            }
        }
    }

    /** A target by the first try of the key that falls on one of its buckets, which it has while it is down too. */
    @Override
    public Standing standing(long keyHash) {
        int[] first = new int[targets.size()];
        for (int attempt = ATTEMPTS - 1; attempt >= 0 && buckets(targets).length > 0; attempt--) {
            first[target(Hashes.again(keyHash, attempt))] = attempt + 1;
        }
        return Standing.of("", first.length, target -> first[target] == 0 ? "" : "try " + first[target]);
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        if (usable == 0) {
            return;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int target = target(Hashes.again(keyHash, attempt));
            if (usable(target) && !set.offer(target)) {
                return;
            }
        }
        for (int step = 0; step < targets.size() && set.offer(inOrder(keyHash, step)); step++) {}
    }
}
