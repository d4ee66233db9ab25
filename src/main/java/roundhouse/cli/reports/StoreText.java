package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import roundhouse.simulation.observing.stores.FigureUnit;
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;

/** What became of replicated stores, for people: a line for each figure and a column for each store, then a line for each member. */
final class StoreText {
    private StoreText() {}

    static String of(List<StoreReport> stores) {
        if (stores.isEmpty()) {
            return "";
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(row("store", stores.stream().map(StoreReport::title)));
        rows.add(row("mode", stores.stream().map(StoreReport::mode)));
        rows.add(row("leader", stores.stream().map(StoreText::leader)));
        for (StoreFigure figure : StoreFigure.values()) {
            if (stores.stream().anyMatch(store -> figure.isOf(store.hasLeaders()))) {
                rows.add(row(lower(figure.label()), stores.stream().map(store -> text(figure, store))));
            }
        }
        for (StoreDuration duration : StoreDuration.values()) {
            String name = lower(duration.label());
            rows.add(row(name + " mean", stores.stream().map(store -> mean(store.of(duration)))));
            rows.add(row(name + " p99", stores.stream().map(store -> p99(store.of(duration)))));
            rows.add(row(name + " max", stores.stream().map(store -> max(store.of(duration)))));
        }
        rows.add(row("together after partition", stores.stream().map(StoreText::converged)));
        String text = "\n" + TextTable.of(rows, 1, 2);
        boolean leaders = stores.stream().anyMatch(StoreReport::hasLeaders);
        boolean others = stores.stream().anyMatch(store -> !store.hasLeaders());
        List<MemberFigure> figures = Arrays.stream(MemberFigure.values())
                .filter(figure -> (leaders && figure.isOf(true)) || (others && figure.isOf(false)))
                .filter(figure -> (figure.isOf(true) && figure.isOf(false)) || isThere(figure, stores))
                .toList();
        return text + members(stores, figures);
    }

    /** Whether there is anything to say of it. */
    private static boolean isThere(MemberFigure figure, List<StoreReport> stores) {
        return stores.stream().flatMap(store -> store.members().stream()).anyMatch(member -> member.of(figure) > 0);
    }

    private static String members(List<StoreReport> stores, List<MemberFigure> figures) {
        List<String[]> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of("member", "role"), figures.stream().map(MemberFigure::heading))
                .toArray(String[]::new));
        for (StoreReport store : stores) {
            for (StoreReport.Member member : store.members()) {
                rows.add(Stream.concat(
                                Stream.of(member.id(), role(store, member)),
                                figures.stream()
                                        .map(figure -> figure.isOf(store.hasLeaders())
                                                ? text(figure.unit(), (double) member.of(figure))
                                                : "-"))
                        .toArray(String[]::new));
            }
        }
        return "\n" + TextTable.of(rows, 2, 2);
    }

    private static String[] row(String name, Stream<String> cells) {
        return Stream.concat(Stream.of(name), cells).toArray(String[]::new);
    }

    private static String text(StoreFigure figure, StoreReport store) {
        return figure.isOf(store.hasLeaders()) ? text(figure.unit(), store.of(figure)) : "-";
    }

    private static String text(FigureUnit unit, double value) {
        return switch (unit) {
            case COUNT, BYTES -> ReportFigures.count((long) value);
            case SHARE -> Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case NANOS -> ReportFigures.time(value);
        };
    }

    private static String mean(StoreReport.Durations its) {
        return its.count() == 0 ? "-" : ReportFigures.time(its.meanNanos());
    }

    private static String p99(StoreReport.Durations its) {
        return its.count() == 0 ? "-" : ReportFigures.time((double) its.p99Nanos());
    }

    private static String max(StoreReport.Durations its) {
        return its.count() == 0 ? "-" : ReportFigures.time((double) its.maxNanos());
    }

    private static String leader(StoreReport store) {
        String leader = store.leader();
        return leader == null ? "-" : leader;
    }

    private static String converged(StoreReport store) {
        Long converged = store.convergedNanos();
        return converged == null ? "-" : ReportFigures.time((double) converged);
    }

    private static String lower(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static String role(StoreReport store, StoreReport.Member member) {
        if (!member.up()) {
            return "down";
        }
        if (!store.hasLeaders()) {
            return "replica";
        }
        return member.leads() ? "leads" : member.follows() == null ? "knows no leader" : "follows " + member.follows();
    }
}
