package roundhouse.cli.reports;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.DataReport;
import tools.jackson.databind.node.ObjectNode;

/** What became of data, for programs. */
final class DataJson {
    private DataJson() {}

    static void write(ObjectNode root, DataReport report) {
        ObjectNode caches = root.putObject("caches");
        report.caches().forEach((id, its) -> cache(caches.putObject(id), its));
        ObjectNode data = root.putObject("data");
        data.put("reads", report.reads());
        data.put("writes", report.writes());
        data.put("stale-reads", report.staleReads());
        ReportJson.latency(data.putObject("stale-age"), report.staleAge());
        data.put("lost-acknowledged-writes", report.lostAcknowledgedWrites());
        data.put("database-reads", report.databaseReads());
        data.put("database-writes", report.databaseWrites());
        data.put("hit-ratio", known(report.chainHitRatio()));
        DataReport.Invalidations invalidations = report.invalidations();
        if (invalidations != null) {
            data.putObject("invalidations")
                    .put("sent", invalidations.sent())
                    .put("late", invalidations.late())
                    .put("lost", invalidations.lost());
        }
        StoreJson.write(root, report.stores());
        ObjectNode tiers = data.putObject("ended-at");
        report.tiers().forEach((id, tier) -> {
            ObjectNode its = tiers.putObject(id).put("reads", tier.reads()).put("writes", tier.writes());
            ReportJson.latency(its.putObject("read-latency"), tier.readLatency());
            ReportJson.latency(its.putObject("write-latency"), tier.writeLatency());
        });
    }

    private static void cache(ObjectNode to, DataReport.Caches its) {
        to.put("hits", its.hits())
                .put("misses", its.misses())
                .put("hit-ratio", known(its.hitRatio()))
                .put("byte-hit-ratio", known(its.byteHitRatio()))
                .put("stale", its.stale())
                .put("outdated", its.outdated())
                .put("cold", its.cold())
                .put("expired", its.expired())
                .put("evicted", its.evicted())
                .put("invalidated", its.invalidated())
                .put("coalesced", its.coalesced())
                .put("refreshes", its.refreshes())
                .put("negative", its.negative())
                .put("refused-sets", its.refusedSets())
                .put("entries", its.entries())
                .put("bytes", its.bytes())
                .put("dirty", its.dirty());
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
