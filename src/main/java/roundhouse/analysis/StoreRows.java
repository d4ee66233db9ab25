package roundhouse.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import roundhouse.simulation.observing.figures.DataTotal.Good;
import roundhouse.simulation.observing.stores.FigureUnit;
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;

/** Figures of a replicated store in two runs. */
final class StoreRows {
    private StoreRows() {}

    /** Of the stores that both have. */
    static List<DataRow> of(List<StoreReport> a, List<StoreReport> b) {
        List<DataRow> rows = new ArrayList<>();
        for (StoreReport first : a) {
            b.stream()
                    .filter(other -> other.id().equals(first.id()))
                    .findFirst()
                    .ifPresent(second -> store(rows, first, second));
        }
        return rows;
    }

    private static void store(List<DataRow> rows, StoreReport a, StoreReport b) {
        for (StoreFigure figure : StoreFigure.values()) {
            DataRow.add(
                    rows,
                    name(a.id(), figure.label()),
                    unit(figure.unit()),
                    value(figure, a),
                    value(figure, b),
                    good(figure));
        }
        for (StoreDuration duration : StoreDuration.values()) {
            StoreReport.Durations first = a.of(duration);
            StoreReport.Durations second = b.of(duration);
            String name = name(a.id(), duration.label());
            duration(rows, name + " mean", first, first.meanNanos(), second, second.meanNanos());
            duration(rows, name + " p99", first, (double) first.p99Nanos(), second, (double) second.p99Nanos());
            duration(rows, name + " max", first, (double) first.maxNanos(), second, (double) second.maxNanos());
        }
        DataRow.add(
                rows,
                name(a.id(), "Together after a partition"),
                DataRow.Unit.NANOS,
                converged(a),
                converged(b),
                Good.LESS);
        for (StoreReport.Member member : a.members()) {
            b.members().stream()
                    .filter(other -> other.id().equals(member.id()))
                    .findFirst()
                    .ifPresent(other -> member(rows, member, other));
        }
    }

    private static void member(List<DataRow> rows, StoreReport.Member a, StoreReport.Member b) {
        for (MemberFigure figure : List.of(MemberFigure.MOST_BEHIND, MemberFigure.MOST_LAG)) {
            String what = figure == MemberFigure.MOST_LAG ? "Largest lag" : "Most behind";
            DataRow.add(
                    rows,
                    name(a.id(), what),
                    unit(figure.unit()),
                    (double) a.of(figure),
                    (double) b.of(figure),
                    Good.LESS);
        }
    }

    private static double value(StoreFigure figure, StoreReport store) {
        return figure.isOf(store.hasLeaders()) ? store.of(figure) : Double.NaN;
    }

    private static double converged(StoreReport store) {
        Long nanos = store.convergedNanos();
        return nanos == null ? Double.NaN : (double) nanos;
    }

    private static void duration(
            List<DataRow> rows,
            String name,
            StoreReport.Durations a,
            double first,
            StoreReport.Durations b,
            double second) {
        DataRow.add(
                rows,
                name,
                DataRow.Unit.NANOS,
                a.count() == 0 ? Double.NaN : first,
                b.count() == 0 ? Double.NaN : second,
                Good.LESS);
    }

    private static Good good(StoreFigure figure) {
        return figure.isBad() ? Good.LESS : figure.isGood() ? Good.MORE : Good.NEITHER;
    }

    private static DataRow.Unit unit(FigureUnit unit) {
        return switch (unit) {
            case COUNT -> DataRow.Unit.COUNT;
            case SHARE -> DataRow.Unit.SHARE;
            case NANOS -> DataRow.Unit.NANOS;
            case BYTES -> DataRow.Unit.BYTES;
        };
    }

    private static String name(String id, String label) {
        return id + ": " + label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
