package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import roundhouse.routing.zones.ZoneCounts;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.simulation.observing.ZoneFigures;

/** Where balancers that stand in zones sent their requests, for people. */
final class ZoneText {
    private ZoneText() {}

    /** A line for each of these balancers, and one for what the targets of each zone got; none where no balancer stands in a zone. */
    static List<String> lines(Map<String, NodeReport> nodes, List<ZoneFigures.Load> loads) {
        List<String> lines = new ArrayList<>();
        nodes.forEach((id, node) -> {
            ZoneFigures zones = node.zones();
            if (zones != null) {
                lines.add(id + (zones.zone().isEmpty() ? "" : " in zone " + zones.zone()) + ": " + picks(zones));
            }
        });
        List<String> skews = new ArrayList<>();
        for (ZoneFigures.Load load : loads) {
            String targets = load.targets() + (load.targets() == 1 ? " target" : " targets");
            String skew = Double.isNaN(load.skew())
                    ? ""
                    : String.format(Locale.ROOT, ", each %.2f times the mean", load.skew());
            skews.add(name(load.zone()) + " " + ReportFigures.count(load.picked()) + " (" + targets + skew + ")");
        }
        if (!skews.isEmpty()) {
            lines.add("in all: " + String.join(", ", skews));
        }
        return lines;
    }

    private static String picks(ZoneFigures zones) {
        if (zones.kept() + zones.crossed() == 0) {
            return "no requests";
        }
        List<String> parts = new ArrayList<>();
        zones.picks().forEach((zone, count) -> parts.add(name(zone) + " " + ReportFigures.count(count)));
        return String.format(
                Locale.ROOT,
                "%.2f %% kept, %.2f %% crossed (%s)",
                100 * zones.keptShare(),
                100 - 100 * zones.keptShare(),
                String.join(", ", parts));
    }

    private static String name(String zone) {
        return zone.equals(ZoneCounts.UNNAMED) ? "no zone" : zone;
    }
}
