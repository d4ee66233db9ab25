package roundhouse.caching.eviction.lists;

/**
 * About how often keys were used lately, as the library Caffeine counts it: four counters of 4 bits for each key, all in one block of 64
 * bytes, of which the least is the answer. Knows nothing before it is told for how many entries it is; forgets all when those become more
 * than it has room for. Ten uses for each entry, of at least 256, halve all. 8 bytes an entry. Source: Caffeine 3.3.1,
 * FrequencySketch.java.
 */
public final class BlockedSketch implements FrequencyCounter {
    private static final int FEWEST = 256;
    private static final int MOST_ENTRIES = 1 << 24;
    private static final int USES_PER_ENTRY = 10;
    private static final int MOST = 15;
    private static final int WORDS_OF_BLOCK = 8;
    private static final int ROWS = 4;
    private static final long ODD = 0x1111_1111_1111_1111L;
    private static final long HALVED = 0x7777_7777_7777_7777L;

    private long[] words = {};
    private int lastBlock;
    private int uses;
    private int usesToHalve;

    @Override
    public void entries(long count) {
        int wanted = Math.clamp(count, FEWEST, MOST_ENTRIES);
        usesToHalve = USES_PER_ENTRY * wanted;
        if (wanted > words.length) {
            words = new long[Integer.highestOneBit(wanted * 2 - 1)];
            lastBlock = words.length / WORDS_OF_BLOCK - 1;
            uses = 0;
        } else {
            uses = Math.min(uses, usesToHalve - 1);
        }
    }

    /** Whether it counts. */
    public boolean counts() {
        return words.length > 0;
    }

    /** After so many uses all is halved. */
    public int usesToHalve() {
        return usesToHalve;
    }

    private static int block(long key) {
        int x = Long.hashCode(key);
        x = (x ^ (x >>> 17)) * 0xed5ad4bb;
        x = (x ^ (x >>> 11)) * 0xac4c1b51;
        return x ^ (x >>> 15);
    }

    private static int counters(int block) {
        int x = block * 0x31848bab;
        return x ^ (x >>> 14);
    }

    /** Where the word is that has the row's counter. */
    private int word(int block, int counters, int row) {
        return (block & lastBlock) * WORDS_OF_BLOCK + row * 2 + (counters >>> (row * 8) & 1);
    }

    /** Where in its word the row's counter begins, in bits. */
    private static int bit(int counters, int row) {
        return (counters >>> (row * 8 + 1) & 15) * 4;
    }

    @Override
    public long frequency(long key) {
        if (!counts()) {
            return 0;
        }
        int block = block(key);
        int counters = counters(block);
        long least = MOST;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, words[word(block, counters, row)] >>> bit(counters, row) & MOST);
        }
        return least;
    }

    @Override
    public void raise(long key) {
        if (!counts()) {
            return;
        }
        int block = block(key);
        int counters = counters(block);
        boolean raised = false;
        for (int row = 0; row < ROWS; row++) {
            int word = word(block, counters, row);
            int bit = bit(counters, row);
            if ((words[word] >>> bit & MOST) < MOST) {
                words[word] += 1L << bit;
                raised = true;
            }
        }
        if (raised && ++uses == usesToHalve) {
            halve();
        }
    }

    private void halve() {
        long odd = 0;
        for (int i = 0; i < words.length; i++) {
            odd += Long.bitCount(words[i] & ODD);
            words[i] = (words[i] >>> 1) & HALVED;
        }
        uses = (int) Math.max(0, (uses - odd / 4) / 2);
    }
}
