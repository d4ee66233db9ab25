package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.topology.NodeTitles;

/** What became of data, for people. */
final class DataText {
    /** Columns that are there only where any cache has something to say. */
    private static final Set<CacheFigure> SELDOM = EnumSet.of(
            CacheFigure.STALE_SHARE,
            CacheFigure.EARLY,
            CacheFigure.OUTDATED,
            CacheFigure.NEGATIVE,
            CacheFigure.REFUSED_SETS,
            CacheFigure.BYTES);

    private DataText() {}

    static String of(@Nullable DataReport data, NodeTitles titles) {
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
                .append(" of them lost, ")
                .append(ReportFigures.count(data.dirty()))
                .append(" in no store yet\n");
        latency(text, "Reads took  ", data.readLatency());
        latency(text, "Writes took ", data.writeLatency());
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
        caches(text, data, titles);
        tiers(text, data, titles);
        text.append(StoreText.of(data.stores()));
        text.append(AvailabilityText.of(data.availability(), titles));
        return text.toString();
    }

    private static void latency(StringBuilder text, String name, Latency latency) {
        if (latency.count() > 0) {
            text.append(name).append(ReportText.latency(latency)).append('\n');
        }
    }

    private static String stale(DataReport data) {
        String share = data.reads() == 0 ? "" : String.format(Locale.ROOT, " (%.3g %%)", 100 * data.staleShare());
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

    private static void caches(StringBuilder text, DataReport data, NodeTitles titles) {
        if (data.caches().isEmpty()) {
            return;
        }
        List<CacheFigure> figures = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("cache"));
        for (CacheFigure figure : CacheFigure.values()) {
            if (!SELDOM.contains(figure) || data.caches().values().stream().anyMatch(its -> its.count(figure) > 0)) {
                figures.add(figure);
                heading.add(figure.key().replace('-', ' '));
            }
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(heading.toArray(new String[0]));
        data.caches().forEach((id, its) -> {
            List<String> cells = new ArrayList<>(List.of(titles.of(id)));
            figures.forEach(figure ->
                    cells.add(figure.isShare() ? ratio(its.of(figure)) : ReportFigures.count(its.count(figure))));
            rows.add(cells.toArray(new String[0]));
        });
        text.append('\n').append(TextTable.of(rows, 1, 2));
        text.append("All caches together answered ")
                .append(ratio(data.chainHitRatio()))
                .append(" of the reads\n");
    }

    private static void tiers(StringBuilder text, DataReport data, NodeTitles titles) {
        if (data.tiers().isEmpty()) {
            return;
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "ended at", "reads", "of all", "read mean", "read p99", "writes", "write mean", "write p99"
        });
        data.tiers()
                .forEach((id, tier) -> rows.add(new String[] {
                    titles.of(id),
                    ReportFigures.count(tier.reads()),
                    ratio(data.shareOfReads(tier)),
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
