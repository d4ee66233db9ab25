package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import roundhouse.simulation.components.TimeOutOfRotation;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.topology.NodeTitles;

/** Which nodes were down, which targets balancers kept requests from, and what limits in number or time did, for people. */
final class OutageText {
    private OutageText() {}

    /** The nodes that were down at all. */
    static String down(Report report, NodeTitles titles) {
        List<String> parts = new ArrayList<>();
        report.nodes()
                .forEach(
                        (id, node) -> down(parts, titles.of(id), node, report.simulatedNanos() - report.warmUpNanos()));
        report.removed()
                .forEach(gone -> down(
                        parts, titles.of(gone.id()) + " (removed)", gone.node(), gone.at() - report.warmUpNanos()));
        return parts.isEmpty() ? "" : "\nDown        " + String.join(", ", parts) + "\n";
    }

    private static void down(List<String> parts, String name, NodeReport node, long measured) {
        if (node.downNanos() > 0) {
            double up = 100 * node.availability(measured);
            parts.add(String.format(
                    Locale.ROOT,
                    "%s for %s (%.2f %% available)",
                    name,
                    ReportFigures.time((double) node.downNanos()),
                    up));
        }
    }

    /** A line for each balancer with health rules: which of its targets these kept requests from. */
    static String outOfUse(Map<String, NodeReport> nodes, NodeTitles titles) {
        List<String> lines = new ArrayList<>();
        nodes.forEach((id, node) -> {
            if (node.targets() != null) {
                List<String> out = new ArrayList<>();
                node.targets().forEach((target, absence) -> {
                    if (absence.times() > 0) {
                        out.add(titles.of(target) + " for " + absence(absence));
                    }
                });
                lines.add(id + ": " + (out.isEmpty() ? "no target" : String.join(", ", out)));
            }
        });
        return lines.isEmpty() ? "" : "\nOut of use  " + String.join("\n            ", lines) + "\n";
    }

    /** {@code 24.9 s, 3 times (2 by checks, 1 as an outlier)}. */
    private static String absence(TimeOutOfRotation absence) {
        List<String> reasons = new ArrayList<>();
        reason(reasons, absence.checks(), "by checks");
        reason(reasons, absence.failures(), "after failed requests");
        reason(reasons, absence.ejections(), "as an outlier");
        reason(reasons, absence.breaks(), "by its breaker");
        return ReportFigures.time((double) absence.timeNanos()) + ", " + ReportFigures.count(absence.times())
                + (absence.times() == 1 ? " time" : " times") + " (" + String.join(", ", reasons) + ")";
    }

    /** A line for each balancer with limits in number or time: what they did, and how long requests waited. */
    static String turnedAway(Map<String, NodeReport> nodes) {
        List<String> lines = new ArrayList<>();
        nodes.forEach((id, node) -> {
            if (node.limits() != null) {
                List<String> parts = new ArrayList<>();
                node.limits().forEach((event, count) -> reason(parts, count, event.words()));
                lines.add(id + ": " + (parts.isEmpty() ? "nobody was turned away" : String.join(", ", parts))
                        + waited(node));
            }
        });
        return lines.isEmpty() ? "" : "\nLimits      " + String.join("\n            ", lines) + "\n";
    }

    private static String waited(NodeReport node) {
        return node.queue().max() == 0
                ? ""
                : "; at most " + ReportFigures.count(node.queue().max()) + " waited"
                        + (node.waiting().count() == 0
                                ? ""
                                : ", mean wait "
                                        + ReportFigures.time(node.waiting().meanNanos()) + ", longest "
                                        + ReportFigures.time(
                                                (double) node.waiting().maxNanos()));
    }

    private static void reason(List<String> reasons, long times, String why) {
        if (times > 0) {
            reasons.add(ReportFigures.count(times) + " " + why);
        }
    }
}
