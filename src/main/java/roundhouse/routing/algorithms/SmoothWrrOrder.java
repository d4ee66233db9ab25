package roundhouse.routing.algorithms;

/**
 * Targets of the same weight in the order in which they are picked: a ring buffer, and a {@link SmoothWrrHeap} beside it. A target that
 * was picked pays, and then nearly always comes last, so it is appended to the ring buffer and a pick takes constant time. A new target,
 * or one that does not come last after paying, goes to the heap.
 *
 * <p>All gain the same, which is one addition to a common offset: the key of a target is its current weight less the offset at the time it came.
 */
final class SmoothWrrOrder {
    private static final int GONE = -1;
    /** Places in the ring buffer are stored below this number, to tell them from places in the heap. */
    private static final int QUEUE = -2;

    private final long[] keys;
    private final int[] places;
    private final SmoothWrrHeap heap;
    private int[] queue = new int[4];
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

    /** The next target: the one of the most current weight, then of the lowest index. There must be one. */
    int first() {
        if (head == tail) {
            return heap.first();
        }
        int first = queue[head & queue.length - 1];
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
        if (head == tail || heap.isBefore(queue[tail - 1 & queue.length - 1], target)) {
            if (tail - head == queue.length) {
                makeRoom();
            }
            place(tail++, target);
        } else {
            heap.add(target);
        }
    }

    /** Closes the gaps of removed targets; doubles the ring buffer when it is more than half full even so. */
    private void makeRoom() {
        int end = head;
        for (int i = head; i != tail; i++) {
            int target = queue[i & queue.length - 1];
            if (target != GONE) {
                place(end++, target);
            }
        }
        tail = end;
        if (tail - head > queue.length / 2) {
            int[] old = queue;
            queue = new int[2 * old.length];
            for (int i = head; i != tail; i++) {
                place(i, old[i & old.length - 1]);
            }
        }
    }

    private void place(int at, int target) {
        queue[at & queue.length - 1] = target;
        places[target] = QUEUE - (at & queue.length - 1);
    }

    void remove(int target) {
        size--;
        if (places[target] > QUEUE) {
            heap.remove(target);
            return;
        }
        queue[QUEUE - places[target]] = GONE;
        while (head != tail && queue[head & queue.length - 1] == GONE) {
            head++;
        }
        while (head != tail && queue[tail - 1 & queue.length - 1] == GONE) {
            tail--;
        }
    }
}
