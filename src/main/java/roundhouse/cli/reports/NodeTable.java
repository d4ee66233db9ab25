package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.Report.NodeReport;

/** What each node did, a row each. */
final class NodeTable {
    private NodeTable() {}

    static String of(Map<String, NodeReport> nodes) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            "Node", "kind", "picked", "ok", "not ok", "busy", "in flight", "queue", "wait p99", "p50", "p99"
        });
        nodes.forEach((id, node) -> rows.add(row(id, node)));
        return TextTable.of(rows, 2, 2);
    }

    private static String[] row(String id, NodeReport node) {
        long bad = node.outcomes().entrySet().stream()
                .filter(entry -> entry.getKey() != Outcome.OK)
                .mapToLong(Map.Entry::getValue)
                .sum();
        boolean works = !node.kind().equals("clients");
        boolean serves = node.kind().equals("server");
        return new String[] {
            id,
            node.kind(),
            ReportFigures.count(node.picked()),
            ReportFigures.count(node.served()),
            ReportFigures.count(bad),
            works ? known("%.1f %%", 100 * node.utilization()) : "–",
            known("%.2f", node.inFlight().mean()),
            works ? known("%.2f", node.queue().mean()) : "–",
            serves || node.limits() != null ? wait(node) : "–",
            time(node.latency(), node.latency().p50Nanos()),
            time(node.latency(), node.latency().p99Nanos())
        };
    }

    /** At least so long, where requests wait still. */
    private static String wait(NodeReport node) {
        return node.waitsLonger()
                ? "≥ " + ReportFigures.time((double) node.waitingSoFar().p99Nanos())
                : time(node.waiting(), node.waiting().p99Nanos());
    }

    /** A time of those measured; a dash when none was. */
    private static String time(Latency measured, long nanos) {
        return measured.count() == 0 ? "–" : ReportFigures.time((double) nanos);
    }

    private static String known(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }
}
