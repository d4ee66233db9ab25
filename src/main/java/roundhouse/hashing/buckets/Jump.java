package roundhouse.hashing.buckets;

import java.util.List;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;

/**
 * Jump consistent hash.
 *
 * <p>Idea: imagine the buckets added one by one; a key jumps to the new bucket with probability 1 ÷ (their number), and the jumps are
 * computed without looking at those where nothing happens. Cost: about ln(buckets) steps, no tables but bucket to target. Perfectly
 * even. Only the last target can leave cheaply: removing one in the middle renumbers those behind it, and their keys move.
 *
 * <p>Source: Lamping and Veach, arXiv:1406.2294.
 */
public final class Jump extends BucketPlacement {
    private final int[] buckets;

    public Jump(List<Target> targets, HashFunction function) {
        super(targets, function);
        buckets = buckets(targets);
    }

    /** The bucket of this hash among {@code count}, 1 or more. */
    public static int bucket(long hash, int count) {
        long key = hash;
        long bucket = -1;
        long jump = 0;
        while (jump < count) {
            bucket = jump;
            key = key * 2862933555777941757L + 1;
            jump = (long) ((bucket + 1) * (0x1p31 / ((key >>> 33) + 1)));
        }
        return (int) bucket;
    }

    @Override
    public Jump rebuild(List<Target> targets) {
        return new Jump(targets, function);
    }

    @Override
    public int target(long hash) {
        return buckets[bucket(hash, buckets.length)];
    }

    @Override
    public long memory() {
        return 4L * buckets.length;
    }
}
