package roundhouse.caching.eviction.lists;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Keys that left a cache and are remembered for a while, with the units they had, in the order in which they left. */
public final class GhostList {
    private final KeyIndex index = new KeyIndex();
    private final SlotLists order = new SlotLists(1);
    private long[] keys = new long[0];
    private long[] units = new long[0];
    private int[] free = new int[0];
    private int freeCount;
    private int taken;

    public boolean contains(long key) {
        return index.get(key) >= 0;
    }

    public boolean isEmpty() {
        return order.isEmpty(0);
    }

    public long units() {
        return order.units(0);
    }

    public void append(long key, long itsUnits) {
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
    public boolean remove(long key) {
        int place = index.get(key);
        if (place < 0) {
            return false;
        }
        index.remove(key);
        order.remove(place, units[place]);
        free[freeCount++] = place;
        return true;
    }

    public void dropOldest() {
        remove(keys[order.oldest(0)]);
    }

    /** Forgets the oldest until no more than so many units are remembered. */
    public void trim(long limit) {
        while (units() > limit) {
            dropOldest();
        }
    }

    /** Hands on the keys, the one that left last first. */
    public void forEach(LongConsumer each) {
        for (int place = order.newest(0); place != SlotLists.NONE; place = order.older(place)) {
            each.accept(keys[place]);
        }
    }
}
