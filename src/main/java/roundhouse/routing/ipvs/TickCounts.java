package roundhouse.routing.ipvs;

/** How much happened in each of the last ticks: a ring of the ticks in which something did, the oldest first. */
final class TickCounts {
    private long[] ticks = new long[16];
    private int[] counts = new int[16];
    private int first;
    private int size;
    private int sum;

    /** Something happened in that tick, which is none before the last one told. */
    void add(long tick) {
        sum++;
        int last = place(size - 1);
        if (size > 0 && ticks[last] == tick) {
            counts[last]++;
            return;
        }
        if (size == ticks.length) {
            grow();
        }
        ticks[place(size)] = tick;
        counts[place(size)] = 1;
        size++;
    }

    /** The place of the so-manieth from the oldest; the ring's size is a power of two. */
    private int place(int index) {
        return (first + index) & (ticks.length - 1);
    }

    private void grow() {
        long[] moreTicks = new long[2 * size];
        int[] moreCounts = new int[2 * size];
        for (int i = 0; i < size; i++) {
            moreTicks[i] = ticks[place(i)];
            moreCounts[i] = counts[place(i)];
        }
        ticks = moreTicks;
        counts = moreCounts;
        first = 0;
    }

    /** Forgets what happened in that tick and before. Returns how much is left. */
    int forget(long tick) {
        while (size > 0 && ticks[first] <= tick) {
            sum -= counts[first];
            first = place(1);
            size--;
        }
        return sum;
    }
}
