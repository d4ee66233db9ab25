package roundhouse.caching.theory;

/** Caches one behind another, and what a crash of one with unwritten entries loses. */
public final class ChainTheory {
    private ChainTheory() {}

    /**
     * Mean latency of a read through a chain of caches, each asked after the one before it missed.
     *
     * @param latencies of each cache and, last, of the store; any unit
     * @param localHitRatios of each cache, of the requests that reached it: far below what it would hit alone, because the ones before it
     *     have taken the repetitions
     */
    public static double latency(double[] latencies, double[] localHitRatios) {
        if (latencies.length != localHitRatios.length + 1) {
            throw new IllegalArgumentException(
                    latencies.length + " latencies for " + localHitRatios.length + " caches and a store");
        }
        double mean = latencies[localHitRatios.length];
        for (int i = localHitRatios.length - 1; i >= 0; i--) {
            mean = latencies[i] + (1 - localHitRatios[i]) * mean;
        }
        return mean;
    }

    /** Share of all requests that some cache of a chain answers. */
    public static double hitRatio(double[] localHitRatios) {
        double missed = 1;
        for (double ratio : localHitRatios) {
            missed *= 1 - ratio;
        }
        return 1 - missed;
    }

    /** Acknowledged writes a crash loses on average when all that is pending is written every so many seconds; twice as many at most. */
    public static double lostByPeriod(double writes, double periodSeconds) {
        return writes * periodSeconds / 2;
    }

    /** The same when each write waits for exactly so many seconds. */
    public static double lostByDelay(double writes, double delaySeconds) {
        return writes * delaySeconds;
    }

    /** The same when so many are written at a time, however long it takes until there are as many. */
    public static double lostByBatch(int batch) {
        return (batch - 1) / 2.0;
    }
}
