package roundhouse.simulation.balancing.queueing;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attempts that wait in the lines of one balancer, each in one at most, by their slots. Doubly linked through flat arrays, so that
 * joining and leaving, also from the middle, are O(1) and allocate nothing once the arrays have grown.
 */
final class WaitingAttempts {
    static final int NOBODY = -1;

    /** Attempts in the order in which they came to it. */
    static final class Line {
        /** Which pool of the balancer it is of, and the target that it waits for, or {@link #NOBODY} for any. */
        final int pool;

        final int target;
        private int first = NOBODY;
        private int last = NOBODY;
        private int size;

        Line(int pool, int target) {
            this.pool = pool;
            this.target = target;
        }

        int first() {
            return first;
        }

        int last() {
            return last;
        }

        int size() {
            return size;
        }

        boolean isEmpty() {
            return size == 0;
        }
    }

    private int[] next = new int[16];
    private int[] previous = new int[16];
    private long[] orders = new long[16];
    private int[] priorities = new int[16];
    private @Nullable Line[] lines = new @Nullable Line[16];
    private long joined;

    /** Joins the line at its end, or before those there whose class comes later. */
    void join(int slot, Line line, int priority, boolean oldestFirst) {
        if (slot >= next.length) {
            int length = Math.max(slot + 1, next.length * 2);
            next = Arrays.copyOf(next, length);
            previous = Arrays.copyOf(previous, length);
            orders = Arrays.copyOf(orders, length);
            lines = Arrays.copyOf(lines, length);
            priorities = Arrays.copyOf(priorities, length);
        }
        orders[slot] = ++joined;
        lines[slot] = line;
        priorities[slot] = priority;
        int before = line.last;
        while (before != NOBODY && (oldestFirst ? priorities[before] > priority : priorities[before] < priority)) {
            before = previous[before];
        }
        int after = before == NOBODY ? line.first : next[before];
        next[slot] = after;
        previous[slot] = before;
        if (before == NOBODY) {
            line.first = slot;
        } else {
            next[before] = slot;
        }
        if (after == NOBODY) {
            line.last = slot;
        } else {
            previous[after] = slot;
        }
        line.size++;
    }

    /** Leaves its line, wherever in it. */
    void leave(int slot) {
        Line line = line(slot);
        lines[slot] = null;
        int before = previous[slot];
        int after = next[slot];
        if (before == NOBODY) {
            line.first = after;
        } else {
            next[before] = after;
        }
        if (after == NOBODY) {
            line.last = before;
        } else {
            previous[after] = before;
        }
        line.size--;
    }

    /** The line that it waits in. */
    Line line(int slot) {
        return Objects.requireNonNull(lines[slot]);
    }

    /** Whether it waits in any. */
    boolean isWaiting(int slot) {
        return slot < lines.length && lines[slot] != null;
    }

    /** Who stands behind it, or {@link #NOBODY}. */
    int after(int slot) {
        return next[slot];
    }

    /** Who stands before it, or {@link #NOBODY}. */
    int before(int slot) {
        return previous[slot];
    }

    /** By how much its class comes after that of the other one; negative for before. */
    int classAfter(int slot, int other) {
        return priorities[slot] - priorities[other];
    }

    /** Whether it joined before the other one did. */
    boolean isOlder(int slot, int other) {
        return orders[slot] < orders[other];
    }
}
