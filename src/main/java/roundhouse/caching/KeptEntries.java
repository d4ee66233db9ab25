package roundhouse.caching;

import java.util.Arrays;
import roundhouse.caching.eviction.Residents;
import roundhouse.caching.eviction.lists.KeyIndex;

/** The entries of a cache by slot, in flat arrays that grow until the cache is full and are then used again and again. */
final class KeptEntries implements Residents {
    private static final int SLOTS_AT_FIRST = 16;

    final Cache cache;
    final CacheListener listener;
    final KeyIndex index = new KeyIndex();
    CacheBound bound;
    long nowNanos;
    long bytes;

    long[] keys = new long[SLOTS_AT_FIRST];
    long[] sizes = new long[SLOTS_AT_FIRST];
    long[] versions = new long[SLOTS_AT_FIRST];
    long[] stored = new long[SLOTS_AT_FIRST];
    long[] used = new long[SLOTS_AT_FIRST];
    long[] expires = new long[SLOTS_AT_FIRST];
    boolean[] dirty = new boolean[SLOTS_AT_FIRST];
    boolean[] kept = new boolean[SLOTS_AT_FIRST];

    /** Slots that were given back, the last first. */
    private int[] free = new int[SLOTS_AT_FIRST];

    private int freeCount;
    /** Slots that were ever taken are below this one. */
    private int taken;

    private int size;

    KeptEntries(Cache cache, CacheBound bound, CacheListener listener) {
        this.cache = cache;
        this.bound = bound;
        this.listener = listener;
    }

    int slots() {
        return keys.length;
    }

    /** Slots from 0 below this one may be kept. */
    int taken() {
        return taken;
    }

    /** A slot for a newcomer, which is kept from now on. */
    int add(long key) {
        int slot = freeCount > 0 ? free[--freeCount] : taken++;
        if (slot == keys.length) {
            grow();
        }
        keys[slot] = key;
        sizes[slot] = 0;
        kept[slot] = true;
        size++;
        index.put(key, slot);
        return slot;
    }

    /** What an entry carries begins anew. */
    void store(int slot, long sizeBytes) {
        bytes += sizeBytes - sizes[slot];
        sizes[slot] = sizeBytes;
        versions[slot] = 0;
        stored[slot] = nowNanos;
        used[slot] = nowNanos;
        expires[slot] = Cache.NEVER;
        dirty[slot] = false;
    }

    void remove(int slot) {
        index.remove(keys[slot]);
        bytes -= sizes[slot];
        kept[slot] = false;
        size--;
        free[freeCount++] = slot;
    }

    private void grow() {
        int slots = keys.length * 2;
        keys = Arrays.copyOf(keys, slots);
        sizes = Arrays.copyOf(sizes, slots);
        versions = Arrays.copyOf(versions, slots);
        stored = Arrays.copyOf(stored, slots);
        used = Arrays.copyOf(used, slots);
        expires = Arrays.copyOf(expires, slots);
        dirty = Arrays.copyOf(dirty, slots);
        kept = Arrays.copyOf(kept, slots);
        free = Arrays.copyOf(free, slots);
    }

    @Override
    public long key(int slot) {
        return keys[slot];
    }

    @Override
    public long units(int slot) {
        return bound.unitsOf(sizes[slot]);
    }

    @Override
    public long usedUnits() {
        return bound.unit() == CacheBound.Unit.ENTRIES ? size : bytes;
    }

    @Override
    public long capacity() {
        return bound.most();
    }

    @Override
    public long entriesWhenFull() {
        return bound.unit() == CacheBound.Unit.ENTRIES ? bound.most() : keys.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public long expiresNanos(int slot) {
        return expires[slot];
    }

    @Override
    public void evict(int slot) {
        listener.evicted(cache, slot);
        remove(slot);
    }
}
