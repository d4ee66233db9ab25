package roundhouse.hashing.mirrors;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import roundhouse.hashing.Candidates;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Target;
import roundhouse.hashing.buckets.Divisor;
import roundhouse.hashing.buckets.MaglevTable;
import roundhouse.hashing.buckets.TablePlacement;
import roundhouse.hashing.functions.HashFunction;

/**
 * Envoy's Maglev: the table of {@link MaglevTable}, its hosts taking turns in the order of their {@code host:port} text, offset and skip by
 * xxHash64 with seeds 0 and 1. A host that is down is left out and the table filled anew. A retry hashes again: attempt n XORs the
 * hash with 2⁶⁴ − n, which is where replicas come from here.
 *
 * <p>Cost: a remainder and one array read. Source: Envoy's maglev_lb.cc.
 */
public final class EnvoyMaglev extends TablePlacement {
    private static final com.dynatrace.hash4j.hashing.Hasher64 SEEDED = com.dynatrace.hash4j.hashing.Hashing.xxh64(1);

    private final int slots;
    private final Divisor divisor;
    private final char[] table;

    public EnvoyMaglev(List<Target> targets) {
        this(targets, MaglevTable.SLOTS);
    }

    /** With a table of so many slots, a prime. */
    public EnvoyMaglev(List<Target> targets, int slots) {
        super(targets, HashFunction.XXH64);
        this.slots = slots;
        divisor = new Divisor(slots);
        int[] hosts = Arrays.stream(Candidates.usable(targets))
                .boxed()
                .sorted(Comparator.comparing(host -> targets.get(host).text()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] offsets = new int[hosts.length];
        int[] skips = new int[hosts.length];
        double[] weights = new double[hosts.length];
        double total = totalWeight(1, Integer.MAX_VALUE);
        for (int i = 0; i < hosts.length; i++) {
            byte[] name = targets.get(hosts[i]).text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            offsets[i] = MaglevTable.offset(function.hash(name), slots);
            skips[i] = MaglevTable.skip(SEEDED.hashBytesToLong(name), slots);
            weights[i] = weight(hosts[i]) / total;
        }
        table = MaglevTable.fill(slots, offsets, skips, weights, hosts);
    }

    @Override
    public EnvoyMaglev rebuild(List<Target> targets) {
        return new EnvoyMaglev(targets, slots);
    }

    @Override
    public char[] table() {
        return table;
    }

    @Override
    public int slot(long keyHash) {
        return divisor.remainder(keyHash);
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        if (table.length == 0) {
            return;
        }
        for (int attempt = 0; attempt < 64; attempt++) {
            long hash = attempt == 0 ? keyHash : keyHash ^ -attempt;
            if (!set.offer(table[slot(hash)])) {
                return;
            }
        }
        super.walk(keyHash, set);
    }
}
