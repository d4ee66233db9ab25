package roundhouse.storage.replication;

import java.util.Arrays;

/**
 * The log of one member: entries from 1, of which those before a snapshot are dropped. An entry writes a value under a key; the first of
 * each leader writes nothing. Columns of numbers.
 */
public final class ReplicaLog {
    /** The key of an entry that writes nothing. */
    public static final long NO_KEY = Long.MIN_VALUE;

    private long snapshotIndex;
    private int snapshotTerm;
    private int[] terms = new int[64];
    private long[] keys = new long[64];
    private long[] values = new long[64];
    private int count;

    public long lastIndex() {
        return snapshotIndex + count;
    }

    public int lastTerm() {
        return term(lastIndex());
    }

    /** The last entry that was dropped. */
    public long snapshotIndex() {
        return snapshotIndex;
    }

    /** The term of an entry; -1 for one that is not there, or was dropped. */
    public int term(long index) {
        if (index == snapshotIndex) {
            return snapshotTerm;
        }
        return index < snapshotIndex || index > lastIndex() ? -1 : terms[at(index)];
    }

    public long key(long index) {
        return keys[at(index)];
    }

    public long value(long index) {
        return values[at(index)];
    }

    private int at(long index) {
        return (int) (index - snapshotIndex - 1);
    }

    /** Whether a log that ends so is at least as new as this one. */
    public boolean isUpToDate(long index, int term) {
        return term > lastTerm() || (term == lastTerm() && index >= lastIndex());
    }

    /**
     * Up to where it must be applied to show one of so many latest versions of a key, of those up to an entry. Entries that are not here yet
     * may be of that key.
     */
    public long showing(long key, long versions, long upTo) {
        long left = versions - Math.max(0, upTo - lastIndex());
        for (long index = Math.min(upTo, lastIndex()); left > 0 && index > snapshotIndex; index--) {
            if (key(index) == key && --left == 0) {
                return index;
            }
        }
        return left > 0 ? snapshotIndex : upTo;
    }

    /** Whether an entry is in it, or in what was dropped for a snapshot. */
    public boolean has(LogPosition position) {
        return position.index() < snapshotIndex || term(position.index()) == position.term();
    }

    public long append(int term, long key, long value) {
        if (count == terms.length) {
            terms = Arrays.copyOf(terms, count * 2);
            keys = Arrays.copyOf(keys, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        terms[count] = term;
        keys[count] = key;
        values[count] = value;
        count++;
        return lastIndex();
    }

    /** Drops an entry and all after it. */
    public void truncate(long from) {
        count = at(from);
    }

    /** The entries from one on, at most so many. */
    public LogEntries from(long first, int most) {
        int start = at(first);
        int end = Math.min(count, start + most);
        return start >= end
                ? LogEntries.NONE
                : new LogEntries(
                        Arrays.copyOfRange(terms, start, end),
                        Arrays.copyOfRange(keys, start, end),
                        Arrays.copyOfRange(values, start, end));
    }

    /** Drops all up to an entry, which a snapshot has. */
    public void compact(long upTo) {
        int dropped = (int) (upTo - snapshotIndex);
        snapshotTerm = term(upTo);
        System.arraycopy(terms, dropped, terms, 0, count - dropped);
        System.arraycopy(keys, dropped, keys, 0, count - dropped);
        System.arraycopy(values, dropped, values, 0, count - dropped);
        count -= dropped;
        snapshotIndex = upTo;
    }

    /** Becomes empty after a snapshot. */
    public void restart(long index, int term) {
        snapshotIndex = index;
        snapshotTerm = term;
        count = 0;
    }
}
