package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.simulation.observing.ZoneFigures;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.topology.nodes.ServerGroup;

/** The report as tables (RFC 4180, LF line ends): a row per node, or a row per span of time. Times are in seconds. */
public final class ReportCsv {
    private static final double SECOND = 1e9;
    private static final List<String> LATENCY = List.of("mean", "p50", "p90", "p95", "p99", "p99_9", "max");

    private ReportCsv() {}

    /**
     * A header and a row per node, those that were removed last but for groups of servers, with the time of that. Columns about limits, calls,
     * zones, names and groups only where there are any.
     */
    public static String of(Report report) {
        List<Object> header = new ArrayList<>(List.of(
                "node",
                "kind",
                "picked",
                "served",
                "utilization",
                "in_flight_mean",
                "in_flight_max",
                "queue_mean",
                "queue_max"));
        latencyHeader(header, "wait");
        latencyHeader(header, "latency");
        for (Outcome outcome : Outcome.values()) {
            header.add(outcome.key().replace('-', '_'));
        }
        header.add("down");
        header.addAll(List.of(
                "sessions_held", "sessions_lost", "sessions_missed", "session_bytes", "wait_p99_at_least", "removed"));
        List<NodeReport> every = new ArrayList<>(report.nodes().values());
        report.removed().forEach(gone -> every.add(gone.node()));
        boolean limited = every.stream().anyMatch(node -> node.limits() != null);
        if (limited) {
            for (LimitEvent event : LimitEvent.values()) {
                header.add(event.key().replace('-', '_'));
            }
        }
        Set<String> called = CallTables.targets(every);
        header.addAll(CallTables.header(called));
        List<String> zones = report.zones().stream().map(ZoneFigures.Load::zone).toList();
        if (!zones.isEmpty()) {
            header.addAll(List.of("zone", "kept_in_zone", "crossed_zones"));
            zones.forEach(zone -> header.add("picked_in_" + (zone.isEmpty() ? "no_zone" : zone)));
        }
        Set<String> named = NamingTables.targets(every);
        header.addAll(NamingTables.header(named));
        List<Object> guarded = GuardTables.header(every);
        header.addAll(guarded);
        header.addAll(DataCsv.header(report.data()));
        header.addAll(CostTables.header(report.cost()));
        int ofNodes = header.size();
        header.addAll(GroupCsv.header(report.groups()));
        StringBuilder csv = new StringBuilder();
        row(csv, header);
        report.nodes().forEach((id, node) -> {
            List<Object> cells = cells(id, node, "", limited, called, zones);
            cells.addAll(NamingTables.cells(node.naming(), named));
            cells.addAll(GuardTables.cells(node.guard(), guarded.size()));
            cells.addAll(DataCsv.cells(report.data(), id));
            cells.addAll(CostTables.cells(report.cost(), id));
            row(csv, padded(cells, header.size()));
        });
        report.removed().forEach(gone -> {
            List<Object> cells = cells(gone.id(), gone.node(), gone.at() / SECOND, limited, called, zones);
            cells.addAll(NamingTables.cells(gone.node().naming(), named));
            cells.addAll(GuardTables.cells(gone.node().guard(), guarded.size()));
            cells.addAll(DataCsv.cells(report.data(), gone.id()));
            cells.addAll(CostTables.cells(report.cost(), gone.id()));
            row(csv, padded(cells, header.size()));
        });
        report.groups().forEach((id, group) -> {
            List<Object> cells = padded(new ArrayList<>(List.of(id, ServerGroup.KIND)), ofNodes);
            cells.addAll(GroupCsv.cells(group));
            row(csv, cells);
        });
        return csv.toString();
    }

