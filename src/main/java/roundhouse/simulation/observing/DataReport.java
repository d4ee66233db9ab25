package roundhouse.simulation.observing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.data.TierTotals;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.observing.stores.AvailabilityReport;
import roundhouse.simulation.observing.stores.StoreReport;

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
 * @param byteHitRatio bytes of values that some cache gave among those that were read, 0 to 1; not a number without any
 * @param lostAcknowledgedWrites acknowledged writes that nobody has any more
 * @param databaseReads what databases read, apart from what their own caches had
 * @param databaseWrites what databases wrote
 * @param invalidations what became of messages that something was written; null where none were sent
 * @param tiers where reads and writes ended, by id
 * @param stores the replicated stores
 * @param availability what of each client's requests was answered; empty without such stores
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
        double byteHitRatio,
        long lostAcknowledgedWrites,
        long databaseReads,
        long databaseWrites,
        @Nullable Invalidations invalidations,
        Map<String, Tier> tiers,
        Map<String, Caches> caches,
        List<StoreReport> stores,
        List<AvailabilityReport> availability) {
    /** Messages to caches. */
    public record Invalidations(long sent, long late, long lost) {}

    /** What ended at a node, and the round trips of it. */
    public record Tier(long reads, long writes, Report.Latency readLatency, Report.Latency writeLatency) {}

    /**
     * The caches of one node.
     *
     * @param parts for each {@link CacheFigure} the number, or what is counted of a share
     * @param wholes what shares are parts of; 1 for numbers
     * @param earlyNanos how long before the time was over early refreshes began, on average, nanoseconds; 0 without any
     */
    public record Caches(List<Long> parts, List<Long> wholes, double earlyNanos) {
        static Caches of(CacheFigures of) {
            List<Long> parts = new ArrayList<>();
            List<Long> wholes = new ArrayList<>();
            for (CacheFigure figure : CacheFigure.values()) {
                parts.add(figure.part(of));
                wholes.add(figure.whole(of));
            }
            double early = of.early == 0 ? 0 : (double) of.earlyNanos / of.early;
            return new Caches(List.copyOf(parts), List.copyOf(wholes), early);
        }

        /** The number, or what is counted of a share. */
        public long count(CacheFigure figure) {
            return parts.get(figure.ordinal());
        }

        /** The number, or the share from 0 to 1; not a number where there is nothing that it would be a share of. */
        public double of(CacheFigure figure) {
            long whole = wholes.get(figure.ordinal());
            return whole == 0 ? Double.NaN : (double) count(figure) / whole;
        }

        public long hits() {
            return count(CacheFigure.HITS);
        }

        public long misses() {
            return count(CacheFigure.MISSES);
        }

        /** Hits among lookups, 0 to 1; not a number without any. */
        public double hitRatio() {
            return of(CacheFigure.HIT_RATIO);
        }

        public long stale() {
            return count(CacheFigure.STALE);
        }

        public long cold() {
            return count(CacheFigure.COLD);
        }

        public long expired() {
            return count(CacheFigure.EXPIRED);
        }

        public long coalesced() {
            return count(CacheFigure.COALESCED);
        }

        public long refreshes() {
            return count(CacheFigure.REFRESHES);
        }

        public long refusedSets() {
            return count(CacheFigure.REFUSED_SETS);
        }

        public long entries() {
            return count(CacheFigure.ENTRIES);
        }

        public long bytes() {
            return count(CacheFigure.BYTES);
        }

        public long dirty() {
            return count(CacheFigure.DIRTY);
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

    /** Reads that ended there among all, 0 to 1; not a number without any. */
    public double shareOfReads(Tier tier) {
        return reads == 0 ? Double.NaN : (double) tier.reads() / reads;
    }

    /** Entries that no store has, at this moment. */
    public long dirty() {
        return caches.values().stream().mapToLong(Caches::dirty).sum();
    }

    /** Null where nothing keeps data. */
    static @Nullable DataReport of(RunContext context, Network network) {
        DataTotals data = context.data;
        if (!data.isOn()) {
            return null;
        }
        Map<String, Tier> tiers = new LinkedHashMap<>();
        for (TierTotals tier : data.tiers()) {
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
        List<StoreReport> stores = StoreReport.of(network, context.kernel.nowNanos());
        return new DataReport(
                data.reads,
                data.writes,
                data.staleReads,
                Report.Latency.of(data.staleAges),
                Report.Latency.of(data.latency(false)),
                Report.Latency.of(data.latency(true)),
                data.storeReads,
                data.readBytes == 0 ? Double.NaN : 1 - (double) data.storeBytes / data.readBytes,
                context.versions.lostAcknowledged(),
                data.databaseReads,
                data.databaseWrites,
                data.invalidationsSent == 0
                        ? null
                        : new Invalidations(data.invalidationsSent, data.invalidationsLate, data.invalidationsLost),
                tiers,
                caches,
                stores,
                stores.isEmpty() ? List.of() : AvailabilityReport.of(data));
    }
}
