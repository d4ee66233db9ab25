package roundhouse.simulation.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.tables.LongTable;

/**
 * Which version of each key is the newest, when each was written and by whom. Versions are counted over the whole run, so that each
 * write has one of its own; version 0 of a key was there from the beginning. A stamp is a version with the number of its dataset, which
 * is a store, or all servers together that keep their data themselves.
 *
 * <p>Constant time. The newest {@link #REMEMBERED} writes are remembered: the age of what an earlier one made stale is at least what is
 * said of it.
 */
public final class KeyVersions {
    /** No version. */
    public static final long NOTHING = -1;
    /** What is said of the age of a value that is the newest. */
    public static final long FRESH = -1;

    /** The dataset of servers that keep their data themselves. */
    public static final int OF_SERVERS = 0;

    static final int REMEMBERED = 1 << 20;
    /** Of so many writes that overlap the first is looked for that came after all of another. */
    private static final int MOST_OVERLAPPING = 1_000;

    private static final int DATASET_BITS = 40;
    private static final long VERSION_MASK = (1L << DATASET_BITS) - 1;
    private static final byte ACKNOWLEDGED = 1;
    private static final byte GONE = 2;

    private final Map<String, Integer> datasets = new LinkedHashMap<>();
    private final LongTable firsts = new LongTable();
    private final LongTable newest = new LongTable();
    private long[] writtenNanos = new long[1_024];
    private long[] nexts = new long[1_024];
    private long[] writers = new long[1_024];
    private byte[] states = new byte[1_024];
    /** A bit for each remembered version: there is a newer one of its key. */
    private long[] superseded = new long[1_024 >> 6];
    /** When those began that take effect later; empty while none does. */
    private long[] begunNanos = {};

    private long last;
    private long lostAcknowledged;

    /** The number of the store's dataset; the same for the same id. */
    public int dataset(String store) {
        return datasets.computeIfAbsent(store, _ -> datasets.size() + 1);
    }

    /** Whether there is a dataset of that number. */
    public boolean isDataset(int number) {
        return number >= 0 && number <= datasets.size();
    }

    /** The greatest number of a dataset. */
    public int lastDataset() {
        return datasets.size();
    }

    /** The first version of any key of a dataset. */
    public static long initial(int dataset) {
        return (long) dataset << DATASET_BITS;
    }

    /** The dataset of a version. */
    public static int dataset(long stamp) {
        return (int) (stamp >>> DATASET_BITS);
    }

    /** A version without its dataset. */
    public static long version(long stamp) {
        return stamp & VERSION_MASK;
    }

    /** A key of a dataset, as one number. */
    public static long keyOf(int dataset, long key) {
        return (long) dataset << DATASET_BITS | key;
    }

    /** A key is written. Returns the stamp of what it is from now on. */
    public long write(int dataset, long key, long nowNanos, long writer) {
        long version = add(writer);
        link(keyOf(dataset, key), version, nowNanos);
        return initial(dataset) | version;
    }

    /**
     * A write begins that takes effect when it is first {@linkplain #known known} to have been done, if ever. Returns its stamp. Where
     * writes overlap nobody can say which was first: none of them makes the other one old.
     */
    public long begin(int dataset, long nowNanos, long writer) {
        long version = add(writer);
        if (begunNanos.length == 0) {
            begunNanos = new long[writtenNanos.length];
        }
        int at = at(version);
        begunNanos[at] = nowNanos;
        writtenNanos[at] = Long.MAX_VALUE;
        return initial(dataset) | version;
    }

    /** Somebody was told that this version is there: its write was acknowledged, or the value was read. */
    public void known(long key, long stamp, long nowNanos) {
        long version = version(stamp);
        if (isRemembered(version) && writtenNanos[at(version)] == Long.MAX_VALUE) {
            link(keyOf(dataset(stamp), key), version, nowNanos);
        }
    }

    /** Whether the one version was there for sure before the write of the other began. */
    public boolean precedes(long one, long other) {
        long version = version(one);
        long later = version(other);
        if (version >= later || version == 0 || begunNanos.length == 0 || !isRemembered(version)) {
            return version < later;
        }
        long begun = begunNanos[at(later)];
        return begun == 0 || writtenNanos[at(version)] < begun;
    }

    private long add(long writer) {
        long version = ++last;
        if (version >= writtenNanos.length && writtenNanos.length < REMEMBERED) {
            int size = writtenNanos.length * 2;
            writtenNanos = Arrays.copyOf(writtenNanos, size);
            nexts = Arrays.copyOf(nexts, size);
            writers = Arrays.copyOf(writers, size);
            states = Arrays.copyOf(states, size);
            superseded = Arrays.copyOf(superseded, size >> 6);
            begunNanos = begunNanos.length == 0 ? begunNanos : Arrays.copyOf(begunNanos, size);
        }
        int at = at(version);
        superseded[at >> 6] &= ~(1L << at);
        nexts[at] = 0;
        writers[at] = writer;
        states[at] = 0;
        if (begunNanos.length > 0) {
            begunNanos[at] = 0;
        }
        return version;
    }

