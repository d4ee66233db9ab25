package roundhouse.routing.algorithms;

/**
 * A {@link SmoothWrrHeap} with a lane beside it. A target that was picked pays for it and is then nearly always the last of its weight, so that a ring buffer
 * holds those who paid in order and a turn takes constant time; newcomers, and who pays out of order, go to the heap.
 *
 * <p>That all gain the same is one addition to a common offset: a target's key is its current weight less the offset when it came.
 */
final class SmoothWrrOrder {
    private static final int GONE = -1;
    /** Places in the lane are kept below this, to tell them from places in the heap. */
    private static final int LANE = -2;

    private final long[] keys;
    private final int[] places;
    private final SmoothWrrHeap heap;
    private int[] lane = new int[4];
    private int head;
    private int tail;
    private int size;
    private long offset;

    /** The arrays, as long as the pool has targets, are shared by all orders of a pool. */
    SmoothWrrOrder(long[] keys, int[] places) {
        this.keys = keys;
        this.places = places;
        heap = new SmoothWrrHeap(keys, places);
    }

    int size() {
        return size;
    }

    /** Who is next: the most current weight, then the lowest index. There must be one. */
    int first() {
        if (head == tail) {
            return heap.first();
        }
        int first = lane[head & lane.length - 1];
        return heap.size() > 0 && heap.isBefore(heap.first(), first) ? heap.first() : first;
    }

    long current(int target) {
        return keys[target] + offset;
    }

    void gainAll(long weight) {
        offset += weight;
    }

    void add(int target, long current) {
        keys[target] = current - offset;
        size++;
        heap.add(target);
    }

    void pay(int target, long amount) {
        long left = keys[target] - amount;
        remove(target);
        keys[target] = left;
        size++;
        if (head == tail || heap.isBefore(lane[tail - 1 & lane.length - 1], target)) {
            if (tail - head == lane.length) {
                makeRoom();
            }
            place(tail++, target);
        } else {
            heap.add(target);
        }
    }

    /** Closes the gaps that leavers left, and doubles the lane when that does not halve it. */
    private void makeRoom() {
        int end = head;
        for (int i = head; i != tail; i++) {
            int target = lane[i & lane.length - 1];
            if (target != GONE) {
                place(end++, target);
            }
        }
        tail = end;
        if (tail - head > lane.length / 2) {
            int[] old = lane;
            lane = new int[2 * old.length];
            for (int i = head; i != tail; i++) {
                place(i, old[i & old.length - 1]);
            }
        }
    }

    private void place(int at, int target) {
        lane[at & lane.length - 1] = target;
        places[target] = LANE - (at & lane.length - 1);
    }

    void remove(int target) {
        size--;
        if (places[target] > LANE) {
            heap.remove(target);
            return;
        }
        lane[LANE - places[target]] = GONE;
        while (head != tail && lane[head & lane.length - 1] == GONE) {
            head++;
        }
        while (head != tail && lane[tail - 1 & lane.length - 1] == GONE) {
            tail--;
        }
    }
}
