package roundhouse.simulation.observing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.data.TierTotals;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;

/**
 * What became of data in a run. Counts are from the start; ages and latencies leave the warm-up out.
 *
 * @param reads reads of clients that ended well
 * @param writes writes of clients that were acknowledged
 * @param staleReads reads that gave a value when there had been a newer one
 * @param staleAge for how long there had been
 * @param readLatency round trips of the reads, wherever they ended
 * @param writeLatency round trips of the writes
 * @param storeReads reads that no cache answered
 * @param lostAcknowledgedWrites acknowledged writes that nobody has any more
 * @param databaseReads what databases read, apart from what their own caches had
 * @param databaseWrites what databases wrote
 * @param invalidations what became of messages that something was written; null where none were sent
 * @param tiers where reads and writes ended, by id
 * @param stores the replicated stores
 * @param caches what became of lookups, by the id of the node whose caches they are
 */
public record DataReport(
        long reads,
        long writes,
        long staleReads,
        Report.Latency staleAge,
        Report.Latency readLatency,
        Report.Latency writeLatency,
        long storeReads,
        long lostAcknowledgedWrites,
        long databaseReads,
        long databaseWrites,
        @Nullable Invalidations invalidations,
        Map<String, Tier> tiers,
        Map<String, Caches> caches,
        List<StoreReport> stores) {
    /** Messages to caches. */
    public record Invalidations(long sent, long late, long lost) {}

    /** What ended at a node, and the round trips of it. */
    public record Tier(long reads, long writes, Report.Latency readLatency, Report.Latency writeLatency) {}

    /**
     * The caches of one node.
     *
     * @param hits lookups that gave a value
     * @param byteHitRatio bytes of values given among those asked for, 0 to 1; not a number without any
     * @param stale hits of which there had been a newer value
     * @param outdated values given after their time was over
     * @param cold misses for what was never there
     * @param expired entries found when their time was over
     * @param evicted entries that had to go for others
     * @param invalidated entries that were taken out
     * @param coalesced misses that waited for the fetch of another
     * @param refreshes fetches behind an answer
     * @param entries entries at the end
     * @param bytes memory of their values, bytes
     * @param dirty entries that the store did not have
     */
    public record Caches(
            long hits,
            long misses,
            double byteHitRatio,
            long stale,
            long outdated,
            long cold,
            long expired,
            long evicted,
            long invalidated,
            long coalesced,
            long refreshes,
            long negative,
            long refusedSets,
            long entries,
            long bytes,
            long dirty) {
        static Caches of(CacheFigures of) {
            long bytesAsked = of.hitBytes + of.missBytes;
            return new Caches(
                    of.hits,
                    of.misses,
                    bytesAsked == 0 ? Double.NaN : (double) of.hitBytes / bytesAsked,
                    of.stale,
                    of.outdated,
                    of.cold,
                    of.expired,
                    of.evicted,
                    of.invalidated,
                    of.coalesced,
                    of.refreshes,
                    of.negative,
                    of.refusedSets,
                    of.entries,
                    of.bytes,
                    of.dirty);
        }

        /** Hits among lookups, 0 to 1; not a number without any. */
        public double hitRatio() {
            return hits + misses == 0 ? Double.NaN : (double) hits / (hits + misses);
        }
    }

    /** Reads that gave an old value among all, 0 to 1; not a number without any. */
    public double staleShare() {
        return reads == 0 ? Double.NaN : (double) staleReads / reads;
    }

    /** The part of the reads that some cache answered, 0 to 1; not a number without any. */
    public double chainHitRatio() {
        return reads == 0 ? Double.NaN : 1 - (double) storeReads / reads;
    }

    /** Null where nothing keeps data. */
    static @Nullable DataReport of(RunContext context, Network network) {
        DataTotals data = context.data;
        if (!data.isOn()) {
            return null;
        }
        Latencies readLatency = new Latencies(TierTotals.DIGITS);
        Latencies writeLatency = new Latencies(TierTotals.DIGITS);
        Map<String, Tier> tiers = new LinkedHashMap<>();
        for (TierTotals tier : data.tiers()) {
            readLatency.add(tier.readLatency);
            writeLatency.add(tier.writeLatency);
            tiers.put(
                    tier.id,
                    new Tier(
                            tier.reads,
                            tier.writes,
                            Report.Latency.of(tier.readLatency),
                            Report.Latency.of(tier.writeLatency)));
        }
        Map<String, Caches> caches = new LinkedHashMap<>();
        for (NodeComponent node : network.everyNode()) {
            CacheFigures figures = node.cache();
            if (figures != null) {
                caches.put(node.id, Caches.of(figures));
            }
        }
        return new DataReport(
                data.reads,
                data.writes,
                data.staleReads,
                Report.Latency.of(data.staleAges),
                Report.Latency.of(readLatency),
                Report.Latency.of(writeLatency),
                data.storeReads,
                context.versions.lostAcknowledged(),
                data.databaseReads,
                data.databaseWrites,
                data.invalidationsSent == 0
                        ? null
                        : new Invalidations(data.invalidationsSent, data.invalidationsLate, data.invalidationsLost),
                tiers,
                caches,
                StoreReport.of(network, context.kernel.nowNanos()));
    }
}
