package roundhouse.exchange.html;

import static roundhouse.exchange.html.HtmlText.count;
import static roundhouse.exchange.html.HtmlText.escaped;
import static roundhouse.exchange.html.HtmlText.figure;
import static roundhouse.exchange.html.HtmlText.percent;
import static roundhouse.exchange.html.HtmlText.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.topology.NodeTitles;

/**
 * The report of a run with its charts: one page of its own, in the colours that its reader prefers, fit to be printed. Nothing in it is
 * fetched or run, and names of nodes are only words.
 */
public final class HtmlReport {
    private final Report report;
    private final NodeTitles titles;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(Report report, NodeTitles titles) {
        this.report = report;
        this.titles = titles;
    }

    /** @param details the whole report in words, which has what tables and charts here have not; empty for none */
    public static String of(Report report, RunHistory history, NodeTitles titles, String details) {
        return new HtmlReport(report, titles).page(history, details);
    }

    private String page(RunHistory history, String details) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.append("<title>")
                .append(escaped(report.topology()))
                .append("</title>\n<style>\n")
                .append(style());
        html.append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(report.topology()))
                .append("</h1>\n<p>");
        html.append(figure(report.simulatedNanos() / 1e9))
                .append(" s simulated, seed ")
                .append(report.seed());
        html.append(
                report.warmUpNanos() == 0
                        ? ", no warm-up"
                        : "; the first " + figure(report.warmUpNanos() / 1e9) + " s are left out of times and gauges");
        html.append(", digest <code>")
                .append("%016x".formatted(report.digest()))
                .append("</code></p>\n");
        outcomes();
        latencies();
        html.append("<h2>Over time</h2>\n<div class=\"charts\">\n");
        html.append(RunCharts.html(history, titles)).append("</div>\n");
        nodes();
        expectations();
        if (!details.isEmpty()) {
            html.append("<h2>All figures</h2>\n<pre>").append(escaped(details)).append("</pre>\n");
        }
        transcript();
        return html.append("</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("/roundhouse/exchange/html/report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void outcomes() {
        html.append("<h2>Requests</h2>\n<table>\n<tr><th>begun</th><th>attempts</th><th>without an outcome yet</th>");
        long ended =
                report.outcomes().values().stream().mapToLong(Long::longValue).sum();
        for (Outcome outcome : Outcome.values()) {
            html.append("<th>").append(outcome.key()).append("</th>");
        }
        html.append("</tr>\n<tr>");
        cell(count(report.requests()));
        cell(count(report.attempts()));
        cell(count(report.unfinished()));
        for (Outcome outcome : Outcome.values()) {
            long its = report.outcomes().getOrDefault(outcome, 0L);
            cell(count(its) + (ended == 0 ? "" : " (" + percent((double) its / ended) + ")"));
        }
        html.append("</tr>\n</table>\n");
    }

    private void latencies() {
        html.append("<h2>Latency of requests that ended well, as clients saw it</h2>\n<table>\n<tr><th>requests</th>");
        latencyHeads();
        html.append("</tr>\n<tr>");
        cell(count(report.latency().count()));
        latency(report.latency());
        html.append("</tr>\n</table>\n");
    }

    private void latencyHeads() {
        html.append("<th>mean</th><th>p50</th><th>p90</th><th>p95</th><th>p99</th><th>p99.9</th><th>max</th>");
    }

    private void latency(Latency latency) {
        boolean none = latency.count() == 0;
        cell(none ? "–" : time(latency.meanNanos()));
        long[] all = {
            latency.p50Nanos(),
            latency.p90Nanos(),
            latency.p95Nanos(),
            latency.p99Nanos(),
            latency.p999Nanos(),
            latency.maxNanos()
        };
        for (long nanos : all) {
            cell(none ? "–" : time((double) nanos));
        }
    }

    private void nodes() {
        html.append("<h2>Nodes</h2>\n<table>\n<tr><th>node</th><th>kind</th><th>picked</th><th>ok</th><th>busy</th>"
                + "<th>in flight, mean</th><th>most</th><th>queue, mean</th><th>most</th><th>wait p99</th>");
        latencyHeads();
        html.append("</tr>\n");
        report.nodes().forEach((id, node) -> node(titles.of(id), node));
        report.removed()
                .forEach(gone ->
                        node(titles.of(gone.id()) + " (removed at " + figure(gone.at() / 1e9) + " s)", gone.node()));
        html.append("</table>\n");
    }

    private void node(String name, NodeReport node) {
        html.append("<tr><th class=\"name\">").append(escaped(name)).append("</th>");
        cell(node.kind());
        cell(count(node.picked()));
        cell(count(node.served()));
        cell(percent(node.utilization()));
        cell(figure(node.inFlight().mean()));
        cell(count(node.inFlight().max()));
        cell(figure(node.queue().mean()));
        cell(count(node.queue().max()));
        cell(node.waiting().count() == 0 ? "–" : time((double) node.waiting().p99Nanos()));
        latency(node.latency());
        html.append("</tr>\n");
    }

    private void expectations() {
        if (report.verdicts().isEmpty()) {
            return;
        }
        html.append("<h2>Expectations</h2>\n<table>\n<tr><th>state</th><th>expectation</th><th>found</th></tr>\n");
        report.verdicts().forEach(verdict -> {
            html.append("<tr>");
            cell(verdict.state());
            cell(verdict.expectation().text());
            cell(verdict.finding());
            html.append("</tr>\n");
        });
        html.append("</table>\n");
    }

    private void transcript() {
        if (report.transcript().isEmpty()) {
            return;
        }
        html.append("<h2>What happened</h2>\n<table class=\"words\">\n");
        report.transcript().forEach(line -> {
            html.append("<tr>");
            cell(String.format(Locale.ROOT, "%.3f s", line.timeNanos() / 1e9));
            cell(line.text());
            html.append("</tr>\n");
        });
        html.append("</table>\n");
    }

    private void cell(String text) {
        html.append("<td>").append(escaped(text)).append("</td>");
    }
}
