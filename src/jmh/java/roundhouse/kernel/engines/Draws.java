package roundhouse.kernel.engines;

import roundhouse.kernel.RandomStream;

/** The random numbers of a model: times between arrivals and times of service, each a stream of its own. */
final class Draws {
    private static final long ARRIVALS = 1;
    private static final long SERVICES = 2;

    private final RandomStream arrivals = new RandomStream(ARRIVALS);
    private final RandomStream services = new RandomStream(SERVICES);
    private final double gap;

    Draws(int servers, double utilisation) {
        gap = 1 / (servers * utilisation);
    }

    double gap() {
        return arrivals.nextExponential() * gap;
    }

    double service() {
        return services.nextExponential();
    }
}
