package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.stores.AvailabilityFigure;
import roundhouse.simulation.observing.stores.AvailabilityReport;

/** Which of each client's requests were answered, in columns of tables; none where there is no replicated store. */
final class AvailabilityCsv {
    private AvailabilityCsv() {}

    /** The columns of {@link #cells}. */
    static List<Object> header(@Nullable DataReport data) {
        List<Object> header = new ArrayList<>();
        if (data != null && !data.availability().isEmpty()) {
            for (AvailabilityFigure figure : AvailabilityFigure.values()) {
                header.add(figure.column());
            }
        }
        return header;
    }

    /** A share from 0 to 1 each; empty where nothing was asked. */
    static List<Object> cells(@Nullable DataReport data, String id) {
        List<Object> cells = new ArrayList<>();
        if (data == null || data.availability().isEmpty()) {
            return cells;
        }
        for (AvailabilityReport of : data.availability()) {
            if (of.id().equals(id)) {
                for (AvailabilityFigure figure : AvailabilityFigure.values()) {
                    cells.add(DataCsv.known(of.share(figure)));
                }
                return cells;
            }
        }
        return new ArrayList<>(Collections.nCopies(AvailabilityFigure.values().length, ""));
    }

    /** The columns of {@link #series}. */
    static List<String> seriesHeader(DataHistory data) {
        return data.clients().stream()
                .map(id -> AvailabilityFigure.ALL.column() + "_" + id)
                .toList();
    }

    /** Columns of a cell for each span of time. */
    static List<Object[]> series(DataHistory data) {
        List<Object[]> columns = new ArrayList<>();
        for (double[] shares : data.availability()) {
            columns.add(DataCsv.known(shares));
        }
        return columns;
    }
}
