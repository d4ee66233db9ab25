package roundhouse.hashing.mirrors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import roundhouse.hashing.Candidates;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;
import roundhouse.hashing.rings.PointIndex;

/**
 * libmemcached's own ketama: a ring of 2³² with 100 points a server, Jenkins's one at a time of {@code host:port-j}. As soon as any weight
 * is more than 1 it silently takes {@linkplain Ketama the MD5 points} instead, and still hashes keys by one at a time.
 *
 * <p>Cost: a ring lookup. Source: libmemcached's hosts.cc, 1.1.4.
 */
public final class KetamaLibmemcached extends Ring32 {
    private static final int POINTS = 100;

    private final PointIndex pointIndex;

    public KetamaLibmemcached(List<Target> targets, HashFunction function) {
        super(targets, function);
        boolean weighted = targets.stream().anyMatch(target -> target.weight() > 1);
        pointIndex = PointIndex.of(weighted ? Ketama.points(this) : plainPoints());
    }

    private long[] plainPoints() {
        long[] points = new long[POINTS * usable];
        int filled = 0;
        for (int target : Candidates.usable(targets)) {
            String host = Ketama.host(targets.get(target).text());
            for (int j = 0; j < POINTS; j++) {
                long hash = Hashes.oneAtATime((host + "-" + j).getBytes(StandardCharsets.UTF_8));
                points[filled++] = PointIndex.point(hash << 32, target);
            }
        }
        return points;
    }

    @Override
    public KetamaLibmemcached rebuild(List<Target> targets) {
        return new KetamaLibmemcached(targets, function);
    }

    @Override
    public PointIndex pointIndex() {
        return pointIndex;
    }
}
