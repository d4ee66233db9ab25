package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LittlesLaw;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.simulation.observing.Report.RemovedNode;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.NodeTitles;

/** The report for people. Every figure has its unit. */
public final class ReportText {
    private ReportText() {}

    /** Nodes are called by their ids. */
    public static String of(Report report) {
        return of(report, TheoryReport.NONE, new NodeTitles());
    }

    /** The same with what theory expects, and with the names that the transcript has for nodes. */
    public static String of(Report report, TheoryReport theory, NodeTitles titles) {
        StringBuilder text = new StringBuilder();
        line(text, report.topology());
        line(
                text,
                ReportFigures.seconds(report.simulatedNanos()) + " simulated, seed " + report.seed() + warmUp(report));
        line(text, "");
        line(text, "Requests    " + requests(report));
        line(text, "Outcomes    " + outcomes(report));
        line(text, "Latency     " + latency(report.latency()));
        whose(text, report);
        line(text, "");
        Map<String, NodeReport> every = everyNode(report, titles);
        text.append(nodes(every));
        String calls = CallTables.text(every, titles);
        text.append(calls.isEmpty() ? "" : "\n" + calls);
        text.append(NamingTables.text(every));
        text.append(GuardTables.text(every));
        text.append(GroupTables.text(report.groups()));
        text.append(OutageText.down(report, titles));
        text.append(OutageText.outOfUse(every, titles));
        text.append(OutageText.turnedAway(every));
        zones(text, ZoneText.lines(every, report.zones()));
        sessions(text, report, every);
        text.append(CostTables.text(report.cost(), titles));
        text.append(DataText.of(report.data(), titles));
        text.append(theory.text(report, titles));
        expectations(text, report.verdicts());
        if (!report.transcript().isEmpty()) {
            line(text, "");
            line(text, "What happened");
            transcript(report).lines().forEach(line -> line(text, "  " + line));
        }
        line(text, "");
        line(text, "Little      " + little(every));
        line(
                text,
                "Digest      " + ReportJson.digest(report.digest()) + " after " + ReportFigures.count(report.events())
                        + " events");
        return text.toString();
    }

    /** What happened, a line each. */
    public static String transcript(Report report) {
        StringBuilder text = new StringBuilder();
        for (TranscriptLine notice : report.transcript()) {
            line(text, ReportFigures.clock(notice.timeNanos()) + " " + notice.text());
        }
        return text.toString();
    }

    private static void expectations(StringBuilder text, List<Verdict> verdicts) {
        if (!verdicts.isEmpty()) {
            line(text, "");
            line(text, "Expectations");
            for (Verdict verdict : verdicts) {
                String state = String.format(Locale.ROOT, "  %-10s", verdict.state());
                line(text, state + verdict.expectation().text() + "  (" + verdict.finding() + ")");
            }
        }
    }

    private static String requests(Report report) {
        return ReportFigures.count(report.requests()) + " begun, " + ReportFigures.count(report.attempts())
                + " attempts, " + ReportFigures.count(report.unfinished()) + " without an outcome yet";
    }

    private static String warmUp(Report report) {
        if (!report.isMeasured()) {
            return "; all of it is warm-up, so no times and gauges were measured";
        }
        return report.warmUpNanos() == 0
                ? ""
                : "; the first " + ReportFigures.seconds(report.warmUpNanos()) + " are left out of times and gauges";
    }

    private static String outcomes(Report report) {
        List<String> parts = new ArrayList<>();
        long ended =
                report.outcomes().values().stream().mapToLong(Long::longValue).sum();
        for (Outcome outcome : Outcome.values()) {
            long count = report.outcomes().getOrDefault(outcome, 0L);
            if (count > 0 || outcome == Outcome.OK) {
                String share = ended == 0 ? "" : String.format(Locale.ROOT, " (%.2f %%)", 100.0 * count / ended);
                parts.add(String.format(Locale.ROOT, "%s %,d%s", outcome.key(), count, share));
            }
        }
        return String.join(", ", parts);
    }

