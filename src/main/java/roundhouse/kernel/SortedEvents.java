package roundhouse.kernel;

import java.util.Arrays;

/**
 * The events of a window of {@link FarEvents}, in order. They are sorted by distribution: each goes to one of as many parts of the
 * window as there are events, and then past the few that stand wrong.
 */
final class SortedEvents {
    private static final int STRIDE = EventLists.STRIDE;
    private static final int LEAST = 64;
    /** Sorted so is only what needs no more steps than that for each event. */
    private static final int MOST_STEPS = 8;

    private long[] events = new long[(LEAST + 1) * STRIDE];
    private int[] parts = new int[LEAST];
    private int at;
    private int end;

    SortedEvents() {
        events[0] = Long.MAX_VALUE;
    }

    boolean isEmpty() {
        return at == end;
    }

    int size() {
        return (end - at) / STRIDE;
    }

    /** The first event's time, or {@link Long#MAX_VALUE} when there is none. */
    long timeNanos() {
        return events[at];
    }

    long sequence() {
        return events[at + 1];
    }

    /** Removes the first event. */
    long take() {
        long payload = events[at + 2];
        at += STRIDE;
        return payload;
    }

    /**
     * Takes the events of that list in, where it has none.
     *
     * @param shift the times of all of them are the same when shifted by that
     * @return how many; none where too many times are too close together
     */
    int fill(EventLists lists, int list, int shift) {
        int last = lists.end(list);
        int count = lists.count(list);
        int bits = Math.min(shift, 32 - Integer.numberOfLeadingZeros(count));
        int partShift = shift - bits;
        int all = 1 << bits;
        if (parts.length < all) {
            parts = new int[all];
        } else {
            Arrays.fill(parts, 0, all, 0);
        }
        for (int place = lists.first(list); place != last; place = lists.next(place, last)) {
            parts[(int) (lists.timeNanos(place) >>> partShift) & (all - 1)]++;
        }
        long steps = 0;
        int sum = 0;
        for (int part = 0; part < all; part++) {
            long its = parts[part];
            steps += its * its;
            parts[part] = sum;
            sum += (int) its;
        }
        if (steps > (long) MOST_STEPS * count) {
            return 0;
        }
        if (events.length < (count + 1) * STRIDE) {
            events = new long[2 * (count + 1) * STRIDE];
        }
        for (int place = lists.first(list); place != last; place = lists.next(place, last)) {
            long timeNanos = lists.timeNanos(place);
            int to = parts[(int) (timeNanos >>> partShift) & (all - 1)]++ * STRIDE;
            put(to, timeNanos, lists.sequence(place), lists.payload(place));
        }
        at = 0;
        end = count * STRIDE;
        events[end] = Long.MAX_VALUE;
        for (int place = STRIDE; place < end; place += STRIDE) {
            settle(place);
        }
        return count;
    }

    /** All before it are in order. */
    private void settle(int place) {
        long timeNanos = events[place];
        int to = place - STRIDE;
        if (events[to] < timeNanos) {
            return;
        }
        long sequence = events[place + 1];
        long payload = events[place + 2];
        while (to >= 0 && (events[to] > timeNanos || (events[to] == timeNanos && events[to + 1] > sequence))) {
            put(to + STRIDE, events[to], events[to + 1], events[to + 2]);
            to -= STRIDE;
        }
        put(to + STRIDE, timeNanos, sequence, payload);
    }

    private void put(int to, long timeNanos, long sequence, long payload) {
        events[to] = timeNanos;
        events[to + 1] = sequence;
        events[to + 2] = payload;
    }

    /** Gives all its events to the far ones. */
    void moveTo(FarEvents far) {
        while (at < end) {
            far.add(events[at], events[at + 1], events[at + 2]);
            at += STRIDE;
        }
    }

    /** Removes every event of that handler. */
    void cancel(int handler) {
        int kept = at;
        for (int place = at; place < end; place += STRIDE) {
            if ((int) (events[place + 2] >>> 32) != handler) {
                put(kept, events[place], events[place + 1], events[place + 2]);
                kept += STRIDE;
            }
        }
        end = kept;
        events[end] = Long.MAX_VALUE;
    }
}
