package roundhouse.hashing.rings;

import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;

/** What placements by points on a ring share: from a key's first point on, the next distinct targets are its replicas. */
public abstract class PointPlacement extends AbstractPlacement {
    public PointPlacement(List<Target> targets, HashFunction function) {
        super(targets, function);
        if (targets.size() > PointIndex.MAX_OWNERS) {
            throw new IllegalArgumentException(
                    targets.size() + " targets, and a ring can have " + PointIndex.MAX_OWNERS + " at most");
        }
    }

    /** The points of the usable targets. */
    public abstract PointIndex pointIndex();

    /** The point where the search for the key's target begins, an index into {@link #pointIndex}, which is not empty. */
    public abstract int start(long keyHash);

    @Override
    public int place(long keyHash) {
        return usable == 0 ? NONE : pointIndex().owner(start(keyHash));
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        if (usable == 0) {
            return;
        }
        PointIndex pointIndex = pointIndex();
        int index = start(keyHash);
        for (int steps = pointIndex.size(); steps > 0 && set.offer(pointIndex.owner(index)); steps--) {
            index = index + 1 == pointIndex.size() ? 0 : index + 1;
        }
    }

    @Override
    public long memory() {
        return pointIndex().memory();
    }
}