    static String latency(Latency latency) {
        return latency.count() == 0
                ? "none measured"
                : String.format(
                        "mean %s, p50 %s, p90 %s, p95 %s, p99 %s, p99.9 %s, max %s",
                        ReportFigures.time(latency.meanNanos()),
                        ReportFigures.time((double) latency.p50Nanos()),
                        ReportFigures.time((double) latency.p90Nanos()),
                        ReportFigures.time((double) latency.p95Nanos()),
                        ReportFigures.time((double) latency.p99Nanos()),
                        ReportFigures.time((double) latency.p999Nanos()),
                        ReportFigures.time((double) latency.maxNanos()));
    }

    /** Says, where some requests did not end well, that latencies are of the others only. */
    private static void whose(StringBuilder text, Report report) {
        long measured = report.latency().count();
        boolean allWell = report.outcomes().entrySet().stream()
                .allMatch(entry -> entry.getKey() == Outcome.OK || entry.getValue() == 0);
        if (allWell || measured == 0) {
            return;
        }
        line(
                text,
                "            Latencies are those of the "
                        + (measured == 1 ? "one request" : ReportFigures.count(measured) + " requests")
                        + " that succeeded"
                        + (report.warmUpNanos() == 0 ? "." : " after the warm-up."));
    }

    private static String nodes(Map<String, NodeReport> nodes) {
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

    /** All nodes there ever were by what they are called here; those that were removed come last, and say so. */
    private static Map<String, NodeReport> everyNode(Report report, NodeTitles titles) {
        Map<String, NodeReport> every = new LinkedHashMap<>();
        report.nodes().forEach((id, node) -> every.put(another(every, titles.of(id), id), node));
        for (RemovedNode gone : report.removed()) {
            String removed = " (removed at " + ReportFigures.seconds(gone.at());
            String title = titles.of(gone.id());
            String name = title + removed + ")";
            for (int i = 2; every.containsKey(name); i++) {
                name = title + removed + ", " + i + ")";
            }
            every.put(name, gone.node());
        }
        return every;
    }

    /** The title, or with the id where another has it. */
    private static String another(Map<String, NodeReport> every, String title, String id) {
        return every.containsKey(title) ? title + " (" + id + ")" : title;
    }

    private static void zones(StringBuilder text, List<String> lines) {
        if (!lines.isEmpty()) {
            line(text, "");
            line(text, "Zones       " + String.join("\n            ", lines));
        }
    }

    /** A line for each node that keeps sessions, and what was lost in all. */
    private static void sessions(StringBuilder text, Report report, Map<String, NodeReport> nodes) {
        List<String> lines = new ArrayList<>();
        nodes.forEach((id, node) -> {
            Report.Sessions sessions = node.sessions();
            if (sessions != null) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %s holds %,d (%s), lost %,d, missed %,d",
                        id,
                        sessions.held(),
                        ReportFigures.mebibytes(sessions.bytes()),
                        sessions.lost(),
                        sessions.missed()));
            }
        });
        if (lines.isEmpty() && report.sessionsLost() == 0) {
            return;
        }
        line(text, "");
        line(
                text,
                "Sessions    " + ReportFigures.count(report.sessionsLost()) + " lost, "
                        + ReportFigures.count(report.sessionsMissed())
                        + (report.sessionsMissed() == 1
                                ? " request without the state of its session"
                                : " requests without the state of their session"));
        lines.forEach(line -> line(text, line));
    }

    private static String little(Map<String, NodeReport> nodes) {
        List<String> unmeasured = new ArrayList<>();
        Map.Entry<String, NodeReport> worst = null;
        for (Map.Entry<String, NodeReport> entry : nodes.entrySet()) {
            LittlesLaw law = entry.getValue().little();
            if (!law.isMeasured()) {
                unmeasured.add(entry.getKey());
            } else if (worst == null || law.gap() > worst.getValue().little().gap()) {
                worst = entry;
            }
        }
        if (worst == null) {
            return "not measured: too few requests left the nodes, or too many are still there";
        }
        LittlesLaw little = worst.getValue().little();
        return String.format(
                Locale.ROOT,
                "L = λ W holds within %.2f %% at every node%s (widest at %s: %.3f in flight, %.1f/s × %s)",
                100 * little.gap(),
                unmeasured.isEmpty() ? "" : " but " + String.join(", ", unmeasured) + ", where it was not measured",
                worst.getKey(),
                little.inFlight(),
                little.rate(),
                ReportFigures.time(little.stay() * 1e9));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
