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
        this(servers, utilisation, 1);
    }

    /** @param unit what the mean service is in gaps; services are in mean services */
    Draws(int servers, double utilisation, double unit) {
        gap = unit / (servers * utilisation);
    }

    double gap() {
        return arrivals.nextExponential() * gap;
    }

    double service() {
        return services.nextExponential();
    }
}
