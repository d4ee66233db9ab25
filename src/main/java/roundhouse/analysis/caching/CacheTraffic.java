package roundhouse.analysis.caching;

import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.ValueSizes;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/**
 * One cache and what comes to it.
 *
 * @param settings its rules
 * @param keys which keys its reads are about
 * @param values how large they are
 * @param reads a second that come to it
 * @param writes a second of the same keys at their store
 * @param poisson whether reads and writes come as Poisson processes
 * @param notIndependent why its reads are not about keys that are drawn each for itself; empty where they are
 * @param rateUnknown why nobody can say beforehand how many come a second; empty where one can
 * @param told how the cache hears of writes; empty where it does not
 */
record CacheTraffic(
        CacheSettings settings,
        KeyDistribution keys,
        ValueSizes values,
        double reads,
        double writes,
        boolean poisson,
        String notIndependent,
        String rateUnknown,
        String told) {

    /** The same under other rules. */
    CacheTraffic with(CacheSettings other) {
        return new CacheTraffic(other, keys, values, reads, writes, poisson, notIndependent, rateUnknown, told);
    }

    /** Entries that fit in it, if all values have one size. */
    long entries() {
        return settings.capacity().inBytes()
                ? settings.capacity().amount() / values.min()
                : settings.capacity().amount();
    }

    /** Whether how many entries fit depends on which. */
    boolean sizesDiffer() {
        return settings.capacity().inBytes() && values.min() != values.max();
    }

    /** Whether all keys are there at once. */
    boolean allFit() {
        return !sizesDiffer() && entries() >= keys.count();
    }
}
