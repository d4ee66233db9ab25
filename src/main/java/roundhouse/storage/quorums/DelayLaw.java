package roundhouse.storage.quorums;

import java.util.random.RandomGenerator;

/** How long a message takes, in a unit of its own; each draw is independent of the others. */
@FunctionalInterface
public interface DelayLaw {
    /** It takes no time. */
    DelayLaw NONE = _ -> 0;

    double draw(RandomGenerator random);

    /** @param rate the reciprocal of the mean */
    static DelayLaw exponential(double rate) {
        return random -> -StrictMath.log(1 - random.nextDouble()) / rate;
    }

    /** @param least the scale: nothing takes less */
    static DelayLaw pareto(double least, double shape) {
        return random -> least * StrictMath.pow(1 - random.nextDouble(), -1 / shape);
    }

    /** One law with a chance, else another. */
    static DelayLaw mixed(double chance, DelayLaw one, DelayLaw other) {
        return random -> random.nextDouble() < chance ? one.draw(random) : other.draw(random);
    }
}
