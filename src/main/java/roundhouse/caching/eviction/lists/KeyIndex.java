package roundhouse.caching.eviction.lists;

import java.util.Arrays;

/**
 * A map from key to number: open addressing with linear probing over flat arrays, at most half full. Removal moves what follows back, so
 * there are no gravestones and the time of a search does not grow with the age of the map.
 */
public final class KeyIndex {
    /** What {@link #get} answers for a key that is not here. */
    public static final int NONE = -1;

    private static final int PLACES_AT_FIRST = 32;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private long[] keys = new long[PLACES_AT_FIRST];
    private int[] values = filled(PLACES_AT_FIRST);
    private int shift = Long.SIZE - Integer.numberOfTrailingZeros(PLACES_AT_FIRST);
    private int size;

    private static int[] filled(int places) {
        int[] values = new int[places];
        Arrays.fill(values, NONE);
        return values;
    }

    private int home(long key) {
        return (int) (((key ^ (key >>> 32)) * SPREAD) >>> shift);
    }

    /** The place of a key, or the first empty one where it would be. */
    private int place(long key) {
        int mask = keys.length - 1;
        int place = home(key);
        while (values[place] >= 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    public int get(long key) {
        return values[place(key)];
    }

    /** @param value 0 or more */
    public void put(long key, int value) {
        int place = place(key);
        if (values[place] < 0) {
            size++;
            keys[place] = key;
        }
        values[place] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    public void remove(long key) {
        int hole = place(key);
        if (values[hole] < 0) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        int place = (hole + 1) & mask;
        while (values[place] >= 0) {
            int distance = (place - home(keys[place])) & mask;
            if (distance >= ((place - hole) & mask)) {
                keys[hole] = keys[place];
                values[hole] = values[place];
                hole = place;
            }
            place = (place + 1) & mask;
        }
        values[hole] = NONE;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(keys.length);
        shift--;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] >= 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
