package roundhouse.caching.eviction.lists;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Slots in a hash table of chains as Redis keeps its keys, so that a sample of them is one as Redis takes it: neighbours, from a bucket
 * drawn by chance on, the newest of a chain first. There are as many buckets as the next power of two holds entries. Source: redis 7.0,
 * src/dict.c, dictGetSomeKeys.
 */
public final class ChainedSlots {
    private static final int NONE = -1;
    private static final int FEWEST = 4;
    /** So many empty buckets in a row, and more than are wanted, and it goes on elsewhere. */
    private static final int EMPTY = 5;

    private static final int STEPS_EACH = 10;

    private int[] heads = new int[FEWEST];
    private int[] next = {};
    private long[] hashes = {};
    private boolean[] there = {};
    private int[] sample = {};
    private int size;

    public ChainedSlots() {
        Arrays.fill(heads, NONE);
    }

    public void slots(int count) {
        next = Arrays.copyOf(next, count);
        hashes = Arrays.copyOf(hashes, count);
        there = Arrays.copyOf(there, count);
    }

    public int size() {
        return size;
    }

    /** @param hash that of its key */
    public void add(int slot, long hash) {
        if (size == heads.length) {
            grow();
        }
        hashes[slot] = hash;
        there[slot] = true;
        size++;
        link(slot);
    }

    private void link(int slot) {
        int bucket = (int) hashes[slot] & (heads.length - 1);
        next[slot] = heads[bucket];
        heads[bucket] = slot;
    }

    private void grow() {
        heads = new int[heads.length * 2];
        Arrays.fill(heads, NONE);
        for (int slot = 0; slot < there.length; slot++) {
            if (there[slot]) {
                link(slot);
            }
        }
    }

    public void remove(int slot) {
        int bucket = (int) hashes[slot] & (heads.length - 1);
        int at = heads[bucket];
        if (at == slot) {
            heads[bucket] = next[slot];
        } else {
            while (next[at] != slot) {
                at = next[at];
            }
            next[at] = next[slot];
        }
        there[slot] = false;
        size--;
    }

    public boolean contains(int slot) {
        return there[slot];
    }

    /** Takes a sample; returns how many it has, which may be fewer where many buckets are empty. {@link #sampled} tells them. */
    public int sample(int wanted, RandomGenerator random) {
        if (sample.length < wanted) {
            sample = new int[wanted];
        }
        int most = Math.min(wanted, size);
        int count = 0;
        int empty = 0;
        int bucket = random.nextInt(heads.length);
        for (int steps = most * STEPS_EACH; steps > 0 && count < most; steps--) {
            if (heads[bucket] == NONE) {
                empty++;
                if (empty >= EMPTY && empty > most) {
                    bucket = random.nextInt(heads.length);
                    empty = 0;
                    continue;
                }
            } else {
                empty = 0;
            }
            for (int slot = heads[bucket]; slot != NONE && count < most; slot = next[slot]) {
                sample[count++] = slot;
            }
            bucket = (bucket + 1) & (heads.length - 1);
        }
        return count;
    }

    public int sampled(int i) {
        return sample[i];
    }

    /** Hands out every slot, in the order of their numbers. */
    public int nextAfter(int slot) {
        for (int at = slot + 1; at < there.length; at++) {
            if (there[at]) {
                return at;
            }
        }
        return NONE;
    }
}
