package roundhouse.routing.ipvs;

import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.functions.Hashes;

/**
 * IPVS's {@code mh}: Maglev hashing of the client's address. A table of 4,093 buckets; the targets take turns, each for as many
 * buckets as its weight over the weights' greatest common divisor, in an order of its own.
 *
 * <p>Source: Linux, net/netfilter/ipvs/ip_vs_mh.c. Not run, and only alike: the kernel hashes clients' and targets' addresses with
 * half SipHash, here targets are hashed by name with XXH64 and clients as well, so that shares and moves are right but not who
 * has which client.
 */
public final class IpvsMaglev extends IpvsTable {
    private static final int BUCKETS = 4_093;

    @Override
    int[] fill(String[] names, int[] weights) {
        int divisor = 0;
        for (int weight : weights) {
            divisor = gcd(weight, divisor);
        }
        if (divisor == 0) {
            return new int[0];
        }
        int[] places = new int[names.length];
        int[] skips = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            long hash = HashFunction.XXH64.hash(names[i]);
            places[i] = (int) Long.remainderUnsigned(Hashes.again(hash, 1), BUCKETS);
            skips[i] = (int) Long.remainderUnsigned(Hashes.again(hash, 2), BUCKETS - 1) + 1;
        }
        return fill(places, skips, weights, divisor);
    }

    private static int[] fill(int[] places, int[] skips, int[] weights, int divisor) {
        int[] table = new int[BUCKETS];
        boolean[] taken = new boolean[BUCKETS];
        int filled = 0;
        for (int i = 0; filled < BUCKETS; i = i + 1 == places.length ? 0 : i + 1) {
            for (int turns = weights[i] / divisor; turns > 0 && filled < BUCKETS; turns--) {
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
        return (int) Long.remainderUnsigned(Hashes.again(client + (long) offset, 1), BUCKETS);
    }
}
