package roundhouse.storage.searching.orders;

import java.util.Arrays;
import java.util.BitSet;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/**
 * What must come before what in any order that keeps to the order of each client, when it is known what each read had its answer from
 * (Gibbons and Korach 1997): a write comes before its reads; another write of the key that is before a read is before what that read
 * gave, and one that is after what it gave is after the read. What follows is added until nothing new does. If anything must then come
 * before itself there is no order.
 *
 * <p>Costs as many bits as the square of the operations, and a round through all that is known to be before what, as often as it takes.
 */
final class MustOrder {
    /** Some forty thousand operations. */
    private static final long MOST_BYTES = 1L << 28;

    final ReadsFrom reads;
    private final int words;
    /** For each operation all that must come before it. */
    private final long[][] before;
    /** For each operation those before it that were found; not all that follow from these. */
    private final int[][] direct;

    private final int[] counts;
    private final int[][] keys;
    /** All, each behind what must come before it. */
    private final int[] sorted;

    private final int[] rank;

    MustOrder(ReadsFrom reads) {
        this.reads = reads;
        int size = reads.size();
        words = (size + 63) / 64;
        before = new long[size][words];
        direct = new int[size][2];
        counts = new int[size];
        keys = reads.byKey();
        sorted = new int[size];
        rank = new int[size];
    }

    /** Whether there is room for the tables. */
    static boolean fits(int operations) {
        return (long) operations * operations / 8 <= MOST_BYTES;
    }

    /** Finds all that must be. Returns NO where it contradicts itself; YES says only that it does not. */
    Answer close(Budget budget) {
        clients();
        sources();
        boolean changed = true;
        while (changed) {
            if (!budget.spend(1 + reads.size() / 64)) {
                return Answer.UNKNOWN;
            }
            if (!sort()) {
                return Answer.NO;
            }
            closure();
            changed = false;
            for (int[] key : keys) {
                int[] inOrder = key.clone();
                sortByRank(inOrder);
                changed |= follow(inOrder);
            }
        }
        return Answer.YES;
    }

    /** What each client was answered, one after the other; what it never was comes behind what it was told before. */
    private void clients() {
        OperationHistory history = reads.history;
        int[] last = new int[history.clients()];
        int[] lastNeeded = new int[history.clients()];
        Arrays.fill(last, -1);
        Arrays.fill(lastNeeded, -1);
        for (int i = 0; i < reads.size(); i++) {
            int operation = reads.operations[i];
            int client = history.client(operation);
            if (history.isKnown(operation)) {
                add(last[client], i);
                last[client] = i;
                lastNeeded[client] = history.isNeeded(operation) ? i : lastNeeded[client];
            } else {
                add(lastNeeded[client], i);
            }
        }
    }

    private void sources() {
        for (int[] key : keys) {
            for (int read : key) {
                if (reads.isRead(read)) {
                    if (reads.source[read] != ReadsFrom.INITIAL) {
                        add(reads.source[read], read);
                        continue;
                    }
                    for (int write : key) {
                        if (!reads.isRead(write)) {
                            add(read, write);
                        }
                    }
                }
            }
        }
    }

    private void add(int first, int then) {
        if (first >= 0) {
            if (counts[then] == direct[then].length) {
                direct[then] = Arrays.copyOf(direct[then], 2 * counts[then]);
            }
            direct[then][counts[then]++] = first;
        }
    }

    /** Whether one must come before another. */
    boolean isBefore(int first, int then) {
        return (before[then][first >> 6] >>> first & 1) != 0;
    }

    int[] directlyBefore(int then) {
        return Arrays.copyOf(direct[then], counts[then]);
    }

    /** Returns whether all can be put in some order, depth first. */
    private boolean sort() {
        int size = reads.size();
        BitSet begun = new BitSet(size);
        BitSet done = new BitSet(size);
        int[] path = new int[size + 1];
        int[] next = new int[size + 1];
        int found = 0;
        for (int start = 0; start < size; start++) {
            int depth = 0;
            path[0] = start;
            next[0] = 0;
            if (done.get(start)) {
                continue;
            }
            begun.set(start);
            while (depth >= 0) {
                int at = path[depth];
                if (next[depth] == counts[at]) {
                    done.set(at);
                    rank[at] = found;
                    sorted[found++] = at;
                    depth--;
                    continue;
                }
                int earlier = direct[at][next[depth]++];
                if (!done.get(earlier)) {
                    if (begun.get(earlier)) {
                        return false;
                    }
                    begun.set(earlier);
                    path[++depth] = earlier;
                    next[depth] = 0;
                }
            }
        }
        return true;
    }

    private void closure() {
        for (int at : sorted) {
            long[] row = before[at];
            for (int i = 0; i < counts[at]; i++) {
                int earlier = direct[at][i];
                long[] from = before[earlier];
                for (int word = 0; word < words; word++) {
                    row[word] |= from[word];
                }
                row[earlier >> 6] |= 1L << earlier;
            }
        }
    }

    private void sortByRank(int[] places) {
        for (int i = 0; i < places.length; i++) {
            places[i] = rank[places[i]];
        }
        Arrays.sort(places);
        for (int i = 0; i < places.length; i++) {
            places[i] = sorted[places[i]];
        }
    }

    /** What follows for one key. Returns whether anything was new. */
    private boolean follow(int[] inOrder) {
        boolean changed = false;
        for (int read : inOrder) {
            if (reads.isRead(read) && reads.source[read] != ReadsFrom.INITIAL) {
                changed |= earlierWrites(inOrder, read);
                changed |= laterWrites(inOrder, read);
            }
        }
        return changed;
    }

    /** Writes that are before a read are before what it gave. Only the latest of those that are in order are written down. */
    private boolean earlierWrites(int[] inOrder, int read) {
        int source = reads.source[read];
        int from = counts[source];
        for (int i = inOrder.length - 1; i >= 0; i--) {
            int write = inOrder[i];
            if (!reads.isRead(write)
                    && write != source
                    && isBefore(write, read)
                    && !isBefore(write, source)
                    && !follows(source, from, write)) {
                add(write, source);
            }
        }
        return counts[source] > from;
    }

    /** Whether one of those that were just put before another comes behind that write anyway. */
    private boolean follows(int then, int from, int write) {
        for (int i = from; i < counts[then]; i++) {
            if (isBefore(write, direct[then][i])) {
                return true;
            }
        }
        return false;
    }

    /** Writes that are after what a read gave are after the read. Only the first of those that are in order are written down. */
    private boolean laterWrites(int[] inOrder, int read) {
        int source = reads.source[read];
        boolean changed = false;
        for (int write : inOrder) {
            if (!reads.isRead(write) && isBefore(source, write) && !isBefore(read, write)) {
                add(read, write);
                changed = true;
                // Those behind it follow in the next round, if they are not found below.
                setBefore(read, write);
                continueBehind(inOrder, read, write);
            }
        }
        return changed;
    }

    private void setBefore(int first, int then) {
        before[then][first >> 6] |= 1L << first;
    }

    private void continueBehind(int[] inOrder, int read, int write) {
        for (int i = inOrder.length - 1; i >= 0 && inOrder[i] != write; i--) {
            if (!reads.isRead(inOrder[i]) && isBefore(write, inOrder[i])) {
                setBefore(read, inOrder[i]);
            }
        }
    }
}
