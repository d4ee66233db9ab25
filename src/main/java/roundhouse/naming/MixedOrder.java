package roundhouse.naming;

import java.util.random.RandomGenerator;

/**
 * BIND's random order ({@code lib/dns/rdataset.c}): one number r an answer, and each place i swaps with place i + r mod (n - i). So not
 * every order comes: 12 of the 24 of four addresses, 60 of the 120 of five. Each address is equally often the first.
 */
final class MixedOrder implements AnswerOrder {
    private final RandomGenerator random;

    MixedOrder(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void next(int queryId, int[] order) {
        mix(random.nextLong() >>> 32, order);
    }

    static void mix(long number, int[] order) {
        Rotations.left(0, order);
        for (int i = 0; i < order.length; i++) {
            int with = i + (int) (number % (order.length - i));
            int held = order[i];
            order[i] = order[with];
            order[with] = held;
        }
    }
}
