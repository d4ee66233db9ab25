package roundhouse.simulation.tiers;

import java.util.Arrays;
import roundhouse.simulation.data.KeyVersions;

/** The datasets of which a cache ever held keys, so that a key of each can be found; nearly always one. */
final class KeySpaces {
    private int[] datasets = new int[1];
    private int size;

    void add(long key) {
        int dataset = KeyVersions.dataset(key);
        for (int i = 0; i < size; i++) {
            if (datasets[i] == dataset) {
                return;
            }
        }
        if (size == datasets.length) {
            datasets = Arrays.copyOf(datasets, size * 2);
        }
        datasets[size++] = dataset;
    }

    int size() {
        return size;
    }

    /** A key of one of them, as the cache has it. */
    long keyOf(int i, long key) {
        return KeyVersions.keyOf(datasets[i], key);
    }
}
