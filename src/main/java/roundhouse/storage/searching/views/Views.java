package roundhouse.storage.searching.views;

import roundhouse.storage.searching.Budget;

/**
 * The least views that promises allow, when it is known from which write each read has its answer: the smallest sets that are closed
 * under the rules. Larger views only ask for more, so if these cannot be explained, none can.
 */
final class Views {
    /** The source of a read that is not decided yet; it is left out. */
    static final int OPEN = -2;

    /** So many rows are one situation of the budget. */
    private static final int ROWS = 64;

    private final Sessions sessions;
    private final Promises promises;
    /** By read: the writes it sees. */
    final BitRows seen;
    /** By write: the writes that every view has that has it, and that are arbitrated before it. */
    final BitRows before;

    Views(Sessions sessions, Promises promises) {
        this.sessions = sessions;
        this.promises = promises;
        seen = new BitRows(sessions.reads.length, sessions.writes.length);
        before = new BitRows(sessions.writes.length, sessions.writes.length);
    }

    /**
     * Returns whether that was within the budget.
     *
     * @param source by read: its write, {@link Sessions#NONE} or {@link #OPEN}
     */
    boolean close(int[] source, Budget budget) {
        seen.clear();
        before.clear();
        boolean changed = true;
        while (changed) {
            changed = false;
            if (!budget.spend(1 + source.length / ROWS)) {
                return false;
            }
            for (int i = 0; i < sessions.writes.length; i++) {
                changed |= closeWrite(i);
            }
            for (int i = 0; i < sessions.reads.length; i++) {
                changed |= closeRead(i, source[i]);
            }
        }
        return true;
    }

    private boolean closeWrite(int write) {
        boolean changed = false;
        int earlier = sessions.writeBefore[write];
        if (promises.monotonicWrites() && earlier != Sessions.NONE) {
            changed = before.add(write, earlier);
            changed |= before.addAll(write, before, earlier);
        }
        int read = sessions.readBeforeWrite[write];
        if (promises.writesFollowReads() && read != Sessions.NONE) {
            changed |= before.addAll(write, seen, read);
        }
        return changed;
    }

    private boolean closeRead(int read, int source) {
        boolean changed = source >= 0 && addToView(read, source);
        int earlier = sessions.readBefore[read];
        if (promises.monotonicReads() && earlier != Sessions.NONE) {
            changed |= seen.addAll(read, seen, earlier);
        }
        if (promises.readYourWrites()) {
            for (int i = 0; i < sessions.ownWrites[read]; i++) {
                changed |= addToView(read, sessions.ownWrite(read, i));
            }
        }
        return changed;
    }

    private boolean addToView(int read, int write) {
        boolean changed = seen.add(read, write);
        changed |= seen.addAll(read, before, write);
        return changed;
    }
}
