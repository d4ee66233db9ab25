package roundhouse.naming;

/** Turns lists of addresses. */
final class Rotations {
    private Rotations() {}

    static void left(int by, int[] order) {
        for (int i = 0; i < order.length; i++) {
            order[i] = Math.floorMod(i + by, order.length);
        }
    }
}
