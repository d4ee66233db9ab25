package roundhouse.caching;

import java.util.random.RandomGenerator;
import roundhouse.caching.eviction.Eviction;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.caching.eviction.EvictionReason;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * A bounded map from key to entry. The time of an access is given by the caller, in ns since the run began, and never read from a
 * clock; an entry that has expired stays until the caller removes it. A slot names an entry while it is kept, and is used again after.
 * Nothing is allocated once as many entries have been kept as ever will be.
 */
public final class Cache {
    /** No slot. */
    public static final int NONE = -1;
    /** An entry that never expires. */
    public static final long NEVER = Long.MAX_VALUE;

    private final KeptEntries entries;
    private final Eviction eviction;
    private int slots;

    /**
     * @param policy what leaves when the cache is full
     * @param bound how much it may hold
     * @param random what a policy that draws is given
     * @param listener who is told of evictions
     */
    public Cache(EvictionPolicy policy, CacheBound bound, RandomGenerator random, CacheListener listener) {
        entries = new KeptEntries(this, bound, listener);
        eviction = policy.create(entries, random);
        eviction.capacity(bound.most());
        slots = entries.slots();
        eviction.slots(slots);
    }

    /** The slot of a key, or {@link #NONE}. Changes nothing and is no access. */
    public int find(long key) {
        return entries.find(key);
    }

    /** An access: the slot of the key, which the policy is told was used, or {@link #NONE}. */
    public int get(long key, long nowNanos) {
        int slot = entries.find(key);
        if (slot >= 0) {
            entries.nowNanos = nowNanos;
            entries.set(slot, KeptEntries.USED_NANOS, nowNanos);
            eviction.hit(slot);
        }
        return slot;
    }

    /**
     * Keeps a newcomer, for which others may have to leave, or a new value of a key that is here, which counts as a use of it. Version,
     * expiry and dirtiness begin anew.
     *
     * @return the slot; {@link #NONE} if it was not kept: larger than the whole cache, or not let in by the policy
     */
    public int put(long key, long nowNanos, long sizeBytes) {
        entries.nowNanos = nowNanos;
        int slot = entries.find(key);
        boolean fits = entries.bound.unitsOf(sizeBytes) <= entries.bound.most();
        if (slot >= 0) {
            if (fits) {
                replace(slot, sizeBytes);
            } else {
                eviction.removed(slot);
                entries.evict(slot);
            }
        } else if (fits) {
            slot = entries.add(key);
            if (slots != entries.slots()) {
                slots = entries.slots();
                eviction.slots(slots);
            }
            entries.store(slot, sizeBytes);
            eviction.inserted(slot);
        }
        return slot >= 0 && entries.kept(slot) ? slot : NONE;
    }

    private void replace(int slot, long sizeBytes) {
        long before = entries.units(slot);
        entries.store(slot, sizeBytes);
        long more = entries.units(slot) - before;
        if (more != 0) {
            eviction.resized(slot, more);
        }
        eviction.hit(slot);
        eviction.shrink();
    }

    /** Takes an entry out that is no longer true or no longer wanted; says whether it was there. The listener is not told. */
    public boolean remove(long key) {
        int slot = entries.find(key);
        if (slot < 0) {
            return false;
        }
        eviction.removed(slot);
        entries.remove(slot);
        return true;
    }

    /** Takes all entries out. The listener is not told. What a policy remembers of keys that left stays. */
    public void clear() {
        for (int slot = 0; slot < entries.taken(); slot++) {
            if (entries.kept(slot)) {
                eviction.removed(slot);
                entries.remove(slot);
            }
        }
    }

    /**
     * Another bound in the same unit, down to which entries are evicted at once.
     *
     * @throws IllegalArgumentException if the unit is another
     */
    public void resize(CacheBound bound) {
        if (bound.unit() != entries.bound.unit()) {
            throw new IllegalArgumentException("a cache bounded by " + entries.bound.unit() + " stays so");
        }
        entries.bound = bound;
        eviction.capacity(bound.most());
        eviction.shrink();
    }

    /** What was noted of a key, whether it is here or not; {@link #NONE} for nothing. */
    public long note(long key) {
        return entries.note(key);
    }

    /** Notes a number, 0 or more, of a key, for as long as the cache is there. */
    public void note(long key, long note) {
        entries.note(key, note);
    }

    /** The same of the key that is in that slot. */
    public long noteAt(int slot) {
        return entries.get(slot, KeptEntries.NOTE);
    }

    /** Notes a number, 0 or more, of the key that is in that slot. */
    public void noteAt(int slot, long note) {
        entries.noteAt(slot, note);
    }

    /** How many keys have a note. */
    public int notes() {
        return entries.notes();
    }

    /** Takes over the notes of another one. */
    public void takeNotes(Cache other) {
        entries.takeNotes(other.entries);
    }

    public int size() {
        return entries.size();
    }

    /** Bytes of all values. */
    public long bytes() {
        return entries.bytes;
    }

    public CacheBound bound() {
        return entries.bound;
    }

    /** Slots of entries are below this one; {@link #kept} says which of them hold one. */
    public int slots() {
        return entries.taken();
    }

    public boolean kept(int slot) {
        return entries.kept(slot);
    }

    public long key(int slot) {
        return entries.get(slot, KeptEntries.KEY);
    }

    /** Bytes of the value. */
    public long bytes(int slot) {
        return entries.get(slot, KeptEntries.SIZE);
    }

    public long version(int slot) {
        return entries.get(slot, KeptEntries.VERSION);
    }

    public void version(int slot, long version) {
        entries.set(slot, KeptEntries.VERSION, version);
    }

    /** When it was put. */
    public long storedNanos(int slot) {
        return entries.get(slot, KeptEntries.STORED_NANOS);
    }

    /** When it was last put or got. */
    public long usedNanos(int slot) {
        return entries.get(slot, KeptEntries.USED_NANOS);
    }

    /** When it expires, {@link #NEVER} if it does not. */
    public long expiresNanos(int slot) {
        return entries.get(slot, KeptEntries.EXPIRES_NANOS);
    }

    public void expires(int slot, long nanos) {
        entries.set(slot, KeptEntries.EXPIRES_NANOS, nanos);
    }

    /** Whether it holds what no store has yet. */
    public boolean dirty(int slot) {
        return entries.dirty(slot);
    }

    public void dirty(int slot, boolean dirty) {
        entries.dirty(slot, dirty);
    }

    /** Why the policy throws that entry out; to be asked by a listener that is told of it, and then only. Changes nothing. */
    public EvictionReason whyEvicted(int slot) {
        return eviction.why(slot);
    }

    /** The policy's own lists in order, for who draws them. */
    public void describe(ListVisitor out) {
        eviction.describe(out);
    }
}
