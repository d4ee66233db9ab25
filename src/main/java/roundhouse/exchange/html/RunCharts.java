package roundhouse.exchange.html;

import java.util.Arrays;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.DataSeries;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.topology.NodeTitles;

/** What changed over a run, a chart each. */
final class RunCharts {
    private RunCharts() {}

    static String html(RunHistory history, NodeTitles titles) {
        double span = history.spanNanos() / 1e9;
        StringBuilder html = new StringBuilder();
        html.append(new LineChart("Requests that ended", "a second", span)
                .line("ok", history.throughput())
                .line("refused, rejected or failed", history.errors())
                .line("timed out", history.timeouts())
                .html());
        html.append(new LineChart("Latency of requests that ended well", "ms", span)
                .line("p50", millis(history.p50Nanos(), history.throughput()))
                .line("p95", millis(history.p95Nanos(), history.throughput()))
                .line("p99", millis(history.p99Nanos(), history.throughput()))
                .html());
        LineChart flight = new LineChart("In flight, and in queues of balancers", "requests", span);
        for (int i = 0; i < history.servers().size(); i++) {
            String row = history.servers().get(i);
            boolean queue = row.endsWith(RunHistory.QUEUE);
            String id = queue ? row.substring(0, row.length() - RunHistory.QUEUE.length()) : row;
            flight.line(
                    titles.of(id) + (queue ? RunHistory.QUEUE : ""),
                    Arrays.stream(history.inFlight()[i])
                            .mapToDouble(count -> count == RunHistory.NOT_THERE ? Double.NaN : count)
                            .toArray());
        }
        html.append(flight.html());
        if (history.cost().length > 0) {
            html.append(new LineChart("Cost", "an hour, in the currency of the price list", span)
                    .line("all nodes", history.cost())
                    .html());
        }
        return html.append(data(history, titles, span)).toString();
    }

    private static String data(RunHistory history, NodeTitles titles, double span) {
        DataHistory data = history.data();
        if (!data.isOn()) {
            return "";
        }
        LineChart hits = new LineChart("Hit ratio of caches", "%", span);
        for (int i = 0; i < data.caches().size(); i++) {
            hits.line(titles.of(data.caches().get(i)), percent(data.hitRatios()[i]));
        }
        LineChart grown = new LineChart("Databases", "a second", span);
        grown.line("reads", data.perSecond(DataSeries.DATABASE_READS, history.spanNanos()));
        grown.line("writes", data.perSecond(DataSeries.DATABASE_WRITES, history.spanNanos()));
        LineChart answered = new LineChart("Answered of what ended", "%", span);
        for (int i = 0; i < data.clients().size(); i++) {
            answered.line(titles.of(data.clients().get(i)), percent(data.availability()[i]));
        }
        return hits.html()
                + new LineChart("Reads that gave an old value", "%", span)
                        .line("of all", percent(data.staleShares()))
                        .html()
                + grown.html()
                + answered.html();
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static double[] millis(long[] nanos, double[] answered) {
        double[] millis = new double[nanos.length];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = answered[i] > 0 ? nanos[i] / 1e6 : Double.NaN;
        }
        return millis;
    }
}
