package roundhouse.caching.eviction.lists;

import java.util.Arrays;

/** How often each key was seen, exactly, with a place for every key ever counted that has not been halved away. */
public final class KeyCounts {
    private final KeyIndex index = new KeyIndex();
    private long[] keys = new long[16];
    private long[] counts = new long[16];
    private int size;

    public long count(long key) {
        int place = index.get(key);
        return place < 0 ? 0 : counts[place];
    }

    /** One more; answers how many there are now. */
    public long raise(long key) {
        int place = index.get(key);
        if (place < 0) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            place = size++;
            keys[place] = key;
            counts[place] = 0;
            index.put(key, place);
        }
        return ++counts[place];
    }

    /** What was seen of a key counts no more. */
    public void forget(long key) {
        int place = index.get(key);
        if (place >= 0) {
            drop(place);
        }
    }

    /** Halves all, rounding down, and forgets those of which nothing is left. */
    public void halve() {
        for (int place = size - 1; place >= 0; place--) {
            counts[place] /= 2;
            if (counts[place] == 0) {
                drop(place);
            }
        }
    }

    /** The last takes the place of one that goes. */
    private void drop(int place) {
        index.remove(keys[place]);
        size--;
        if (place < size) {
            keys[place] = keys[size];
            counts[place] = counts[size];
            index.put(keys[place], place);
        }
    }
}
