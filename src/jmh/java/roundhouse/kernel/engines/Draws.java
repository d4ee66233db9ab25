package roundhouse.kernel.engines;

import roundhouse.kernel.RandomStream;

/** The random numbers of a model: times between arrivals and times of service, each a stream of its own. */
final class Draws {
    private static final long ARRIVALS = 1;
    private static final long SERVICES = 2;

    private Draws() {}

    static RandomStream arrivals() {
        return new RandomStream(ARRIVALS);
    }

    static RandomStream services() {
        return new RandomStream(SERVICES);
    }

    /** The mean time between two arrivals, in mean services. */
    static double gap(int servers, double utilisation) {
        return 1 / (servers * utilisation);
    }
}
