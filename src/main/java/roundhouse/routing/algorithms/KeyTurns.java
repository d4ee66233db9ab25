package roundhouse.routing.algorithms;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.TurnKeeper;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/** Turns among the targets of a {@link KeyGroup} where their placement lets them take turns, by {@link SmoothWeights}. */
final class KeyTurns implements TurnKeeper {
    /** For each target of the placement its index in the pool, ascending. */
    private final int[] indexes;

    /** In which search each target was come to again last. */
    private final int[] found;

    private int search;
    /** For each target those that it takes turns with, in the pool; made when first needed. */
    private final int[] @Nullable [] alikes;

    private SmoothWeights weights = new SmoothWeights();
    private Pool pool = new Pool();
    private @Nullable Request request;

    KeyTurns(int[] indexes) {
        this.indexes = indexes;
        found = new int[indexes.length];
        alikes = new int[indexes.length][];
    }

    /** For this request, by these weights. */
    KeyTurns of(Request now, Pool targets, SmoothWeights turns) {
        request = now;
        pool = targets;
        weights = turns;
        search++;
        return this;
    }

    @Override
    public boolean able(int target) {
        return request != null && EligibleTargets.isAble(request, pool, indexes[target]);
    }

    @Override
    public boolean again(int target) {
        boolean again = request != null && request.tried(indexes[target]) && found[target] != search;
        if (again) {
            found[target] = search;
        }
        return again;
    }

    @Override
    public int next() {
        return next(indexes);
    }

    @Override
    public int next(int[] alike, int target) {
        int[] those = alikes[target];
        if (those == null) {
            those = IntStream.range(0, indexes.length)
                    .filter(other -> alike[other] == alike[target])
                    .map(other -> indexes[other])
                    .toArray();
            alikes[target] = those;
        }
        return next(those);
    }

    private int next(int[] targets) {
        int next = request == null ? Balancer.NONE : weights.walk(request, pool, targets, false);
        return next == Balancer.NONE ? Placement.NONE : Arrays.binarySearch(indexes, next);
    }

    @Override
    public void taken(int target) {
        weights.pay(indexes[target], weights.gain(indexes[target]));
    }
}
