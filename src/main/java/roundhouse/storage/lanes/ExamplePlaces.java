package roundhouse.storage.lanes;

import java.util.BitSet;
import roundhouse.storage.history.OperationHistory;

/** Finds the operations of a part of a history in the whole. Two that are alike in everything count as one another. */
final class ExamplePlaces {
    private ExamplePlaces() {}

    /**
     * The place in the whole of each operation of the part, by its place in the part.
     *
     * @throws IllegalArgumentException if one is not there
     */
    static int[] of(OperationHistory part, OperationHistory whole) {
        int[] places = new int[part.size()];
        BitSet taken = new BitSet();
        for (int i = 0; i < places.length; i++) {
            places[i] = find(part, i, whole, taken);
            taken.set(places[i]);
        }
        return places;
    }

    private static int find(OperationHistory part, int operation, OperationHistory whole, BitSet taken) {
        for (int i = 0; i < whole.size(); i++) {
            if (!taken.get(i) && isSame(part, operation, whole, i)) {
                return i;
            }
        }
        throw new IllegalArgumentException("operation " + operation + " of the part is not in the whole");
    }

    private static boolean isSame(OperationHistory a, int i, OperationHistory b, int j) {
        return a.call(i) == b.call(j)
                && a.returned(i) == b.returned(j)
                && a.client(i) == b.client(j)
                && a.kind(i) == b.kind(j)
                && a.key(i) == b.key(j)
                && a.argument(i) == b.argument(j)
                && a.expected(i) == b.expected(j)
                && a.result(i) == b.result(j);
    }
}
