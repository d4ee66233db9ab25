package roundhouse.caching.eviction;

import java.util.Arrays;

/** Keys that left a cache and are remembered for a while, with the units they had, in the order in which they left. */
final class GhostList {
    private final KeyIndex index = new KeyIndex();
    private final SlotLists order = new SlotLists(1);
    private long[] keys = new long[0];
    private long[] units = new long[0];
    private int[] free = new int[0];
    private int freeCount;
    private int taken;

    boolean contains(long key) {
        return index.get(key) >= 0;
    }

    boolean isEmpty() {
        return order.isEmpty(0);
    }

    long units() {
        return order.units(0);
    }

    void append(long key, long itsUnits) {
        int place = freeCount > 0 ? free[--freeCount] : taken++;
        if (place == keys.length) {
            int places = Math.max(16, place * 2);
            keys = Arrays.copyOf(keys, places);
            units = Arrays.copyOf(units, places);
            free = Arrays.copyOf(free, places);
            order.slots(places);
        }
        keys[place] = key;
        units[place] = itsUnits;
        index.put(key, place);
        order.append(0, place, itsUnits);
    }

    /** Forgets a key; says whether it was remembered. */
    boolean remove(long key) {
        int place = index.get(key);
        if (place < 0) {
            return false;
        }
        index.remove(key);
        order.remove(place, units[place]);
        free[freeCount++] = place;
        return true;
    }

    void dropOldest() {
        remove(keys[order.oldest(0)]);
    }

    /** Forgets the oldest until no more than so many units are remembered. */
    void trim(long limit) {
        while (units() > limit) {
            dropOldest();
        }
    }

    void describe(String name, CacheLists out) {
        out.list(name);
        for (int place = order.newest(0); place != SlotLists.NONE; place = order.older(place)) {
            out.key(keys[place]);
        }
    }
}
