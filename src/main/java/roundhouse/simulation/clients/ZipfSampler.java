package roundhouse.simulation.clients;

import roundhouse.kernel.RandomStream;

/**
 * Draws key k with probability in proportion to 1 / (k + 1)^exponent by Walker's alias method, in Vose's form ("A linear algorithm for
 * generating random numbers with a given distribution", 1991): every column of a table holds one key and at most one other, so
 * a draw is one random number, one comparison, and O(1) whatever the number of keys. 8 bytes a key, so that many columns stay in the
 * processor's caches.
 */
final class ZipfSampler extends KeySampler {
    private final int count;
    private final RandomStream random;
    /**
     * Below this part of its column, as an unsigned fraction of 2^64, the key is the column's own. The lowest bits are the other key, by which
     * a part is off by less than count / 2^64.
     */
    private final long[] columns;

    /** The bits that hold the other key. */
    private final long mask;

    ZipfSampler(int count, double exponent, RandomStream random) {
        this.count = count;
        this.random = random;
        columns = new long[count];
        mask = (Long.highestOneBit(count) << 1) - 1;
        build(exponent);
    }

    private void build(double exponent) {
        double[] share = new double[count];
        double sum = 0;
        for (int key = 0; key < count; key++) {
            share[key] = StrictMath.pow(key + 1.0, -exponent);
            sum += share[key];
        }
        int[] small = new int[count];
        int[] large = new int[count];
        int smalls = 0;
        int larges = 0;
        for (int key = 0; key < count; key++) {
            share[key] *= count / sum;
            if (share[key] < 1) {
                small[smalls++] = key;
            } else {
                large[larges++] = key;
            }
        }
        while (smalls > 0 && larges > 0) {
            int poor = small[--smalls];
            int rich = large[--larges];
            columns[poor] = (fraction(share[poor]) & ~mask) | rich;
            share[rich] -= 1 - share[poor];
            if (share[rich] < 1) {
                small[smalls++] = rich;
            } else {
                large[larges++] = rich;
            }
        }
        // What is left has a whole column, up to rounding.
        while (smalls > 0) {
            whole(small[--smalls]);
        }
        while (larges > 0) {
            whole(large[--larges]);
        }
    }

    private void whole(int key) {
        columns[key] = ~mask | key;
    }

    private static long fraction(double part) {
        return (long) (part * 0x1p62) << 2;
    }

    @Override
    long next() {
        long bits = random.nextLong();
        int column = (int) Math.unsignedMultiplyHigh(bits, count);
        long within = bits * count;
        long packed = columns[column];
        return Long.compareUnsigned(within, packed) < 0 ? column : packed & mask;
    }
}
