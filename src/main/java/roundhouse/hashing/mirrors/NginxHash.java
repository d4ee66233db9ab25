package roundhouse.hashing.mirrors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Selector;
import roundhouse.hashing.Standing;
import roundhouse.hashing.Target;
import roundhouse.hashing.TargetLoad;
import roundhouse.hashing.TurnKeeper;
import roundhouse.hashing.TurnTaking;
import roundhouse.hashing.buckets.BucketPlacement;
import roundhouse.hashing.functions.Crc32;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;

/**
 * nginx's {@code hash} without {@code consistent}: CRC-32 modulo the total weight.
 *
 * <p>At try r = 0, 1, 2 … bits 16 to 30 of CRC-32(r + key), without the r at first, are added to a sum; the sum modulo the
 * weight of all servers, those that are down too, walks the list. A server that is down means another try; after more than 20, for an
 * empty key and for a group of one, nginx takes the servers in turn by smooth weighted round robin.
 *
 * <p>A key's number here is its CRC-32 with its length above it: from those two the CRC of any digits put before the key follows, since
 * CRC-32 is linear, so a retry does not need the key. Cost: one walk over the servers a try. Source: nginx's
 * ngx_http_upstream_hash_module.c, release-1.22.1.
 */
public final class NginxHash extends AbstractPlacement implements TurnTaking {
    private static final int TRIES = 20;

    private final int[] slots;

    public NginxHash(List<Target> targets) {
        super(targets, HashFunction.CRC32);
        slots = BucketPlacement.buckets(targets);
    }

    @Override
    public NginxHash rebuild(List<Target> targets) {
        return new NginxHash(targets);
    }

    @Override
    public long hash(byte[] key) {
        return ((long) key.length << 32) | function.hash(key);
    }

    /** The part of the key's number that nginx adds at this try. */
    private static int part(long keyHash, int attempt) {
        long crc = keyHash & 0xffff_ffffL;
        if (attempt > 0) {
            byte[] digits = Integer.toString(attempt).getBytes(StandardCharsets.US_ASCII);
            crc = Crc32.concatenated(Hashes.crc32(digits), crc, keyHash >>> 32);
        }
        return (int) (crc >>> 16) & 0x7fff;
    }

    @Override
    public int place(long keyHash) {
        return owner(keyHash, new SmoothWrrFallback(this));
    }

    @Override
    public Selector selector(TargetLoad load) {
        SmoothWrrFallback fallback = new SmoothWrrFallback(this);
        return keyHash -> owner(keyHash, fallback);
    }

    @Override
    public int owner(long keyHash, TurnKeeper turns) {
        if (targets.size() > 1 && keyHash >>> 32 != 0 && slots.length > 0) {
            long sum = 0;
            int misses = 0;
            for (int attempt = 0; misses <= TRIES; attempt++) {
                sum += part(keyHash, attempt);
                int target = slots[(int) (sum % slots.length)];
                if (turns.able(target)) {
                    return target;
                }
                // Where this request has been before, nginx goes on from: that was no miss.
                misses += turns.again(target) ? 0 : 1;
            }
        }
        return turns.next();
    }

    /** A target by the first try of the key that falls on it, down or not. */
    @Override
    public Standing standing(long keyHash) {
        int[] first = new int[targets.size()];
        long sum = 0;
        for (int attempt = 0; attempt <= TRIES && slots.length > 0; attempt++) {
            sum += part(keyHash, attempt);
            int target = slots[(int) (sum % slots.length)];
            first[target] = first[target] == 0 ? attempt + 1 : first[target];
        }
        return Standing.of("", first.length, target -> first[target] == 0 ? "" : "try " + first[target]);
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        if (usable == 0) {
            return;
        }
        long sum = 0;
        for (int attempt = 0; attempt <= TRIES; attempt++) {
            sum += part(keyHash, attempt);
            int target = slots[(int) (sum % slots.length)];
            if (usable(target) && !set.offer(target)) {
                return;
            }
        }
        boolean[] taken = new boolean[targets.size()];
        SmoothWrrFallback fallback = new SmoothWrrFallback(this, taken);
        for (int i = 0; i < usable; i++) {
            int target = fallback.next();
            taken[target] = true;
            if (!set.offer(target)) {
                return;
            }
        }
    }

    @Override
    public long memory() {
        return 4L * slots.length;
    }
}
