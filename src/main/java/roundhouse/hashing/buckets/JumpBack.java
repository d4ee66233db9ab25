package roundhouse.hashing.buckets;

import com.dynatrace.hash4j.consistent.ConsistentBucketHasher;
import com.dynatrace.hash4j.consistent.ConsistentHashing;
import java.util.List;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;

/**
 * JumpBackHash, by hash4j: jump hash's balance and its limits, in constant expected time because it goes through the possible
 * jumps backwards and stops at the first that happened.
 *
 * <p>Source: Ertl, "JumpBackHash: Say Goodbye to the Modulo Operation to Distribute Keys Uniformly to Buckets", Software: Practice and
 * Experience 55(3), 2025.
 */
public final class JumpBack extends BucketPlacement {
    private static final ConsistentBucketHasher HASHER = ConsistentHashing.jumpBackHashSplitMix64();

    private final int[] buckets;

    public JumpBack(List<Target> targets, HashFunction function) {
        super(targets, function);
        buckets = buckets(targets);
    }

    @Override
    public JumpBack rebuild(List<Target> targets) {
        return new JumpBack(targets, function);
    }

    @Override
    public int target(long hash) {
        return buckets[HASHER.getBucket(hash, buckets.length)];
    }

    @Override
    public long memory() {
        return 4L * buckets.length;
    }
}
