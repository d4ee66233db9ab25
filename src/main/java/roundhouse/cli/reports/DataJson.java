package roundhouse.cli.reports;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.figures.DataDuration;
import roundhouse.simulation.observing.figures.DataTotal;
import tools.jackson.databind.node.ObjectNode;

/** What became of data, for programs. */
final class DataJson {
    private DataJson() {}

    static void write(ObjectNode root, DataReport report) {
        ObjectNode caches = root.putObject("caches");
        report.caches().forEach((id, its) -> cache(caches.putObject(id), its));
        ObjectNode data = root.putObject("data");
        for (DataTotal total : DataTotal.values()) {
            total(data, total, total.of(report));
        }
        for (DataDuration duration : DataDuration.values()) {
            ReportJson.latency(data.putObject(duration.key()), duration.of(report));
        }
        StoreJson.write(root, report.stores());
        StoreJson.availability(root, report.availability());
        ObjectNode tiers = data.putObject("ended-at");
        report.tiers().forEach((id, tier) -> {
            ObjectNode its = tiers.putObject(id).put("reads", tier.reads()).put("writes", tier.writes());
            its.put("share-of-reads", known(report.shareOfReads(tier)));
            for (DataDuration duration : DataDuration.values()) {
                if (duration.isOfTiers()) {
                    ReportJson.latency(its.putObject(duration.key()), duration.of(tier));
                }
            }
        });
    }

    /** What is a key of an object is left out where there is none. */
    private static void total(ObjectNode data, DataTotal total, double value) {
        int slash = total.key().indexOf('/');
        if (slash < 0) {
            put(data, total.key(), total.isShare(), value);
        } else if (!Double.isNaN(value)) {
            ObjectNode object = data.withObjectProperty(total.key().substring(0, slash));
            put(object, total.key().substring(slash + 1), total.isShare(), value);
        }
    }

    private static void cache(ObjectNode to, DataReport.Caches its) {
        for (CacheFigure figure : CacheFigure.values()) {
            put(to, figure.key(), figure.isShare(), its.of(figure));
        }
        to.put("early-by", its.count(CacheFigure.EARLY) == 0 ? null : (Double) (its.earlyNanos() / 1e9));
    }

    private static void put(ObjectNode to, String key, boolean share, double value) {
        if (share) {
            to.put(key, known(value));
        } else {
            to.put(key, (long) value);
        }
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
