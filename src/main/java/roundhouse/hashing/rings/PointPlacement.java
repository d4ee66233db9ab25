package roundhouse.hashing.rings;

import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Standing;
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

    /** Where the key stands on the ring, unsigned. */
    public long position(long keyHash) {
        return keyHash;
    }

    /** A target by the point at which the search from the key first comes to it. */
    @Override
    public Standing standing(long keyHash) {
        PointIndex points = pointIndex();
        int[] first = new int[targets.size()];
        Arrays.fill(first, NONE);
        int index = points.size() == 0 ? 0 : start(keyHash);
        for (int steps = 0; steps < points.size(); steps++) {
            int owner = points.owner(index);
            first[owner] = first[owner] == NONE ? index : first[owner];
            index = index + 1 == points.size() ? 0 : index + 1;
        }
        return Standing.of(
                "at " + Standing.part(position(keyHash)) + " of the ring",
                first.length,
                target -> first[target] == NONE ? "" : "at " + Standing.part(points.position(first[target])));
    }

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
