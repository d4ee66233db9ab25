package roundhouse.routing.algorithms;

import java.util.random.RandomGenerator;
import roundhouse.routing.Pool;

/**
 * The power of two choices: of two targets drawn in proportion to weight the one with fewer requests in flight for its weight. Nearly
 * as good as looking at all of them, for the cost of looking at two, and without the herd that follows a stale best.
 *
 * <p>Between equals the first drawn wins, so that idle targets have their share: it was drawn in proportion to weight. Of two with
 * the same weight it is the second, which comes to the same, as each order is as likely, and is what {@link NginxRandomTwo}
 * does: where all weights are equal the two algorithms pick alike from the same draws.
 *
 * <p>Assumes that the load seen is up to date. Sources: M. Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing"
 * (2001); for weights, bins drawn by capacity and compared by balls per capacity, P. Berenbrink, A. Brinkmann, T. Friedetzky and
 * L. Nagel, "Balls into Non-uniform Bins" (2010), which counts the ball to come and so fills the biggest bins first while all are
 * empty.
 */
final class PowerOfTwo extends TwoDraws {
    PowerOfTwo(RandomGenerator random) {
        super(random);
    }

    @Override
    int settle(Pool pool, int first, int second) {
        return pool.weight(first) == pool.weight(second) ? second : first;
    }

    @Override
    String settled(Pool pool, int first, int second) {
        return pool.weight(first) == pool.weight(second)
                ? "of the same weight the second drawn wins"
                : "the first drawn wins";
    }
}
