package roundhouse.kernel;

import java.util.Arrays;

/**
 * Events that come after all those of an {@link EventHeap}, in buckets by their time: until its bucket's turn comes an event costs the
 * same however many there are, and then it is sorted among a few. What comes after the last bucket is in no order at all, until the
 * buckets have moved on. These are the thoughts of the calendar queue (Brown, 1988) and of the ladder queue (Tang, Goh and Thng,
 * 2005).
 */
final class FarEvents {
    /** How many events a bucket should have when its turn comes. */
    static final int BUCKET = 4;

    private static final int NONE = -1;
    private static final int STRIDE = 4;
    private static final int LEAST_BUCKETS = 64;
    /** Buckets passed and events moved before buckets are judged. */
    private static final int LEAST_WORK = 4_096;

    /** Each event's time, sequence and payload; and the next one's place in its bucket. Places are used again, the latest first. */
    private long[] events = new long[LEAST_BUCKETS * STRIDE];

    private int[] next = new int[LEAST_BUCKETS];
    private int places;
    private int free = NONE;

    /** The first event of each bucket, which has the times whose number, shifted, is its own; numbers wrap around. */
    private int[] buckets = {};

    private int shift;
    /** The number of the bucket that went to the heap last, and the one after the last bucket. */
    private long current;

    private long end;
    /** The first event that is in no bucket. */
    private int beyond = NONE;

    private int count;
    private int countBeyond;
    private long nearNanos = Long.MAX_VALUE;
    /** Since the width of buckets was chosen: buckets passed, and events that were in them. */
    private long passed;

    private long moved;

    /** Events up to that time are for the heap. */
    long nearNanos() {
        return nearNanos;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Whether buckets have long had far more events than they should, or far fewer: then others pay for themselves. */
    boolean isUneven() {
        return passed + moved > Math.max(LEAST_WORK, count)
                && (moved > passed * BUCKET * 4 || moved * 4 < passed * BUCKET);
    }

    /** How long a bucket would have to be for so many events as it should have, going by those that were passed. */
    long fairNanos() {
        return (passed << shift) / Math.max(1, moved) * BUCKET;
    }

    /** Adds an event that comes after {@link #nearNanos}. */
    void add(long timeNanos, long sequence, long payload) {
        int place = free;
        if (place == NONE) {
            place = newPlace();
        } else {
            free = next[place];
        }
        int at = place * STRIDE;
        events[at] = timeNanos;
        events[at + 1] = sequence;
        events[at + 2] = payload;
        count++;
        put(place, timeNanos);
    }

    private int newPlace() {
        if (places == next.length) {
            events = Arrays.copyOf(events, events.length * 2);
            next = Arrays.copyOf(next, places * 2);
        }
        return places++;
    }

    private void put(int place, long timeNanos) {
        long number = timeNanos >>> shift;
        if (number < end) {
            int bucket = (int) number & (buckets.length - 1);
            next[place] = buckets[bucket];
            buckets[bucket] = place;
        } else {
            next[place] = beyond;
            beyond = place;
            countBeyond++;
        }
    }

    /** Gives the heap, which is empty, the next bucket that is not. */
    void moveTo(EventHeap heap) {
        if (count == countBeyond) {
            startFrom(earliestBeyond());
        } else if (end - current < buckets.length / 2) {
            startFrom(current + 1);
        }
        long number = current + 1;
        while (buckets[(int) number & (buckets.length - 1)] == NONE) {
            number++;
        }
        passed += number - current;
        current = number;
        nearNanos = ((number + 1) << shift) - 1;
        int bucket = (int) number & (buckets.length - 1);
        int place = buckets[bucket];
        buckets[bucket] = NONE;
        while (place != NONE) {
            int at = place * STRIDE;
            heap.push(events[at], events[at + 1], events[at + 2]);
            moved++;
            place = release(place);
        }
        if (count == 0) {
            nearNanos = Long.MAX_VALUE;
        }
    }

    /** Returns the event after it. */
    private int release(int place) {
        int after = next[place];
        next[place] = free;
        free = place;
        count--;
        return after;
    }

    private long earliestBeyond() {
        long earliest = Long.MAX_VALUE;
        for (int place = beyond; place != NONE; place = next[place]) {
            earliest = Math.min(earliest, events[place * STRIDE] >>> shift);
        }
        return earliest;
    }

    /** From that number on there are buckets, which take in what was beyond them. */
    private void startFrom(long number) {
        current = number - 1;
        end = number + buckets.length;
        int place = beyond;
        beyond = NONE;
        countBeyond = 0;
        while (place != NONE) {
            int after = next[place];
            put(place, events[place * STRIDE]);
            place = after;
        }
    }

    /**
     * Chooses buckets anew, as many as fit the events there are.
     *
     * @param widthNanos how long a bucket should be
     * @param fromNanos no event that is here or comes from now on is earlier
     * @param more how many events are about to come
     */
    void spread(long widthNanos, long fromNanos, int more) {
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            int place = buckets[bucket];
            while (place != NONE) {
                int after = next[place];
                next[place] = beyond;
                beyond = place;
                place = after;
            }
        }
        // At least one, so that numbers do not overflow.
        shift = Math.max(1, 63 - Long.numberOfLeadingZeros(Math.max(1, widthNanos)));
        int wanted = Math.max(LEAST_BUCKETS, Integer.highestOneBit(count + more));
        if (buckets.length != wanted) {
            buckets = new int[wanted];
        }
        Arrays.fill(buckets, NONE);
        passed = 0;
        moved = 0;
        startFrom(fromNanos >>> shift);
        nearNanos = ((current + 1) << shift) - 1;
    }

    /** Removes every event of that handler. */
    void cancel(int handler) {
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            buckets[bucket] = without(handler, buckets[bucket]);
        }
        int before = count;
        beyond = without(handler, beyond);
        countBeyond -= before - count;
        if (count == 0) {
            nearNanos = Long.MAX_VALUE;
        }
    }

    /** The same events from that one on, in another order and without those of the handler. */
    private int without(int handler, int first) {
        int kept = NONE;
        int place = first;
        while (place != NONE) {
            if ((int) (events[place * STRIDE + 2] >>> 32) == handler) {
                place = release(place);
            } else {
                int after = next[place];
                next[place] = kept;
                kept = place;
                place = after;
            }
        }
        return kept;
    }
}