    /** The version is the newest of its key from now on, unless one that began later is. */
    private void link(long whole, long version, long nowNanos) {
        writtenNanos[at(version)] = nowNanos;
        long before = newest.replace(whole, version, 0);
        if (before > version) {
            newest.put(whole, before);
            nexts[at(version)] = before;
            supersede(version);
        } else if (before == 0) {
            firsts.put(whole, version);
        } else if (isRemembered(before)) {
            nexts[at(before)] = version;
            supersede(before);
        }
    }

    private void supersede(long version) {
        int at = at(version);
        superseded[at >> 6] |= 1L << at;
    }

    private boolean isSuperseded(long version) {
        int at = at(version);
        return (superseded[at >> 6] & 1L << at) != 0;
    }

    private int at(long version) {
        return (int) version & (writtenNanos.length - 1);
    }

    private boolean isRemembered(long version) {
        return version > last - writtenNanos.length && version > 0;
    }

    /** The stamp of the newest of a key. */
    public long newest(int dataset, long key) {
        return initial(dataset) | newest.get(keyOf(dataset, key), 0);
    }

    /** The stamp of the version that came after that one of the key; {@link #NOTHING} when none did, or when it is forgotten. */
    public long next(long key, long stamp) {
        long version = version(stamp);
        int dataset = dataset(stamp);
        long next = version == 0 ? firsts.get(keyOf(dataset, key), 0) : isRemembered(version) ? nexts[at(version)] : 0;
        return next == 0 || !isRemembered(next) ? NOTHING : initial(dataset) | next;
    }

    /** For how long there has been a newer version of the key than that one; {@link #FRESH} when there is none. */
    public long staleNanos(long key, long stamp, long nowNanos) {
        long version = version(stamp);
        // Most values are the newest, and that of one that is remembered shows without a search.
        return isRemembered(version) && !isSuperseded(version) ? FRESH : staleByNanos(key, stamp, version, nowNanos);
    }

    private long staleByNanos(long key, long stamp, long version, long nowNanos) {
        long now = newest.get(keyOf(dataset(stamp), key), 0);
        if (now <= version || !precedes(version, now)) {
            return FRESH;
        }
        return nowNanos - staleSince(key, stamp);
    }

    /**
     * The same for a value of a store in which reads take their time: only what was known when the read began could have been given.
     *
     * @param newestThen the stamp of the newest then
     */
    public long staleNanos(long key, long stamp, long newestThen, long nowNanos) {
        return precedes(stamp, newestThen) ? nowNanos - staleSince(key, stamp) : FRESH;
    }

    private long staleSince(long key, long stamp) {
        long next = next(key, stamp);
        for (int i = 0; i < MOST_OVERLAPPING && next != NOTHING && !precedes(stamp, next); i++) {
            next = next(key, next);
        }
        return next == NOTHING ? writtenNanos[at(last + 1)] : writtenNanos[at(version(next))];
    }

    /** When that version was written; 0 for what was there from the beginning, and for what is forgotten. */
    public long writtenNanos(long stamp) {
        long version = version(stamp);
        return isRemembered(version) ? writtenNanos[at(version)] : 0;
    }

    /** Which request wrote that version; 0 for none, or for one that is forgotten. */
    public long writer(long stamp) {
        long version = version(stamp);
        return isRemembered(version) ? writers[at(version)] : 0;
    }

    /** A client was told that the version was written. */
    public void acknowledged(long stamp) {
        mark(stamp, ACKNOWLEDGED);
    }

    /** Nobody has the version any more, nor a newer one in its stead. */
    public void gone(long stamp) {
        mark(stamp, GONE);
    }

    /** A store has the version from now on: it is not gone, whatever was thought of it. */
    void stored(long stamp) {
        long version = version(stamp);
        if (!isRemembered(version)) {
            return;
        }
        int at = at(version);
        if (states[at] == (ACKNOWLEDGED | GONE)) {
            lostAcknowledged--;
        }
        states[at] &= ~GONE;
    }

    /** Whether a client was told that the version was written; not known of one that is forgotten. */
    public boolean isAcknowledged(long stamp) {
        long version = version(stamp);
        return isRemembered(version) && (states[at(version)] & ACKNOWLEDGED) != 0;
    }

    private void mark(long stamp, byte mark) {
        long version = version(stamp);
        if (!isRemembered(version)) {
            return;
        }
        int at = at(version);
        byte both = ACKNOWLEDGED | GONE;
        if (states[at] != both && (states[at] | mark) == both) {
            lostAcknowledged++;
        }
        states[at] |= mark;
    }

    /** Whether a client was told of the version, and it is gone; not known of one that is forgotten. */
    public boolean isLost(long stamp) {
        long version = version(stamp);
        return isRemembered(version) && states[at(version)] == (ACKNOWLEDGED | GONE);
    }

    /** Acknowledged versions that are gone. */
    public long lostAcknowledged() {
        return lostAcknowledged;
    }

    /** Writes so far. */
    public long writes() {
        return last;
    }
}
