package roundhouse.hashing.mirrors;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.Candidates;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.PointIndex;
import roundhouse.hashing.rings.PointPlacement;

/**
 * Envoy's ring hash: a ring of 2⁶⁴ whose size is a total, shared out by weight.
 *
 * <p>Weights are normalised to 1, scale = min(⌈least × minimum size⌉ ÷ least, maximum size), and each host in turn gets points xxHash64
 * of {@code host:port_i} until the running sum of scale × weight is reached. As the size is a total, the hosts that remain after
 * a removal get more points, and some of their keys move. Hosts that are down are left out likewise.
 *
 * <p>Cost: a ring lookup; positions count 48 of their 64 bits. Source: Envoy's ring_hash_lb.cc.
 */
public final class EnvoyRing extends PointPlacement {
    /** Envoy's defaults. */
    static final int MINIMUM = 1024;

    static final int MAXIMUM = 8 * 1024 * 1024;

    private final int minimum;
    private final int maximum;
    private final PointIndex pointIndex;

    public EnvoyRing(List<Target> targets) {
        this(targets, MINIMUM, MAXIMUM);
    }

    /** A ring of at least and at most so many points, as far as the weights allow. */
    public EnvoyRing(List<Target> targets, int minimum, int maximum) {
        super(targets, HashFunction.XXH64);
        this.minimum = minimum;
        this.maximum = maximum;
        int[] hosts = Candidates.usable(targets);
        double total = totalWeight(1, Integer.MAX_VALUE);
        double least = Arrays.stream(hosts).map(this::weight).min().orElse(1) / total;
        double scale = Math.min(StrictMath.ceil(least * minimum) / least, maximum);
        long[] points = new long[(int) StrictMath.ceil(scale) + hosts.length];
        int filled = 0;
        double due = 0;
        for (int host : hosts) {
            due += scale * (weight(host) / total);
            for (int i = 0; filled < due; i++) {
                byte[] text = (targets.get(host).text() + "_" + i).getBytes(StandardCharsets.UTF_8);
                points[filled++] = PointIndex.point(function.hash(text), host);
            }
        }
        pointIndex = PointIndex.of(Arrays.copyOf(points, filled));
    }

    @Override
    public EnvoyRing rebuild(List<Target> targets) {
        return new EnvoyRing(targets, minimum, maximum);
    }

    @Override
    public PointIndex pointIndex() {
        return pointIndex;
    }

    @Override
    public int start(long keyHash) {
        return pointIndex.firstOrWrap(keyHash);
    }
}
