package roundhouse.simulation;

import java.util.Arrays;
import roundhouse.kernel.Mix;
import roundhouse.topology.SessionState;

/**
 * The sessions whose state one server holds, and what became of others. A session is used with each of its requests; one that is
 * unused for its life is forgotten, which loses nothing that anybody misses.
 *
 * <p>Chained hashing in flat arrays with the sessions in a list by last use: constant time, and no allocation once the arrays have
 * grown to their use.
 */
final class SessionTable {
    private static final int NIL = -1;

    /** Sessions that a crash or a removal took. */
    long lost;
    /** Requests of sessions begun before, whose state was not here: left behind at another server, or lost. */
    long missed;

    private long life;
    private long bytesEach;
    private int[] buckets = new int[16];
    private long[] sessions = new long[16];
    private long[] used = new long[16];
    private int[] chain = new int[16];
    private int[] newer = new int[16];
    private int[] older = new int[16];
    private int newest = NIL;
    private int oldest = NIL;
    private int free = NIL;
    private int slots;
    private int size;

    SessionTable(SessionState state) {
        Arrays.fill(buckets, NIL);
        become(state);
    }

    /** From now on sessions live so long and are so large. */
    void become(SessionState state) {
        life = Durations.nanos(state.life());
        bytesEach = state.bytes();
    }

    /**
     * A request of the session is served at that time; if the session is not held it begins here.
     *
     * @param starts whether nobody knows the session yet, so that nothing is missed
     * @return whether its state was here
     */
    boolean use(long session, boolean starts, long now) {
        expire(now);
        int slot = slotOf(session);
        if (slot != NIL) {
            unlink(slot);
            link(slot, now);
            return true;
        }
        slot = newSlot();
        sessions[slot] = session;
        int bucket = bucketOf(session);
        chain[slot] = buckets[bucket];
        buckets[bucket] = slot;
        size++;
        link(slot, now);
        if (!starts) {
            missed++;
        }
        return false;
    }

    /** Sessions held at that time. */
    int held(long now) {
        expire(now);
        return size;
    }

    /** Memory that those take. */
    long bytes(long now) {
        return held(now) * bytesEach;
    }

    /** Everything is gone. Returns how many sessions that were. */
    int lose(long now) {
        int gone = held(now);
        lost += gone;
        Arrays.fill(buckets, NIL);
        newest = NIL;
        oldest = NIL;
        free = NIL;
        slots = 0;
        size = 0;
        return gone;
    }

    private void expire(long now) {
        while (oldest != NIL && now - used[oldest] >= life) {
            forget(oldest);
        }
    }

    private void forget(int slot) {
        unlink(slot);
        int bucket = bucketOf(sessions[slot]);
        if (buckets[bucket] == slot) {
            buckets[bucket] = chain[slot];
        } else {
            int before = buckets[bucket];
            while (chain[before] != slot) {
                before = chain[before];
            }
            chain[before] = chain[slot];
        }
        chain[slot] = free;
        free = slot;
        size--;
    }

    private int slotOf(long session) {
        int slot = buckets[bucketOf(session)];
        while (slot != NIL && sessions[slot] != session) {
            slot = chain[slot];
        }
        return slot;
    }

    private int bucketOf(long session) {
        return (int) Mix.mix(session) & buckets.length - 1;
    }

    private void link(int slot, long now) {
        used[slot] = now;
        older[slot] = newest;
        newer[slot] = NIL;
        if (newest == NIL) {
            oldest = slot;
        } else {
            newer[newest] = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        if (older[slot] == NIL) {
            oldest = newer[slot];
        } else {
            newer[older[slot]] = newer[slot];
        }
        if (newer[slot] == NIL) {
            newest = older[slot];
        } else {
            older[newer[slot]] = older[slot];
        }
    }

    private int newSlot() {
        if (free != NIL) {
            int slot = free;
            free = chain[slot];
            return slot;
        }
        if (slots == sessions.length) {
            grow(2 * slots);
        }
        return slots++;
    }

    private void grow(int length) {
        sessions = Arrays.copyOf(sessions, length);
        used = Arrays.copyOf(used, length);
        chain = Arrays.copyOf(chain, length);
        newer = Arrays.copyOf(newer, length);
        older = Arrays.copyOf(older, length);
        buckets = new int[length];
        Arrays.fill(buckets, NIL);
        // Nothing is free while the table grows, so every slot is in a chain.
        for (int slot = 0; slot < slots; slot++) {
            int bucket = bucketOf(sessions[slot]);
            chain[slot] = buckets[bucket];
            buckets[bucket] = slot;
        }
    }
}
