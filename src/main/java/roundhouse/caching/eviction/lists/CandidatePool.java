package roundhouse.caching.eviction.lists;

/**
 * Redis's pool of candidates for eviction: the 16 with the highest scores that were sampled lately, which live on from one eviction to the
 * next. Source: redis/src/evict.c, evictionPoolPopulate.
 */
public final class CandidatePool {
    private static final int PLACES = 16;

    private final int[] slots = new int[PLACES];
    private final long[] keys = new long[PLACES];
    private final long[] scores = new long[PLACES];
    private int size;

    /** Takes a sample in if there is room or it scores higher than the worst. */
    public void offer(int slot, long key, long score) {
        int place = 0;
        while (place < size && scores[place] < score) {
            place++;
        }
        if (size == PLACES) {
            if (place == 0) {
                return;
            }
            place--;
            shift(1, 0, place);
        } else {
            shift(place, place + 1, size - place);
            size++;
        }
        slots[place] = slot;
        keys[place] = key;
        scores[place] = score;
    }

    private void shift(int from, int to, int count) {
        System.arraycopy(slots, from, slots, to, count);
        System.arraycopy(keys, from, keys, to, count);
        System.arraycopy(scores, from, scores, to, count);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Takes the best out; {@link #slot} and {@link #key} then tell it. */
    public void take() {
        size--;
    }

    public int slot() {
        return slots[size];
    }

    public long key() {
        return keys[size];
    }
}
