package roundhouse.caching;

import java.util.Arrays;
import roundhouse.caching.eviction.Residents;
import roundhouse.tables.LongTable;

/**
 * The entries of a cache by slot, in flat arrays that grow until the cache is full and are then used again and again. What is known of an
 * entry stands together, so that it is in one line or two of the processor's cache.
 */
final class KeptEntries implements Residents {
    private static final int SLOTS_AT_FIRST = 16;

    final Cache cache;
    final CacheListener listener;
    private final LongTable index = new LongTable();
    CacheBound bound;
    long nowNanos;
    long bytes;

    /** What an entry has, by its place among the longs of the entry. */
    static final int KEY = 0;

    static final int SIZE = 1;
    static final int VERSION = 2;
    static final int STORED_NANOS = 3;
    static final int USED_NANOS = 4;
    static final int EXPIRES_NANOS = 5;
    /** {@link #KEPT} and {@link #DIRTY}. */
    private static final int STATE = 6;

    static final int NOTE = 7;

    private static final int LONGS_BITS = 3;
    private static final long KEPT = 1;
    private static final long DIRTY = 2;

    private long[] longs = new long[SLOTS_AT_FIRST << LONGS_BITS];

    /** Slots that were given back, the last first. */
    private int[] free = new int[SLOTS_AT_FIRST];

    private int freeCount;
    /** Slots that were ever taken are below this one. */
    private int taken;

    private int size;
    /** Keys that have a note, whether they are here or not. */
    private int notes;

    KeptEntries(Cache cache, CacheBound bound, CacheListener listener) {
        this.cache = cache;
        this.bound = bound;
        this.listener = listener;
    }

    /** The slot of a key, or {@link Cache#NONE}. */
    int find(long key) {
        return (int) Math.max(index.get(key, Cache.NONE), Cache.NONE);
    }

    int slots() {
        return longs.length >> LONGS_BITS;
    }

    /** Slots from 0 below this one may be kept. */
    int taken() {
        return taken;
    }

    /** A slot for a newcomer, to be stored next. */
    int add(long key) {
        int slot = freeCount > 0 ? free[--freeCount] : taken++;
        if (slot == slots()) {
            grow();
        }
        set(slot, KEY, key);
        set(slot, SIZE, 0);
        size++;
        set(slot, NOTE, noteOf(index.replace(key, slot, Cache.NONE)));
        return slot;
    }

    /** What an entry carries begins anew; it is kept from now on. */
    void store(int slot, long sizeBytes) {
        bytes += sizeBytes - get(slot, SIZE);
        set(slot, SIZE, sizeBytes);
        set(slot, VERSION, 0);
        set(slot, STORED_NANOS, nowNanos);
        set(slot, USED_NANOS, nowNanos);
        set(slot, EXPIRES_NANOS, Cache.NEVER);
        set(slot, STATE, KEPT);
    }

    long get(int slot, int what) {
        return longs[(slot << LONGS_BITS) + what];
    }

    void set(int slot, int what, long value) {
        longs[(slot << LONGS_BITS) + what] = value;
    }

    boolean kept(int slot) {
        return (get(slot, STATE) & KEPT) != 0;
    }

    boolean dirty(int slot) {
        return (get(slot, STATE) & DIRTY) != 0;
    }

    void dirty(int slot, boolean dirty) {
        set(slot, STATE, dirty ? get(slot, STATE) | DIRTY : get(slot, STATE) & ~DIRTY);
    }

    /** The note of a key that the index has that for: the numbers below {@link Cache#NONE} are notes, those above slots. */
    private static long noteOf(long indexed) {
        return indexed < Cache.NONE ? Cache.NONE - 1 - indexed : Cache.NONE;
    }

    long note(long key) {
        long indexed = index.get(key, Cache.NONE);
        return indexed > Cache.NONE ? get((int) indexed, NOTE) : noteOf(indexed);
    }

    void note(long key, long note) {
        int slot = find(key);
        if (slot == Cache.NONE) {
            notes += index.replace(key, Cache.NONE - 1 - note, Cache.NONE) == Cache.NONE ? 1 : 0;
        } else {
            noteAt(slot, note);
        }
    }

    void noteAt(int slot, long note) {
        notes += get(slot, NOTE) == Cache.NONE ? 1 : 0;
        set(slot, NOTE, note);
    }

    int notes() {
        return notes;
    }

    void takeNotes(KeptEntries other) {
        for (long key : other.index.keys()) {
            if (other.note(key) != Cache.NONE) {
                note(key, other.note(key));
            }
        }
    }

    void remove(int slot) {
        long note = get(slot, NOTE);
        if (note == Cache.NONE) {
            index.remove(key(slot));
        } else {
            index.put(key(slot), Cache.NONE - 1 - note);
        }
        bytes -= get(slot, SIZE);
        set(slot, STATE, 0);
        size--;
        free[freeCount++] = slot;
    }

    private void grow() {
        longs = Arrays.copyOf(longs, longs.length * 2);
        free = Arrays.copyOf(free, slots());
    }

    @Override
    public long key(int slot) {
        return get(slot, KEY);
    }

    @Override
    public long units(int slot) {
        return bound.unit() == CacheBound.Unit.ENTRIES ? 1 : get(slot, SIZE);
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
        return bound.unit() == CacheBound.Unit.ENTRIES ? bound.most() : slots();
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
        return get(slot, EXPIRES_NANOS);
    }

    @Override
    public void evict(int slot) {
        listener.evicted(cache, slot);
        remove(slot);
    }
}
