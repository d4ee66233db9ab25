package roundhouse.tables;

import java.util.Arrays;

/**
 * A number for each of some keys, both {@code long}. Keys that are counted from somewhere, as most are, have their numbers side by side in
 * an array, which is as long as it can be a quarter full (Lua 5's tables: Ierusalimschy et al.: The implementation of Lua 5.0, 2005, section
 * 4); the others are in an open-addressing table with linear probing, half full at most, where removal closes the gap, so that it never fills
 * with graves. It grows by doubling and makes nothing else. Constant time on average.
 */
public final class LongTable {
    private static final int FIRST_SIZE = 16;
    /** 2^64 divided by the golden ratio: spreads neighbouring keys over the upper bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** The number of no key. */
    private static final long EMPTY = Long.MIN_VALUE;
    /** The array begins at the first key that ever was put, with so many of its lowest bits 0. */
    private static final int COUNTED_BITS = 32;

    private static final int MOST_COUNTED_BITS = 28;

    /** The numbers of {@link #first} and the keys after it. */
    private long[] counted = {};

    private long first;
    private int countedSize;

    /** The other keys, each with its number. */
    private long[] others = empty(2 * FIRST_SIZE);

    private int othersSize;

    public LongTable() {}

    private LongTable(LongTable other) {
        counted = other.counted.clone();
        first = other.first;
        countedSize = other.countedSize;
        others = other.others.clone();
        othersSize = other.othersSize;
    }

    private static long[] empty(int length) {
        long[] numbers = new long[length];
        Arrays.fill(numbers, EMPTY);
        return numbers;
    }

    /** What is there for the key, or {@code missing}. */
    public long get(long key, long missing) {
        long place = key - first;
        long value = place >= 0 && place < counted.length ? counted[(int) place] : others[find(key) + 1];
        return value == EMPTY ? missing : value;
    }

    public boolean contains(long key) {
        return get(key, EMPTY) != EMPTY;
    }

    /** Puts a number, any but {@link Long#MIN_VALUE}. */
    public void put(long key, long value) {
        replace(key, value, 0);
    }

    /** The same; returns what was there before, or {@code missing}. */
    public long replace(long key, long value, long missing) {
        if (value == EMPTY) {
            throw new IllegalArgumentException("that number stands for none");
        }
        long place = key - first;
        if (place < 0 || place >= counted.length) {
            return replaceOther(key, value, missing);
        }
        long before = counted[(int) place];
        counted[(int) place] = value;
        if (before == EMPTY) {
            countedSize++;
            return missing;
        }
        return before;
    }

    private long replaceOther(long key, long value, long missing) {
        int at = find(key);
        long before = others[at + 1];
        if (before != EMPTY) {
            others[at + 1] = value;
            return before;
        }
        if (4 * (othersSize + 1) > others.length) {
            grow();
            return replace(key, value, missing);
        }
        if (size() == 0 && counted.length == 0) {
            first = key & -(1L << COUNTED_BITS);
        }
        others[at] = key;
        others[at + 1] = value;
        othersSize++;
        return missing;
    }

    /** Whether it was there. */
    public boolean remove(long key) {
        return remove(key, EMPTY) != EMPTY;
    }

    /** Takes the key out. Returns what was there, or {@code missing}. */
    public long remove(long key, long missing) {
        long place = key - first;
        boolean isCounted = place >= 0 && place < counted.length;
        int at = isCounted ? (int) place : find(key) + 1;
        long value = isCounted ? counted[at] : others[at];
        if (value == EMPTY) {
            return missing;
        }
        if (isCounted) {
            counted[at] = EMPTY;
            countedSize--;
        } else {
            close(at - 1);
            othersSize--;
        }
        return value;
    }

    private void close(int from) {
        int gap = from;
        int mask = others.length - 1;
        for (int at = (gap + 2) & mask; others[at + 1] != EMPTY; at = (at + 2) & mask) {
            // What is found only by passing over the gap moves into it.
            if (((at - home(others[at])) & mask) >= ((at - gap) & mask)) {
                others[gap] = others[at];
                others[gap + 1] = others[at + 1];
                gap = at;
            }
        }
        others[gap + 1] = EMPTY;
    }

    public void clear() {
        Arrays.fill(counted, EMPTY);
        Arrays.fill(others, EMPTY);
        countedSize = 0;
        othersSize = 0;
    }

    public int size() {
        return countedSize + othersSize;
    }

    /** Another table with the same in it. */
    public LongTable copy() {
        return new LongTable(this);
    }

    /** The keys that are there, in ascending order. */
    public long[] keys() {
        long[] all = new long[size()];
        int found = 0;
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] != EMPTY) {
                all[found++] = first + i;
            }
        }
        for (int i = 0; i < others.length; i += 2) {
            if (others[i + 1] != EMPTY) {
                all[found++] = others[i];
            }
        }
        Arrays.sort(all);
        return all;
    }

    private int home(long key) {
        return (int) ((key * SPREAD) >>> (Long.numberOfLeadingZeros(others.length) + 2)) << 1;
    }

    /** Where the key is among the others, or would be. */
    private int find(long key) {
        int mask = others.length - 1;
        int at = home(key);
        while (others[at + 1] != EMPTY && others[at] != key) {
            at = (at + 2) & mask;
        }
        return at;
    }

    /** There are too many others: those that can be counted are, and if that leaves too many there is room for twice as many. */
    private void grow() {
        long[] old = others;
        int length = countable();
        if (length > counted.length) {
            int before = counted.length;
            counted = Arrays.copyOf(counted, length);
            Arrays.fill(counted, before, length, EMPTY);
        }
        int left = 0;
        for (int i = 0; i < old.length; i += 2) {
            left += old[i + 1] != EMPTY && !isCounted(old[i]) ? 1 : 0;
        }
        others = empty(8 * left > old.length ? 2 * old.length : old.length);
        othersSize = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != EMPTY) {
                replace(old[i], old[i + 1], 0);
            }
        }
    }

    private boolean isCounted(long key) {
        long place = key - first;
        return place >= 0 && place < counted.length;
    }

    /** The longest array of which more than a quarter would be in use, a power of two. */
    private int countable() {
        int[] byBits = new int[MOST_COUNTED_BITS + 1];
        byBits[bits(counted.length)] += countedSize;
        for (int i = 0; i < others.length; i += 2) {
            long place = others[i] - first;
            if (others[i + 1] != EMPTY && place >= 0 && place < 1L << MOST_COUNTED_BITS) {
                byBits[bits(place + 1)]++;
            }
        }
        int length = 0;
        int below = 0;
        for (int bits = 0; bits <= MOST_COUNTED_BITS; bits++) {
            below += byBits[bits];
            if (below > 1 << bits >> 2) {
                length = 1 << bits;
            }
        }
        return length;
    }

    /** The least power of two that is not below a number. */
    private static int bits(long number) {
        return number == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(number - 1);
    }
}
