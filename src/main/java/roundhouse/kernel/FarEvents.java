package roundhouse.kernel;

/**
 * Events that are too far ahead to be sorted yet: a list for each of many equal stretches of time, its windows. Until its window's turn
 * comes an event costs the same however many there are. What comes after the last window is in one more list, until the windows have
 * moved on. These are the thoughts of the calendar queue (Brown, 1988) and of the ladder queue (Tang, Goh and Thng, 2005).
 */
final class FarEvents {
    private static final int NO_HANDLER = -1;
    private static final int LEAST_WINDOWS = 64;
    /** Windows passed and events moved before windows are judged. */
    private static final int LEAST_WORK = 4_096;

    /** One for each window, by its number modulo how many there are, and the last for what comes after all windows. */
    private EventLists lists = new EventLists(1, 0);

    private int windows;
    /** A window has the times that, shifted by that, are its number. */
    private int shift;
    /** How many events a window should have when its turn comes. */
    private int fair;
    /** The number of the window that was opened last, and the one after the last window. */
    private long current;

    private long end;

    private int count;
    private int countBeyond;
    private long nearNanos = Long.MAX_VALUE;
    /** When the length of windows was chosen: how many there were. */
    private int countThen;
    /** Since then: windows passed, and events that were in them. */
    private long passed;

    private long moved;

    /** Events up to that time are not for here. */
    long nearNanos() {
        return nearNanos;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /**
     * Whether windows have far more events than they should, or far fewer, and there was as much to do since they were chosen as choosing
     * others is.
     */
    boolean isUneven() {
        long added = count + moved - countThen;
        return passed + moved + added > Math.max(LEAST_WORK, count)
                && (moved > passed * fair * 4 || moved * 4 < passed * fair);
    }

    /** How long there is on average between two events, going by those that were passed. */
    double meanNanos() {
        return (double) (passed << shift) / Math.max(1, moved);
    }

    /** Adds an event that comes after {@link #nearNanos}. */
    void add(long timeNanos, long sequence, long payload) {
        count++;
        put(timeNanos, sequence, payload);
    }

    private void put(long timeNanos, long sequence, long payload) {
        long number = timeNanos >>> shift;
        if (number < end) {
            lists.add((int) number & (windows - 1), timeNanos, sequence, payload);
        } else {
            countBeyond++;
            lists.add(windows, timeNanos, sequence, payload);
        }
    }

    /** Opens the next window that has events: they go to those that are empty, of which the heap takes what cannot be sorted quickly. */
    void moveTo(SortedEvents sorted, EventHeap heap) {
        if (count == countBeyond) {
            startFrom(earliestBeyond());
        } else if (end - current < windows / 2) {
            startFrom(current + 1);
        }
        long number = current + 1;
        while (lists.isEmpty((int) number & (windows - 1))) {
            number++;
        }
        passed += number - current;
        current = number;
        nearNanos = ((number + 1) << shift) - 1;
        int list = (int) number & (windows - 1);
        int events = sorted.fill(lists, list, shift);
        if (events == 0) {
            events = fill(heap, list);
        }
        lists.clear(list);
        moved += events;
        count -= events;
        if (count == 0) {
            nearNanos = Long.MAX_VALUE;
        }
    }

    private int fill(EventHeap heap, int list) {
        int events = 0;
        int last = lists.end(list);
        for (int at = lists.first(list); at != last; at = lists.next(at, last)) {
            heap.push(lists.timeNanos(at), lists.sequence(at), lists.payload(at));
            events++;
        }
        return events;
    }

    private long earliestBeyond() {
        long earliest = Long.MAX_VALUE;
        int last = lists.end(windows);
        for (int at = lists.first(windows); at != last; at = lists.next(at, last)) {
            earliest = Math.min(earliest, lists.timeNanos(at) >>> shift);
        }
        return earliest;
    }

    /** From that number on there are windows, which take in what was beyond them. */
    private void startFrom(long number) {
        current = number - 1;
        end = number + windows;
        if (countBeyond > 0) {
            countBeyond = 0;
            int first = lists.first(windows);
            int last = lists.end(windows);
            lists.leave(windows);
            for (int at = first; at != last; at = lists.next(at, last)) {
                put(lists.timeNanos(at), lists.sequence(at), lists.payload(at));
            }
            lists.release(first, last);
        }
    }

    /**
     * Chooses windows anew.
     *
     * @param meanNanos how long there is between two events
     * @param fromNanos no event that is here or comes from now on is earlier
     * @param more how many events are about to come
     */
    void spread(double meanNanos, long fromNanos, int more) {
        fair = fair(count + more);
        // At least one, so that numbers do not overflow.
        shift = Math.max(1, 63 - Long.numberOfLeadingZeros(Math.max(1, (long) (meanNanos * fair))));
        windows = Math.max(LEAST_WINDOWS, Integer.highestOneBit(8 * ((count + more) / fair)));
        countThen = count + more;
        passed = 0;
        moved = 0;
        current = (fromNanos >>> shift) - 1;
        end = current + 1 + windows;
        nearNanos = ((current + 1) << shift) - 1;
        startAnew(count + more, NO_HANDLER);
    }

    /** The more, the fewer windows are being added to at a time; the fewer, the fewer events come within the window that is open. */
    private static int fair(int events) {
        return Math.clamp((long) (2 * Math.sqrt(events)), 32, 1_024);
    }

    /** Removes every event of that handler. */
    void cancel(int handler) {
        if (count == 0) {
            return;
        }
        startAnew(count, handler);
        if (count == 0) {
            nearNanos = Long.MAX_VALUE;
        }
    }

    /** Puts all events into lists anew, but for those of a handler. */
    private void startAnew(int expected, int handler) {
        EventLists before = lists;
        lists = new EventLists(windows + 1, expected);
        count = 0;
        countBeyond = 0;
        for (int list = 0; list < before.lists(); list++) {
            if (!before.isEmpty(list)) {
                int last = before.end(list);
                for (int at = before.first(list); at != last; at = before.next(at, last)) {
                    if ((int) (before.payload(at) >>> 32) != handler) {
                        add(before.timeNanos(at), before.sequence(at), before.payload(at));
                    }
                }
            }
        }
    }
}
