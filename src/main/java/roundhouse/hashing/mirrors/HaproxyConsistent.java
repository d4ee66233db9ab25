package roundhouse.hashing.mirrors;

import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.Candidates;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;
import roundhouse.hashing.rings.PointIndex;

/**
 * HAProxy's {@code hash-type consistent}: a ring of 2³² with 16 points for each unit of weight, and the nearer point wins.
 *
 * <p>Point i of the server of id n stands at avalanche(4096 n + i); ids count from 1 in order of declaration, so a server that
 * is deleted renumbers those behind it and moves their keys, where one in maintenance does not. A key goes to the nearer of the points on its two
 * sides, to the one before it when they are equally near: not the usual clockwise rule.
 *
 * <p>Cost: a ring lookup. Source: HAProxy's lb_chash.c, 2.6.
 */
public final class HaproxyConsistent extends Ring32 {
    private final PointIndex pointIndex;

    public HaproxyConsistent(List<Target> targets, HashFunction function) {
        super(targets, function);
        long[] points = new long[totalWeight(Target.WHOLE, PointIndex.MAX_POINTS)];
        int filled = 0;
        for (int target : Candidates.usable(targets)) {
            // A server that warms up has its first points only.
            int count = targets.get(target).weight() * targets.get(target).part();
            for (int i = 0; i < count; i++) {
                int position = Hashes.avalanche((target + 1) * 4096 + i);
                points[filled++] = PointIndex.point((long) position << 32, target);
            }
        }
        pointIndex = PointIndex.of(Arrays.copyOf(points, filled));
    }

    @Override
    public HaproxyConsistent rebuild(List<Target> targets) {
        return new HaproxyConsistent(targets, function);
    }

    @Override
    public PointIndex pointIndex() {
        return pointIndex;
    }

    @Override
    public int start(long keyHash) {
        long position = keyHash << 32;
        int next = pointIndex.firstOrWrap(position);
        return nearer(position, before(next), next);
    }

    /** As if the servers already found were not there: from the key outwards on both sides, the nearer point first. */
    @Override
    public void walk(long keyHash, ReplicaSet set) {
        if (usable == 0) {
            return;
        }
        long position = keyHash << 32;
        int next = pointIndex.firstOrWrap(position);
        int previous = before(next);
        boolean[] found = new boolean[targets.size()];
        for (int rank = 0; rank < usable; rank++) {
            while (found[pointIndex.owner(previous)]) {
                previous = before(previous);
            }
            while (found[pointIndex.owner(next)]) {
                next = next + 1 == pointIndex.size() ? 0 : next + 1;
            }
            int target = pointIndex.owner(nearer(position, previous, next));
            found[target] = true;
            if (!set.offer(target)) {
                return;
            }
        }
    }

    private int before(int index) {
        return index == 0 ? pointIndex.size() - 1 : index - 1;
    }

    private int nearer(long position, int previous, int next) {
        long behind = position - pointIndex.position(previous);
        long ahead = pointIndex.position(next) - position;
        return Long.compareUnsigned(behind, ahead) <= 0 ? previous : next;
    }
}
