package roundhouse.routing.ipvs;

/**
 * IPVS's {@code mh}: Maglev hashing of the client's address. A table of 4,093 buckets; the targets take turns, each for as many
 * buckets as its weight over the weights' greatest common divisor, halved until the heaviest takes fewer than 64, in an order of its
 * own, which its address and port decide.
 *
 * <p>Source: Linux, net/netfilter/ipvs/ip_vs_mh.c, with its tables of the default size. Not run. Clients' ports do not count.
 */
public final class IpvsMaglev extends IpvsTable {
    private static final int BUCKETS = 4_093;
    private static final int TURN_BITS = 6;
    private static final long PLACE_KEY = 2_654_435_761L;
    private static final long SKIP_KEY = 2_654_446_892L;

    private final HalfSipHash sipHash = new HalfSipHash();

    @Override
    int[] fill(String[] servers, int[] weights) {
        int divisor = 0;
        int heaviest = 0;
        for (int weight : weights) {
            divisor = gcd(weight, divisor);
            heaviest = Math.max(heaviest, weight);
        }
        if (divisor == 0) {
            return new int[0];
        }
        int[] places = new int[servers.length];
        int[] skips = new int[servers.length];
        int[] turns = new int[servers.length];
        int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(heaviest / divisor) - TURN_BITS);
        for (int i = 0; i < servers.length; i++) {
            int number = ServerNumber.of(servers[i]);
            places[i] = remainder(number, PLACE_KEY, BUCKETS);
            skips[i] = remainder(number, SKIP_KEY, BUCKETS - 1) + 1;
            turns[i] = Math.max(Math.min(1, weights[i]), (weights[i] / divisor) >> shift);
        }
        return fill(places, skips, turns);
    }

    private static int[] fill(int[] places, int[] skips, int[] turns) {
        int[] table = new int[BUCKETS];
        boolean[] taken = new boolean[BUCKETS];
        int filled = 0;
        for (int i = 0; filled < BUCKETS; i = i + 1 == places.length ? 0 : i + 1) {
            for (int left = turns[i]; left > 0 && filled < BUCKETS; left--) {
                while (taken[places[i]]) {
                    places[i] = (places[i] + skips[i]) % BUCKETS;
                }
                taken[places[i]] = true;
                table[places[i]] = i;
                filled++;
            }
        }
        return table;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    @Override
    int hash(int client, int offset) {
        return remainder(client + offset, PLACE_KEY, BUCKETS);
    }

    private int remainder(int number, long key, int divisor) {
        return Integer.remainderUnsigned(sipHash.hash(number, key, key), divisor);
    }
}
