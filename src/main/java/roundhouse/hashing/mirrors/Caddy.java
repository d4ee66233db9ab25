package roundhouse.hashing.mirrors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Standing;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;

/**
 * Caddy's hashing policies ({@code ip_hash}, {@code uri_hash}, {@code header}): rendezvous hashing by the FNV-1a of the key and then
 * the server's {@code host:port}; the greatest 32-bit value wins, the first of equals. Weights do not count.
 *
 * <p>FNV-1a goes through its input byte by byte, so the key is hashed once and each server carries on from there. Cost: one pass
 * over every server's name. Source: Caddy's selectionpolicies.go, 2.6.2.
 */
public final class Caddy extends AbstractPlacement {
    private final byte[][] names;

    public Caddy(List<Target> targets) {
        super(targets, HashFunction.FNV1A_32);
        names = targets.stream()
                .map(target -> target.text().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    @Override
    public Caddy rebuild(List<Target> targets) {
        return new Caddy(targets);
    }

    @Override
    public int place(long keyHash) {
        return best(keyHash, NONE, 0);
    }

    private long score(long keyHash, int target) {
        return HashFunction.unsigned(Hashes.fnv1a32((int) keyHash, names[target]));
    }

    /** The best target behind the one given, in order of score and then of index; the best of all behind {@link #NONE}. */
    private int best(long keyHash, int behind, long behindScore) {
        int best = NONE;
        long bestScore = -1;
        for (int target = 0; target < names.length; target++) {
            if (usable(target)) {
                long score = score(keyHash, target);
                boolean open = behind == NONE || score < behindScore || (score == behindScore && target > behind);
                if (open && score > bestScore) {
                    best = target;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /** A target by its draw, of which the highest wins. */
    @Override
    public Standing standing(long keyHash) {
        return Standing.of(
                "", names.length, target -> usable(target) ? "draws " + Standing.count(score(keyHash, target)) : "");
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        int target = owner(keyHash);
        while (target != NONE && set.offer(target)) {
            target = best(keyHash, target, score(keyHash, target));
        }
    }

    @Override
    public long memory() {
        long bytes = 0;
        for (byte[] name : names) {
            bytes += name.length;
        }
        return bytes;
    }
}
