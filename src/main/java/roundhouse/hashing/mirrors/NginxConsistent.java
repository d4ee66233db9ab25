package roundhouse.hashing.mirrors;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Selector;
import roundhouse.hashing.Target;
import roundhouse.hashing.TargetLoad;
import roundhouse.hashing.TargetNames;
import roundhouse.hashing.TurnKeeper;
import roundhouse.hashing.TurnTaking;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.PointIndex;

/**
 * nginx's {@code hash … consistent}: a ring of 160 CRC-32 points for each unit of weight.
 *
 * <p>Point j of a server is the CRC-32 of its host, a zero byte, its port, and the bytes of the point before. A server that is down
 * keeps its points, and a key walks on to the next point that is usable; after more than 20 steps nginx takes the servers in turn by
 * smooth weighted round robin, as it does for an empty key and a group of one. Servers of the same text share their points and take
 * turns. {@link #owner(long)} answers as for the first request after a start; a {@link #selector} remembers the turns.
 *
 * <p>Cost: a ring lookup. Source: nginx's ngx_http_upstream_hash_module.c, release-1.22.1.
 */
public final class NginxConsistent extends Ring32 implements TurnTaking {
    private static final int POINTS = 160;
    private static final int STEPS = 20;
    /** Beside the 32 bits of the key's CRC: set for an empty key. */
    private static final long EMPTY = 1L << 32;

    private final PointIndex pointIndex;
    /** For each target the first of the same name. */
    private final int[] alike;
    /** Whether any name is there twice. */
    private final boolean doubled;

    public NginxConsistent(List<Target> targets) {
        super(targets, HashFunction.CRC32);
        alike = new int[targets.size()];
        Map<String, Integer> firsts = new HashMap<>();
        long total = 0;
        for (int target = 0; target < alike.length; target++) {
            Integer first = firsts.putIfAbsent(targets.get(target).text(), target);
            alike[target] = first == null ? target : first;
            total += (long) POINTS * targets.get(target).weight();
        }
        doubled = firsts.size() < alike.length;
        if (total > PointIndex.MAX_POINTS) {
            throw new IllegalArgumentException("weights come to " + total + " points; use smaller weights");
        }
        long[] points = new long[(int) total];
        int filled = 0;
        for (int target = 0; target < alike.length; target++) {
            filled = points(targets.get(target), alike[target], points, filled);
        }
        pointIndex = PointIndex.ofDistinct(points);
    }

    private static int points(Target target, int owner, long[] points, int filled) {
        String name = target.text().startsWith("unix:") ? target.text().substring("unix:".length()) : target.text();
        int port = TargetNames.port(name);
        byte[] text = ((port < 0 ? name : name.substring(0, port)) + "\0" + (port < 0 ? "" : name.substring(port + 1)))
                .getBytes(StandardCharsets.UTF_8);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        long previous = 0;
        for (int i = 0; i < POINTS * target.weight(); i++) {
            crc.reset();
            crc.update(text, 0, text.length);
            for (int shift = 0; shift < 32; shift += 8) {
                crc.update((int) (previous >>> shift) & 0xff);
            }
            previous = crc.getValue();
            points[filled++] = PointIndex.point(previous << 32, owner);
        }
        return filled;
    }

    @Override
    public NginxConsistent rebuild(List<Target> targets) {
        return new NginxConsistent(targets);
    }

    @Override
    public long hash(byte[] key) {
        return key.length == 0 ? EMPTY : function.hash(key);
    }

    @Override
    public int place(long keyHash) {
        return owner(keyHash, new SmoothWrrFallback(this));
    }

    @Override
    public Selector selector(TargetLoad load) {
        SmoothWrrFallback fallback = new SmoothWrrFallback(this);
        return keyHash -> owner(keyHash, fallback);
    }

    @Override
    public int owner(long keyHash, TurnKeeper turns) {
        if (targets.size() == 1 || keyHash == EMPTY || pointIndex.size() == 0) {
            return turns.next();
        }
        int index = start(keyHash);
        for (int step = 0; step <= STEPS; step++) {
            int owner = pointIndex.owner(index);
            int taken = doubled ? turns.next(alike, owner) : turns.able(owner) ? owner : NONE;
            if (taken != NONE) {
                if (!doubled) {
                    turns.taken(taken);
                }
                return taken;
            }
            index = index + 1 == pointIndex.size() ? 0 : index + 1;
        }
        return turns.next();
    }

    @Override
    public PointIndex pointIndex() {
        return pointIndex;
    }

    /** The ring's order; a server whose text another shares comes right after that one. */
    @Override
    public void walk(long keyHash, ReplicaSet set) {
        if (pointIndex.size() == 0) {
            return;
        }
        int index = start(keyHash);
        for (int steps = pointIndex.size(); steps > 0; steps--) {
            int owner = pointIndex.owner(index);
            for (int target = owner; target < alike.length && (target == owner || doubled); target++) {
                if (alike[target] == owner && usable(target) && !set.offer(target)) {
                    return;
                }
            }
            index = index + 1 == pointIndex.size() ? 0 : index + 1;
        }
    }
}
