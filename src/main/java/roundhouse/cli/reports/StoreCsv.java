package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.history.StoreSeries;
import roundhouse.simulation.observing.stores.FigureUnit;
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;

/** What became of replicated stores, in columns of tables: of a member in a row per node, of a store in a row per span of time. */
final class StoreCsv {
    private static final double SECOND = 1e9;

    private StoreCsv() {}

    /** The columns of {@link #cells}; none where there is no store. */
    static List<Object> header(@Nullable DataReport data) {
        List<Object> header = new ArrayList<>();
        if (data != null && !data.stores().isEmpty()) {
            header.addAll(List.of("store", "leads"));
            for (MemberFigure figure : MemberFigure.values()) {
                header.add(figure.column());
            }
        }
        return header;
    }

    static List<Object> cells(@Nullable DataReport data, String id) {
        List<Object> cells = new ArrayList<>();
        if (data == null || data.stores().isEmpty()) {
            return cells;
        }
        for (StoreReport store : data.stores()) {
            Optional<StoreReport.Member> member =
                    store.members().stream().filter(one -> one.id().equals(id)).findFirst();
            if (member.isPresent()) {
                cells.addAll(List.of(store.id(), member.get().leads()));
                for (MemberFigure figure : MemberFigure.values()) {
                    cells.add(
                            figure.isOf(store.hasLeaders())
                                    ? value(figure.unit(), (double) member.get().of(figure))
                                    : "");
                }
                return cells;
            }
        }
        cells.addAll(Collections.nCopies(2 + MemberFigure.values().length, ""));
        return cells;
    }

    /** The columns of {@link #series}. */
    static List<String> seriesHeader(List<StoreSeries> stores) {
        List<String> header = new ArrayList<>();
        for (StoreSeries store : stores) {
            for (StoreFigure figure : StoreFigure.values()) {
                if (figure.isOf(store.leaders())) {
                    header.add(figure.column() + (isRate(figure) ? "_per_second_" : "_") + store.id());
                }
            }
            header.add("leader_" + store.id());
            store.members().forEach(member -> header.addAll(List.of("lag_" + member, "behind_" + member)));
        }
        return header;
    }

    /** Columns of a cell for each span of time. */
    static List<Object[]> series(List<StoreSeries> stores, long spanNanos) {
        List<Object[]> columns = new ArrayList<>();
        for (StoreSeries store : stores) {
            for (StoreFigure figure : StoreFigure.values()) {
                if (figure.isOf(store.leaders())) {
                    double perSecond = isRate(figure) ? SECOND / spanNanos : 1;
                    Object[] column = new Object[store.length()];
                    for (int i = 0; i < column.length; i++) {
                        column[i] = isRate(figure)
                                ? (Object) (store.of(figure, i) * perSecond)
                                : value(figure.unit(), store.of(figure, i));
                    }
                    columns.add(column);
                }
            }
            Object[] leaders = new Object[store.length()];
            for (int i = 0; i < leaders.length; i++) {
                String leader = store.leader()[i];
                leaders[i] = leader == null ? "" : leader;
            }
            columns.add(leaders);
            for (int member = 0; member < store.members().size(); member++) {
                Object[] lags = new Object[store.length()];
                Object[] behind = new Object[store.length()];
                for (int i = 0; i < lags.length; i++) {
                    lags[i] = store.lagNanos()[member][i] / SECOND;
                    behind[i] = store.behind()[member][i];
                }
                columns.add(lags);
                columns.add(behind);
            }
        }
        return columns;
    }

    /** Whether it is told by the second. */
    private static boolean isRate(StoreFigure figure) {
        return !figure.isLevel() && (figure.unit() == FigureUnit.COUNT || figure.unit() == FigureUnit.BYTES);
    }

    private static Object value(FigureUnit unit, double value) {
        return switch (unit) {
            case COUNT, BYTES -> (long) value;
            case SHARE -> Double.isNaN(value) ? "" : (Object) value;
            case NANOS -> value / SECOND;
        };
    }
}
