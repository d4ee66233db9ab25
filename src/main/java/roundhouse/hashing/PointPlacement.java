package roundhouse.hashing;

import java.util.List;

/** What placements by points on a circle share: from a key's first point on, the next distinct targets are its replicas. */
abstract class PointPlacement extends AbstractPlacement {
    PointPlacement(List<Target> targets, HashFunction function) {
        super(targets, function);
        if (targets.size() > PointIndex.MAX_OWNERS) {
            throw new IllegalArgumentException(
                    targets.size() + " targets, and a ring can have " + PointIndex.MAX_OWNERS + " at most");
        }
    }

    /** The points of the usable targets. */
    abstract PointIndex circle();

    /** The index on the circle where the search for the key's target begins. The circle is not empty. */
    abstract int start(long keyHash);

    @Override
    int place(long keyHash) {
        return usable == 0 ? NONE : circle().owner(start(keyHash));
    }

    @Override
    void walk(long keyHash, ReplicaSet set) {
        if (usable == 0) {
            return;
        }
        PointIndex circle = circle();
        int index = start(keyHash);
        for (int steps = circle.size(); steps > 0 && set.offer(circle.owner(index)); steps--) {
            index = index + 1 == circle.size() ? 0 : index + 1;
        }
    }

    @Override
    public long memory() {
        return circle().memory();
    }
}
