package roundhouse.hashing.buckets;

import java.util.List;
import java.util.Locale;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Standing;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;

/**
 * Rendezvous hashing, also called highest random weight: every target draws a number for the key, the highest wins.
 *
 * <p>Idea: the draw u in (0, 1) comes from mixing the key's hash with the target's; with weights the score is −weight ÷ ln u. A
 * target that joins takes only the keys it wins, one that leaves gives its keys to whoever was second. Cost: one mix for each
 * target, and one logarithm when weights differ; no tables.
 *
 * <p>Source: Thaler and Ravishankar, IEEE/ACM Transactions on Networking 6(1), 1998; weights: Schindelhauer and Schomaker, SPAA 2005.
 */
public final class Rendezvous extends AbstractPlacement {
    private final long[] seeds;
    private final boolean weighted;

    public Rendezvous(List<Target> targets, HashFunction function) {
        super(targets, function);
        seeds = targets.stream()
                .mapToLong(target -> Hashes.mix(function.hash(target.name())))
                .toArray();
        weighted = targets.stream()
                        .filter(Target::usable)
                        .mapToInt(Target::weight)
                        .distinct()
                        .count()
                > 1;
    }

    @Override
    public Rendezvous rebuild(List<Target> targets) {
        return new Rendezvous(targets, function);
    }

    @Override
    public boolean servedByReplicas() {
        return true;
    }

    @Override
    public int place(long keyHash) {
        return best(keyHash, NONE, 0);
    }

    /** The best target behind the one given, in order of score and then of index; the best of all behind {@link #NONE}. */
    private int best(long keyHash, int behind, double behindScore) {
        int best = NONE;
        double bestScore = 0;
        for (int target = 0; target < seeds.length; target++) {
            if (usable(target)) {
                double score = score(keyHash, target);
                boolean open = behind == NONE || score < behindScore || (score == behindScore && target > behind);
                if (open && (best == NONE || score > bestScore)) {
                    best = target;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private double score(long keyHash, int target) {
        // 53 bits and a half, so that the draw is exact as a double and neither 0 nor 1.
        double draw = ((Hashes.mix(keyHash ^ seeds[target]) >>> 11) + 0.5) * 0x1p-53;
        return weighted ? -weight(target) / StrictMath.log(draw) : draw;
    }

    /** A target by its draw, of which the highest wins. */
    @Override
    public Standing standing(long keyHash) {
        return Standing.of(
                "",
                seeds.length,
                target -> usable(target) ? String.format(Locale.ROOT, "draws %.4f", score(keyHash, target)) : "");
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        int target = place(keyHash);
        while (target != NONE && set.offer(target)) {
            target = best(keyHash, target, score(keyHash, target));
        }
    }

    @Override
    public long memory() {
        return 8L * seeds.length;
    }
}
