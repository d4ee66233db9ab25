package roundhouse.routing.ipvs;

/**
 * IPVS's {@code sh}: the client's address chooses one of 256 buckets, which the targets fill in the order declared, each as many in
 * turn as it weighs. One of weight 0 still has a bucket each time; of several hundred targets the last have none.
 *
 * <p>Source: Linux, net/netfilter/ipvs/ip_vs_sh.c. Not run. Ports do not count.
 */
public final class IpvsSourceHash extends IpvsTable {
    private static final int BUCKETS = 256;
    private static final int GOLDEN_RATIO = 0x61C8_8647;
    private static final int OLD_MULTIPLIER = 0x9E37_79B1;
    private static final int HIGH_BITS = 24;

    private final boolean old;

    /** As kernels hash now. */
    public IpvsSourceHash() {
        this(false);
    }

    /**
     * @param old as the kernel of 2013 hashed: the low bits of another product
     */
    IpvsSourceHash(boolean old) {
        this.old = old;
    }

    @Override
    int[] fill(String[] servers, int[] weights) {
        int[] table = new int[servers.length == 0 ? 0 : BUCKETS];
        int target = 0;
        int given = 0;
        for (int bucket = 0; bucket < table.length; bucket++) {
            table[bucket] = target;
            if (++given >= weights[target]) {
                given = 0;
                target = target + 1 == servers.length ? 0 : target + 1;
            }
        }
        return table;
    }

    @Override
    int hash(int client, int offset) {
        return old
                ? ((offset + client) * OLD_MULTIPLIER) & (BUCKETS - 1)
                : (offset + ((client * GOLDEN_RATIO) >>> HIGH_BITS)) & (BUCKETS - 1);
    }
}
