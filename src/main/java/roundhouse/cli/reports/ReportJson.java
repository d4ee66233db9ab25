package roundhouse.cli.reports;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.components.TimeOutOfRotation;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.observing.CallReport;
import roundhouse.simulation.observing.NamingReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.Report.MeanAndMax;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.simulation.observing.ZoneFigures;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Topology;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report for programs. Times are in seconds, as Prometheus has them; shares are from 0 to 1. */
public final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double SECOND = 1e9;

    private ReportJson() {}

    public static String of(Report report) {
        return of(report, TheoryReport.NONE);
    }

    /** The same with what theory expects. */
    public static String of(Report report, TheoryReport theory) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", Topology.FORMAT);
        root.put("topology", report.topology());
        root.put("seed", report.seed());
        root.put("simulated", report.simulatedNanos() / SECOND);
        root.put("warm-up", report.warmUpNanos() / SECOND);
        root.put("digest", digest(report.digest()));
        root.put("events", report.events());
        root.put("requests", report.requests());
        root.put("attempts", report.attempts());
        root.put("unfinished", report.unfinished());
        outcomes(root.putObject("outcomes"), report.outcomes());
        root.put("sessions-lost", report.sessionsLost());
        root.put("sessions-missed", report.sessionsMissed());
        latency(root.putObject("latency"), report.latency());
        ObjectNode nodes = root.putObject("nodes");
        report.nodes().forEach((id, node) -> node(nodes.putObject(id), node));
        if (!report.removed().isEmpty()) {
            ArrayNode removed = root.putArray("removed");
            report.removed().forEach(gone -> {
                ObjectNode its = removed.addObject().put("id", gone.id()).put("at", gone.at() / SECOND);
                node(its, gone.node());
            });
        }
        if (!report.groups().isEmpty()) {
            GroupTables.json(root.putObject("groups"), report.groups());
        }
        if (!report.zones().isEmpty()) {
            ObjectNode zones = root.putObject("zones");
            report.zones()
                    .forEach(load -> zones.putObject(load.zone())
                            .put("targets", load.targets())
                            .put("picked", load.picked())
                            .put("skew", known(load.skew())));
        }
        CostTables.json(root, report.cost());
        if (report.data() != null) {
            DataJson.write(root, report.data());
        }
        theory.write(root, report);
        if (!report.verdicts().isEmpty()) {
            ArrayNode expectations = root.putArray("expectations");
            report.verdicts().forEach(verdict -> verdict(expectations.addObject(), verdict));
        }
        var transcript = root.putArray("transcript");
        for (TranscriptLine notice : report.transcript()) {
            transcript.addObject().put("at", notice.timeNanos() / SECOND).put("text", notice.text());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** 16 hex digits. */
    public static String digest(long digest) {
        return "%016x".formatted(digest);
    }

    private static void node(ObjectNode to, NodeReport node) {
        to.put("kind", node.kind());
        to.put("picked", node.picked());
        to.put("served", node.served());
        to.put("utilization", known(node.utilization()));
        level(to.putObject("in-flight"), node.inFlight());
        level(to.putObject("queue"), node.queue());
        ObjectNode wait = to.putObject("wait");
        latency(wait, node.waiting());
        if (node.waitsLonger()) {
            wait.put("p99-at-least", node.waitingSoFar().p99Nanos() / SECOND);
        }
        latency(to.putObject("latency"), node.latency());
        outcomes(to.putObject("outcomes"), node.outcomes());
        Map<String, TimeOutOfRotation> targets = node.targets();
        if (targets != null) {
            ObjectNode out = to.putObject("targets");
            targets.forEach((id, absence) -> absence(out.putObject(id), absence));
        }
        ZoneFigures zones = node.zones();
        if (zones != null) {
            ObjectNode its = to.putObject("zones")
                    .put("zone", zones.zone())
                    .put("kept", zones.kept())
                    .put("crossed", zones.crossed())
                    .put("kept-share", known(zones.keptShare()));
            ObjectNode picked = its.putObject("picked");
            zones.picks().forEach(picked::put);
        }
        Report.Sessions sessions = node.sessions();
        if (sessions != null) {
            to.putObject("sessions")
                    .put("held", sessions.held())
                    .put("lost", sessions.lost())
                    .put("missed", sessions.missed())
                    .put("bytes", sessions.bytes());
        }
        Map<LimitEvent, Long> limits = node.limits();
        if (limits != null) {
            ObjectNode counts = to.putObject("limits");
            limits.forEach((event, count) -> counts.put(event.key(), count));
        }
        CallReport calls = node.calls();
        if (calls != null) {
            level(to.putObject("in-calls"), calls.waiting());
            ObjectNode made = to.putObject("calls");
            calls.targets().forEach((id, its) -> {
                ObjectNode figures = made.putObject(id);
                CallTables.figures(its).forEach(figures::put);
            });
        }
        NamingReport naming = node.naming();
        if (naming != null) {
            NamingTables.json(to.putObject("naming"), naming);
        }
        GuardReport guard = node.guard();
        if (guard != null) {
            GuardTables.json(to.putObject("security"), guard);
        }
        to.putObject("little")
                .put("in-flight", known(node.inFlight().mean(), node.little().inFlight()))
                .put("rate", known(node.inFlight().mean(), node.little().rate()))
                .put(
                        "stay",
                        node.little().left() == 0
                                ? null
                                : (Double) node.little().stay());
        to.put("down", known(node.inFlight().mean(), node.downNanos() / SECOND));
    }

    private static void absence(ObjectNode to, TimeOutOfRotation absence) {
        to.put("out", absence.timeNanos() / SECOND)
                .put("times", absence.times())
                .put("checks", absence.checks())
                .put("failures", absence.failures())
                .put("ejections", absence.ejections());
        if (absence.breaks() > 0) {
            to.put("breaker-opened", absence.breaks());
        }
    }

    private static void verdict(ObjectNode to, Verdict verdict) {
        to.put("expect", verdict.expectation().text());
        to.put("state", verdict.state().replace(' ', '-'));
        to.put("finding", verdict.finding());
    }

    static void outcomes(ObjectNode to, Map<Outcome, Long> outcomes) {
        for (Outcome outcome : Outcome.values()) {
            to.put(outcome.key(), outcomes.getOrDefault(outcome, 0L));
        }
    }

    private static void level(ObjectNode to, MeanAndMax level) {
        to.put("mean", known(level.mean()));
        to.put("max", Double.isNaN(level.mean()) ? null : (Long) level.max());
    }

    /** Null, each of them, when there was none to measure. */
    public static void latency(ObjectNode to, Latency latency) {
        to.put("mean", known(latency, latency.meanNanos() / SECOND))
                .put("p50", known(latency, latency.p50Nanos() / SECOND))
                .put("p90", known(latency, latency.p90Nanos() / SECOND))
                .put("p95", known(latency, latency.p95Nanos() / SECOND))
                .put("p99", known(latency, latency.p99Nanos() / SECOND))
                .put("p99.9", known(latency, latency.p999Nanos() / SECOND))
                .put("max", known(latency, latency.maxNanos() / SECOND));
    }

    /** Null where the measure of it is not a number. */
    private static @Nullable Double known(double measure, double value) {
        return Double.isNaN(measure) ? null : (Double) value;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static @Nullable Double known(Latency latency, Double seconds) {
        return latency.count() == 0 ? null : seconds;
    }
}
