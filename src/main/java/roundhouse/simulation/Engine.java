package roundhouse.simulation;

import roundhouse.kernel.Kernel;
import roundhouse.kernel.Streams;

/** What the components of one run share. */
final class Engine {
    final Kernel kernel = new Kernel();
    final Calls calls = new Calls();
    final Totals totals = new Totals();
    final RecentRequests recent = new RecentRequests();
    final Transcript transcript = new Transcript(kernel);
    final RegionIndex regions = new RegionIndex();
    final Streams streams;
    /** Is told what becomes of calls. */
    final Probe probe;

    /** Hears of every request that ended. */
    RequestListener requests = RequestListener.NOBODY;

    Engine(long seed, Probe probe) {
        streams = new Streams(seed);
        this.probe = probe;
    }
}
