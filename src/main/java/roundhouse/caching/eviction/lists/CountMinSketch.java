package roundhouse.caching.eviction.lists;

/**
 * About how often keys were used lately: four counters of 4 bits for each key, in one of four columns of blocks of 16, shared with other
 * keys, of which the least is the answer: never too low, rarely too high. Ten uses for each entry of the cache halve all. 8 bytes an entry
 * of the cache. Cormode, Muthukrishnan: An improved data stream summary, J. Algorithms 55 (2005); the form is that of Caffeine's simulator
 * (CountMin4), counter for counter.
 */
public final class CountMinSketch implements FrequencyCounter {
    private static final int MOST = 15;
    private static final int USES_PER_ENTRY = 10;
    private static final long ODD = 0x1111_1111_1111_1111L;
    private static final long HALVED = 0x7777_7777_7777_7777L;
    /** 128 MiB; beyond so many entries keys share more counters. */
    private static final int MOST_BLOCKS = 1 << 24;

    private static final long SEED_0 = 0xc3a5c85c97cb3127L;
    private static final long SEED_1 = 0xb492b66fbe98f273L;
    private static final long SEED_2 = 0x9ae16a3b2f90404fL;
    private static final long SEED_3 = 0xcbf29ce484222325L;

    private long[] blocks = new long[1];
    private long uses;

    /** Grows to a power of two, in which each key finds its counts again. Never shrinks. */
    @Override
    public void entries(long count) {
        int wanted = count <= 1 ? 1 : (int) Long.highestOneBit(Math.min(count, MOST_BLOCKS) * 2 - 1);
        if (wanted > blocks.length) {
            long[] larger = new long[wanted];
            for (int i = 0; i < wanted; i++) {
                larger[i] = blocks[i & (blocks.length - 1)];
            }
            blocks = larger;
        }
    }

    private static int spread(long key) {
        int x = Long.hashCode(key);
        x = (x ^ (x >>> 16)) * 0x45d9f3b;
        x = (x ^ (x >>> 16)) * 0x45d9f3b;
        return x ^ (x >>> 16);
    }

    private int block(int hash, long seed) {
        long mixed = (hash + seed) * seed;
        mixed += mixed >>> 32;
        return (int) mixed & (blocks.length - 1);
    }

    @Override
    public long frequency(long key) {
        int hash = spread(key);
        int first = (hash & 3) << 4;
        long least = count(block(hash, SEED_0), first);
        least = Math.min(least, count(block(hash, SEED_1), first + 4));
        least = Math.min(least, count(block(hash, SEED_2), first + 8));
        return Math.min(least, count(block(hash, SEED_3), first + 12));
    }

    private long count(int block, int bit) {
        return (blocks[block] >>> bit) & MOST;
    }

    @Override
    public void raise(long key) {
        int hash = spread(key);
        int first = (hash & 3) << 4;
        boolean raised = raise(block(hash, SEED_0), first);
        raised |= raise(block(hash, SEED_1), first + 4);
        raised |= raise(block(hash, SEED_2), first + 8);
        raised |= raise(block(hash, SEED_3), first + 12);
        if (raised) {
            uses++;
            if (uses >= (long) USES_PER_ENTRY * blocks.length) {
                halve();
            }
        }
    }

    private boolean raise(int block, int bit) {
        if (count(block, bit) == MOST) {
            return false;
        }
        blocks[block] += 1L << bit;
        return true;
    }

    private void halve() {
        long odd = 0;
        for (int i = 0; i < blocks.length; i++) {
            odd += Long.bitCount(blocks[i] & ODD);
            blocks[i] = (blocks[i] >>> 1) & HALVED;
        }
        uses = (uses - odd / 4) / 2;
    }
}
