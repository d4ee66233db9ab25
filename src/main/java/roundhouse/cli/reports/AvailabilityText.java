package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import roundhouse.simulation.observing.stores.AvailabilityFigure;
import roundhouse.simulation.observing.stores.AvailabilityReport;
import roundhouse.topology.NodeTitles;

/** Which of each client's requests were answered, for people; of partitions only where there was one. */
final class AvailabilityText {
    private AvailabilityText() {}

    static String of(List<AvailabilityReport> clients, NodeTitles titles) {
        if (clients.isEmpty()) {
            return "";
        }
        boolean parted = clients.stream().anyMatch(of -> of.asked(AvailabilityFigure.PARTED) > 0);
        List<AvailabilityFigure> figures = Arrays.stream(AvailabilityFigure.values())
                .filter(figure -> parted || !figure.isParted())
                .toList();
        List<String[]> rows = new ArrayList<>();
        rows.add(Stream.concat(
                        Stream.of("answered to"),
                        figures.stream().map(figure -> figure.key().replace('-', ' ')))
                .toArray(String[]::new));
        for (AvailabilityReport of : clients) {
            rows.add(Stream.concat(
                            Stream.of(titles.of(of.id())), figures.stream().map(figure -> text(of, figure)))
                    .toArray(String[]::new));
        }
        return "\n" + TextTable.of(rows, 1, 2);
    }

    private static String text(AvailabilityReport of, AvailabilityFigure figure) {
        return of.asked(figure) == 0
                ? "-"
                : String.format(Locale.ROOT, "%.2f %%", 100 * of.share(figure)) + " of "
                        + ReportFigures.count(of.asked(figure));
    }
}
