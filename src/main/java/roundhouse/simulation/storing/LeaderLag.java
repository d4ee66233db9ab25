package roundhouse.simulation.storing;

import java.util.Arrays;

/**
 * For how long members lack writes that the leader has. Constant time a write and member. The newest {@link #REMEMBERED} writes are
 * remembered: what lacks an earlier one does so for at least as long as is said.
 */
final class LeaderLag {
    static final int REMEMBERED = 1 << 20;

    private final LagTotals[] totals;
    private final long[] positions;
    /** When the leader had the write of a position, by the position's lowest bits. */
    private long[] hadNanos = new long[64];
    /** The first that is remembered, and the last. */
    private long first = 1;

    private long last;

    LeaderLag(LagTotals[] totals) {
        this.totals = totals;
        positions = new long[totals.length];
    }

    /** The member that leads has so many writes. One that leads anew can have fewer than the one before. */
    void leads(int member, long position, long nowNanos) {
        positions[member] = position;
        if (position == last) {
            return;
        }
        if (position < last) {
            last = position;
            first = Math.min(first, last + 1);
        }
        while (last < position) {
            add(nowNanos);
        }
        for (int i = 0; i < positions.length; i++) {
            totals[i].behind(last - positions[i]);
        }
    }

    private void add(long nowNanos) {
        if (last - first + 1 == hadNanos.length) {
            makeRoom();
        }
        last++;
        hadNanos[at(last)] = nowNanos;
    }

    /** What everybody has is forgotten; if there is nothing such, there will be twice the room, or the oldest is forgotten. */
    private void makeRoom() {
        long least = last;
        for (long position : positions) {
            least = Math.min(least, position);
        }
        if (least >= first) {
            first = least + 1;
        } else if (hadNanos.length < REMEMBERED) {
            long[] before = hadNanos;
            hadNanos = Arrays.copyOf(before, before.length * 2);
            for (long position = first; position <= last; position++) {
                hadNanos[at(position)] = before[(int) (position & (before.length - 1))];
            }
        } else {
            first++;
        }
    }

    private int at(long position) {
        return (int) (position & (hadNanos.length - 1));
    }

    /** Another member has so many writes. */
    void follows(int member, long position, long nowNanos) {
        for (long i = Math.max(first, positions[member] + 1); i <= Math.min(position, last); i++) {
            totals[member].came(nowNanos - hadNanos[at(i)]);
        }
        positions[member] = position;
    }

    /** For how long the member lacks something, nanoseconds; 0 where it has all. */
    long nanos(int member, long nowNanos) {
        long next = Math.max(first, positions[member] + 1);
        return next > last ? 0 : nowNanos - hadNanos[at(next)];
    }
}
