package roundhouse.hashing.mirrors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;
import roundhouse.hashing.rings.PointIndex;
import roundhouse.hashing.rings.PointPlacement;

/**
 * Varnish's shard director: a ring of 2³² with 67 points for each unit of weight, that does not wrap.
 *
 * <p>Point j of a backend is the last four bytes, little endian, of the SHA-256 of its name followed by j. A key goes to the first
 * point at or after its own such hash; past the last point it goes to the last one, not to the first. From a backend that is down
 * it goes on to the next point, and only then from the last one to the first. So for keys past the last point it is not the same
 * whether that point's backend is down or gone.
 *
 * <p>Cost: a ring lookup. Source: Varnish's vmod_directors_shard_dir.c, 7.1.
 */
public final class VarnishShard extends PointPlacement {
    private static final int POINTS = 67;

    private final PointIndex pointIndex;

    public VarnishShard(List<Target> targets) {
        super(targets, HashFunction.SHA256);
        long total = targets.stream().mapToLong(Target::weight).sum() * POINTS;
        if (total > PointIndex.MAX_POINTS) {
            throw new IllegalArgumentException("weights come to " + total + " points; use smaller weights");
        }
        long[] points = new long[(int) total];
        int filled = 0;
        for (int target = 0; target < targets.size(); target++) {
            String name = targets.get(target).text();
            for (int j = 0; j < POINTS * targets.get(target).weight(); j++) {
                long hash = Hashes.sha256((name + j).getBytes(StandardCharsets.UTF_8));
                points[filled++] = PointIndex.point(hash << 32, target);
            }
        }
        pointIndex = PointIndex.of(points);
    }

    @Override
    public VarnishShard rebuild(List<Target> targets) {
        return new VarnishShard(targets);
    }

    @Override
    public int place(long keyHash) {
        if (usable == 0) {
            return NONE;
        }
        int index = start(keyHash);
        while (!usable(pointIndex.owner(index))) {
            index = index + 1 == pointIndex.size() ? 0 : index + 1;
        }
        return pointIndex.owner(index);
    }

    @Override
    public PointIndex pointIndex() {
        return pointIndex;
    }

    @Override
    public long position(long keyHash) {
        return keyHash << 32;
    }

    @Override
    public int start(long keyHash) {
        return Math.min(pointIndex.first(keyHash << 32), pointIndex.size() - 1);
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        if (usable == 0) {
            return;
        }
        int index = start(keyHash);
        for (int steps = pointIndex.size(); steps > 0; steps--) {
            if (usable(pointIndex.owner(index)) && !set.offer(pointIndex.owner(index))) {
                return;
            }
            index = index + 1 == pointIndex.size() ? 0 : index + 1;
        }
    }
}
