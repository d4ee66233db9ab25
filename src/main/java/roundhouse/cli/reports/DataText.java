package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report.Latency;

/** What became of data, for people. */
final class DataText {
    private DataText() {}

    static String of(@Nullable DataReport data) {
        if (data == null) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n");
        text.append("Data        ")
                .append(ReportFigures.count(data.reads()))
                .append(" reads, ")
                .append(ReportFigures.count(data.writes()))
                .append(" writes acknowledged, ")
                .append(ReportFigures.count(data.lostAcknowledgedWrites()))
                .append(" of them lost\n");
        text.append("Stale reads ").append(stale(data)).append('\n');
        text.append("Databases   ")
                .append(ReportFigures.count(data.databaseReads()))
                .append(" reads, ")
                .append(ReportFigures.count(data.databaseWrites()))
                .append(" writes\n");
        DataReport.Invalidations messages = data.invalidations();
        if (messages != null) {
            text.append("Messages    ")
                    .append(ReportFigures.count(messages.sent()))
                    .append(" that something was written, ")
                    .append(ReportFigures.count(messages.late()))
                    .append(" late, ")
                    .append(ReportFigures.count(messages.lost()))
                    .append(" lost\n");
        }
        caches(text, data);
        tiers(text, data);
        text.append(StoreText.of(data.stores()));
        return text.toString();
    }

    private static String stale(DataReport data) {
        String share = data.reads() == 0
                ? ""
                : String.format(Locale.ROOT, " (%.3g %%)", 100.0 * data.staleReads() / data.reads());
        Latency age = data.staleAge();
        return ReportFigures.count(data.staleReads())
                + (data.staleReads() == 0 ? "" : share)
                + (age.count() == 0
                        ? ""
                        : "; a newer value had been there for " + ReportFigures.time(age.meanNanos())
                                + " on average, p99 "
                                + ReportFigures.time((double) age.p99Nanos()) + ", at most "
                                + ReportFigures.time((double) age.maxNanos()));
    }

    private static void caches(StringBuilder text, DataReport data) {
        if (data.caches().isEmpty()) {
            return;
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "cache",
            "lookups",
            "hit ratio",
            "stale",
            "cold",
            "evicted",
            "expired",
            "deleted",
            "coalesced",
            "refreshes",
            "entries",
            "dirty"
        });
        data.caches()
                .forEach((id, its) -> rows.add(new String[] {
                    id,
                    ReportFigures.count(its.hits() + its.misses()),
                    ratio(its.hitRatio()),
                    ReportFigures.count(its.stale()),
                    ReportFigures.count(its.cold()),
                    ReportFigures.count(its.evicted()),
                    ReportFigures.count(its.expired()),
                    ReportFigures.count(its.invalidated()),
                    ReportFigures.count(its.coalesced()),
                    ReportFigures.count(its.refreshes()),
                    ReportFigures.count(its.entries()),
                    ReportFigures.count(its.dirty())
                }));
        text.append('\n').append(TextTable.of(rows, 1, 2));
        text.append("All caches together answered ")
                .append(ratio(data.chainHitRatio()))
                .append(" of the reads\n");
    }

    private static void tiers(StringBuilder text, DataReport data) {
        if (data.tiers().isEmpty()) {
            return;
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "ended at", "reads", "of all", "read mean", "read p99", "writes", "write mean", "write p99"
        });
        data.tiers()
                .forEach((id, tier) -> rows.add(new String[] {
                    id,
                    ReportFigures.count(tier.reads()),
                    ratio(data.reads() == 0 ? Double.NaN : (double) tier.reads() / data.reads()),
                    time(tier.readLatency(), tier.readLatency().meanNanos()),
                    time(tier.readLatency(), (double) tier.readLatency().p99Nanos()),
                    ReportFigures.count(tier.writes()),
                    time(tier.writeLatency(), tier.writeLatency().meanNanos()),
                    time(tier.writeLatency(), (double) tier.writeLatency().p99Nanos())
                }));
        text.append('\n').append(TextTable.of(rows, 1, 2));
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
    }

    private static String time(Latency measured, double nanos) {
        return measured.count() == 0 ? "-" : ReportFigures.time(nanos);
    }
}