    /**
     * A header and a row per span: figures of all clients together, then requests in flight per server and waiting per balancer with a queue,
     * then, where anything keeps data, what became of it, what all costs an hour, and how many servers groups had. What there was nothing to
     * measure for is left empty.
     */
    public static String series(RunHistory history) {
        List<Object> header = new ArrayList<>(
                List.of("until", "ok_per_second", "errors_per_second", "timeouts_per_second", "p50", "p95", "p99"));
        history.servers().forEach(row -> header.add(seriesHeader(row)));
        header.addAll(DataCsv.seriesHeader(history.data()));
        if (history.cost().length > 0) {
            header.add("cost_per_hour");
        }
        header.addAll(GroupCsv.seriesHeader(history.groups()));
        List<Object[]> data = DataCsv.series(history);
        StringBuilder csv = new StringBuilder();
        row(csv, header);
        for (int i = 0; i < history.throughput().length; i++) {
            List<Object> cells = new ArrayList<>(List.of(
                    (i + 1) * history.spanNanos() / SECOND,
                    history.throughput()[i],
                    history.errors()[i],
                    history.timeouts()[i]));
            boolean answered = history.throughput()[i] > 0;
            for (long[] latencies : List.of(history.p50Nanos(), history.p95Nanos(), history.p99Nanos())) {
                cells.add(answered ? latencies[i] / SECOND : "");
            }
            for (int[] server : history.inFlight()) {
                cells.add(server[i] == RunHistory.NOT_THERE ? "" : server[i]);
            }
            for (Object[] column : data) {
                cells.add(column[i]);
            }
            if (history.cost().length > 0) {
                cells.add(history.cost()[i]);
            }
            cells.addAll(GroupCsv.seriesCells(history.groups(), i));
            row(csv, cells);
        }
        return csv.toString();
    }

    private static String seriesHeader(String row) {
        return row.endsWith(RunHistory.QUEUE)
                ? "queue_" + row.substring(0, row.length() - RunHistory.QUEUE.length())
                : "in_flight_" + row;
    }

    private static List<Object> cells(
            String id, NodeReport node, Object removed, boolean limited, Set<String> called, List<String> zones) {
        List<Object> cells = new ArrayList<>(List.of(
                id,
                node.kind(),
                node.picked(),
                node.served(),
                known(node.utilization(), node.utilization()),
                known(node.inFlight().mean(), node.inFlight().mean()),
                known(node.inFlight().mean(), node.inFlight().max()),
                known(node.queue().mean(), node.queue().mean()),
                known(node.queue().mean(), node.queue().max())));
        latency(cells, node.waiting());
        latency(cells, node.latency());
        for (Outcome outcome : Outcome.values()) {
            cells.add(node.outcomes().getOrDefault(outcome, 0L));
        }
        cells.add(known(node.inFlight().mean(), node.downNanos() / SECOND));
        Report.Sessions sessions = node.sessions();
        cells.addAll(
                sessions == null
                        ? List.of("", "", "", "")
                        : List.of(sessions.held(), sessions.lost(), sessions.missed(), sessions.bytes()));
        cells.add(node.waitsLonger() ? node.waitingSoFar().p99Nanos() / SECOND : "");
        cells.add(removed);
        for (LimitEvent event : limited ? LimitEvent.values() : new LimitEvent[0]) {
            Map<LimitEvent, Long> limits = node.limits();
            cells.add(limits == null ? "" : limits.get(event));
        }
        cells.addAll(CallTables.cells(node.calls(), called));
        if (!zones.isEmpty()) {
            zones(cells, node.zones(), zones);
        }
        return cells;
    }

    private static void zones(List<Object> cells, @Nullable ZoneFigures its, List<String> zones) {
        if (its == null) {
            cells.addAll(Collections.nCopies(3 + zones.size(), ""));
            return;
        }
        cells.addAll(List.of(its.zone(), its.kept(), its.crossed()));
        zones.forEach(zone -> cells.add(its.picks().getOrDefault(zone, 0L)));
    }

    /** The row with as many empty cells more as it lacks. */
    private static List<Object> padded(List<Object> cells, int columns) {
        cells.addAll(Collections.nCopies(columns - cells.size(), ""));
        return cells;
    }

    /** The value, or nothing where the measure of it is not a number. */
    private static Object known(double measure, Object value) {
        return Double.isNaN(measure) ? "" : value;
    }

    static void latencyHeader(List<Object> header, String name) {
        for (String figure : LATENCY) {
            header.add(name + "_" + figure);
        }
    }

    /** Left empty when there was none to measure. */
    static void latency(List<Object> cells, Latency latency) {
        if (latency.count() == 0) {
            cells.addAll(Collections.nCopies(LATENCY.size(), ""));
            return;
        }
        cells.add(latency.meanNanos() / SECOND);
        for (long value : new long[] {
            latency.p50Nanos(),
            latency.p90Nanos(),
            latency.p95Nanos(),
            latency.p99Nanos(),
            latency.p999Nanos(),
            latency.maxNanos()
        }) {
            cells.add(value / SECOND);
        }
    }

    private static void row(StringBuilder csv, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(quoted(cells.get(i).toString()));
        }
        csv.append('\n');
    }

    /** Names of zones are free, and may hold commas and quotes. */
    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
