package roundhouse.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import roundhouse.simulation.observing.figures.DataTotal.Good;
import roundhouse.simulation.observing.stores.AvailabilityFigure;
import roundhouse.simulation.observing.stores.AvailabilityReport;

/** Which of each client's requests were answered, in two runs. */
final class AvailabilityRows {
    private AvailabilityRows() {}

    /** Of the clients that both have. */
    static List<DataRow> of(List<AvailabilityReport> a, List<AvailabilityReport> b) {
        List<DataRow> rows = new ArrayList<>();
        for (AvailabilityReport first : a) {
            b.stream().filter(other -> other.id().equals(first.id())).forEach(second -> {
                for (AvailabilityFigure figure : AvailabilityFigure.values()) {
                    String name = first.id() + ": " + figure.label().toLowerCase(Locale.ROOT);
                    DataRow.add(rows, name, DataRow.Unit.SHARE, first.share(figure), second.share(figure), Good.MORE);
                }
            });
        }
        return rows;
    }
}
