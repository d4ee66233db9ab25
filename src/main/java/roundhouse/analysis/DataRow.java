package roundhouse.analysis;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.figures.DataDuration;
import roundhouse.simulation.observing.figures.DataTotal;

/**
 * A figure of data in two runs, warm-up included where it is a count. What is 0 in both is left out.
 *
 * @param name in words
 * @param a a count, a share from 0 to 1, nanoseconds or bytes; not a number where there is none
 * @param good what a difference of it means
 */
public record DataRow(String name, Unit unit, double a, double b, DataTotal.Good good) {
    /** What its values are. */
    public enum Unit {
        COUNT,
        SHARE,
        NANOS,
        BYTES
    }

    /** Of two runs that keep data: of the system, of each cache that both have, and of where requests ended in both. */
    public static List<DataRow> of(DataReport a, DataReport b) {
        List<DataRow> rows = new ArrayList<>();
        for (DataTotal total : DataTotal.values()) {
            add(rows, total.label(), unit(total.isShare()), total.of(a), total.of(b), total.good());
        }
        for (DataDuration duration : DataDuration.values()) {
            latencies(rows, duration.label(), duration.of(a), duration.of(b));
        }
        a.caches().forEach((id, first) -> {
            DataReport.Caches second = b.caches().get(id);
            if (second != null) {
                for (CacheFigure figure : CacheFigure.values()) {
                    String name = id + ": " + lower(figure.label());
                    add(rows, name, unit(figure), first.of(figure), second.of(figure), DataTotal.Good.NEITHER);
                }
            }
        });
        a.tiers().forEach((id, first) -> {
            DataReport.Tier second = b.tiers().get(id);
            if (second != null) {
                tier(rows, id, first, second);
            }
        });
        rows.addAll(StoreRows.of(a.stores(), b.stores()));
        rows.addAll(AvailabilityRows.of(a.availability(), b.availability()));
        return rows;
    }

    private static void tier(List<DataRow> rows, String id, DataReport.Tier first, DataReport.Tier second) {
        String ended = id + ": ended here, ";
        add(rows, ended + "reads", Unit.COUNT, (double) first.reads(), (double) second.reads(), DataTotal.Good.NEITHER);
        add(
                rows,
                ended + "writes",
                Unit.COUNT,
                (double) first.writes(),
                (double) second.writes(),
                DataTotal.Good.NEITHER);
        for (DataDuration duration : DataDuration.values()) {
            if (duration.isOfTiers()) {
                latencies(rows, ended + lower(duration.label()), duration.of(first), duration.of(second));
            }
        }
    }

    private static Unit unit(boolean share) {
        return share ? Unit.SHARE : Unit.COUNT;
    }

    private static Unit unit(CacheFigure figure) {
        return figure == CacheFigure.BYTES ? Unit.BYTES : unit(figure.isShare());
    }

    private static String lower(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static void latencies(List<DataRow> rows, String name, Latency a, Latency b) {
        latency(rows, name + " mean", a, a.meanNanos(), b, b.meanNanos());
        latency(rows, name + " p50", a, (double) a.p50Nanos(), b, (double) b.p50Nanos());
        latency(rows, name + " p99", a, (double) a.p99Nanos(), b, (double) b.p99Nanos());
        latency(rows, name + " max", a, (double) a.maxNanos(), b, (double) b.maxNanos());
    }

    private static void latency(List<DataRow> rows, String name, Latency a, double first, Latency b, double second) {
        add(
                rows,
                name,
                Unit.NANOS,
                a.count() == 0 ? Double.NaN : first,
                b.count() == 0 ? Double.NaN : second,
                DataTotal.Good.LESS);
    }

    static void add(List<DataRow> rows, String name, Unit unit, double a, double b, DataTotal.Good good) {
        boolean none = (Double.isNaN(a) || a == 0) && (Double.isNaN(b) || b == 0);
        if (!none) {
            rows.add(new DataRow(name, unit, a, b, good));
        }
    }
}
