package roundhouse.storage.tables;

import java.util.ArrayList;
import java.util.List;
import roundhouse.tables.LongTable;

/**
 * Things by numbers.
 *
 * @param <T> the things
 */
public final class ObjectTable<T> {
    private final LongTable places = new LongTable();
    private final List<T> things = new ArrayList<>();

    /** What is under a key, or something else where nothing is. */
    public T getOr(long key, T nothing) {
        long place = places.get(key, 0);
        return place == 0 ? nothing : things.get((int) place - 1);
    }

    public void put(long key, T thing) {
        long place = places.get(key, 0);
        if (place == 0) {
            things.add(thing);
            places.put(key, things.size());
        } else {
            things.set((int) place - 1, thing);
        }
    }

    /** The keys that are there, in ascending order. */
    public long[] keys() {
        return places.keys();
    }
}
