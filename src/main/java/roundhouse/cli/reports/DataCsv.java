package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigure;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.figures.DataDuration;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.DataSeries;
import roundhouse.simulation.observing.history.RunHistory;

/** What became of data, in columns of a row per node; none where nothing keeps data. */
final class DataCsv {
    private DataCsv() {}

    static List<Object> header(@Nullable DataReport data) {
        List<Object> header = new ArrayList<>();
        if (data != null) {
            for (CacheFigure figure : CacheFigure.values()) {
                header.add(figure.column());
            }
            header.addAll(List.of("reads_ended", "writes_ended"));
            for (DataDuration duration : DataDuration.values()) {
                if (duration.isOfTiers()) {
                    ReportCsv.latencyHeader(header, duration.key().replace('-', '_'));
                }
            }
        }
        header.addAll(StoreCsv.header(data));
        header.addAll(AvailabilityCsv.header(data));
        return header;
    }

    static List<Object> cells(@Nullable DataReport data, String id) {
        List<Object> cells = new ArrayList<>();
        if (data == null) {
            return cells;
        }
        DataReport.Caches its = data.caches().get(id);
        for (CacheFigure figure : CacheFigure.values()) {
            cells.add(its == null ? "" : figure.isShare() ? known(its.of(figure)) : (Object) its.count(figure));
        }
        DataReport.Tier tier = data.tiers().get(id);
        cells.addAll(tier == null ? Collections.nCopies(2, "") : List.of(tier.reads(), tier.writes()));
        for (DataDuration duration : DataDuration.values()) {
            if (duration.isOfTiers()) {
                ReportCsv.latency(cells, tier == null ? Report.Latency.NONE : duration.of(tier));
            }
        }
        cells.addAll(StoreCsv.cells(data, id));
        cells.addAll(AvailabilityCsv.cells(data, id));
        return cells;
    }

    /** The columns of {@link #series}. */
    static List<String> seriesHeader(DataHistory data) {
        List<String> header = new ArrayList<>();
        if (data.isOn()) {
            data.caches().forEach(id -> header.add(CacheFigure.HIT_RATIO.column() + "_" + id));
            header.add(CacheFigure.STALE_SHARE.column());
            header.add(CacheFigure.DIRTY.column());
            for (DataSeries series : DataSeries.values()) {
                header.add(series.column() + "_per_second");
            }
        }
        header.addAll(StoreCsv.seriesHeader(data.stores()));
        header.addAll(AvailabilityCsv.seriesHeader(data));
        return header;
    }

    /** Columns of a cell for each span of time. */
    static List<Object[]> series(RunHistory history) {
        DataHistory data = history.data();
        List<Object[]> columns = new ArrayList<>();
        if (data.isOn()) {
            for (double[] ratios : data.hitRatios()) {
                columns.add(known(ratios));
            }
            columns.add(known(data.staleShares()));
            columns.add(LongStream.of(data.dirty()).boxed().toArray());
            for (DataSeries series : DataSeries.values()) {
                columns.add(known(data.perSecond(series, history.spanNanos())));
            }
        }
        columns.addAll(StoreCsv.series(data.stores(), history.spanNanos()));
        columns.addAll(AvailabilityCsv.series(data));
        return columns;
    }

    static Object[] known(double[] values) {
        return DoubleStream.of(values).mapToObj(DataCsv::known).toArray();
    }

    static Object known(double ratio) {
        return Double.isNaN(ratio) ? "" : ratio;
    }
}
