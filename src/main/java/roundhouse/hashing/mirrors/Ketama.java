package roundhouse.hashing.mirrors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.Candidates;
import roundhouse.hashing.Target;
import roundhouse.hashing.TargetNames;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;
import roundhouse.hashing.rings.PointIndex;

/**
 * Ketama with MD5 points, as twemproxy has it and libmemcached when weighted: a ring of 2³², 160 points for a server of mean weight.
 *
 * <p>A server has ⌊weight ÷ total × 40 × servers⌋ digests, in single precision; digest k is the MD5 of {@code name-k} and gives
 * four points, its little-endian words. A server of port 11211 is hashed by its host alone. A server that is down is ejected, so
 * with unequal weights the others' points change too.
 *
 * <p>The key's hash is cut to 32 bits. Cost: a ring lookup. Source: twemproxy's nc_ketama.c, 0.5.0; libmemcached's hosts.cc, 1.1.4;
 * first Jones, "libketama", 2007.
 */
public final class Ketama extends Ring32 {
    private static final int POINTS = 160;
    private static final int WORDS = 4;

    private final PointIndex pointIndex;

    public Ketama(List<Target> targets, HashFunction function) {
        super(targets, function);
        pointIndex = PointIndex.of(points(this));
    }

    /** The MD5 points of the placement's usable targets. */
    public static long[] points(AbstractPlacement placement) {
        int[] servers = Candidates.usable(placement.targets);
        float total = placement.totalWeight(1, Integer.MAX_VALUE);
        int[] digests = new int[servers.length];
        long count = 0;
        for (int i = 0; i < servers.length; i++) {
            float share = placement.weight(servers[i]) / total;
            digests[i] = (int) (float) (share * POINTS / WORDS * servers.length + 1e-10);
            count += digests[i];
        }
        if (count * WORDS > PointIndex.MAX_POINTS) {
            throw new IllegalArgumentException(count * WORDS + " points are more than a ring can have");
        }
        long[] points = new long[(int) count * WORDS];
        int filled = 0;
        for (int i = 0; i < servers.length; i++) {
            String host = host(placement.targets.get(servers[i]).text());
            for (int k = 0; k < digests[i]; k++) {
                ByteBuffer digest =
                        Hashes.littleEndian(Hashes.digest("MD5", (host + "-" + k).getBytes(StandardCharsets.UTF_8)));
                for (int word = 0; word < WORDS; word++) {
                    points[filled++] = PointIndex.point((long) digest.getInt() << 32, servers[i]);
                }
            }
        }
        return points;
    }

    /** The name as it is hashed: without memcached's own port. */
    public static String host(String name) {
        int port = TargetNames.port(name);
        return port >= 0 && name.substring(port + 1).equals("11211") ? name.substring(0, port) : name;
    }

    @Override
    public Ketama rebuild(List<Target> targets) {
        return new Ketama(targets, function);
    }

    @Override
    public PointIndex pointIndex() {
        return pointIndex;
    }
}
