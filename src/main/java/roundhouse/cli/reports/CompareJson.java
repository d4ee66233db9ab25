package roundhouse.cli.reports;

import java.util.List;
import java.util.Map;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.Difference;
import roundhouse.analysis.Interval;
import roundhouse.analysis.RunComparison;
import roundhouse.simulation.observing.DataReport;
import roundhouse.topology.Topology;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Comparisons for programs. Times are in seconds, shares from 0 to 1; what there are no or too few requests to say is null. */
public final class CompareJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double SECOND = 1e9;

    private CompareJson() {}

    public static String of(List<RunComparison> comparisons) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", Topology.FORMAT);
        root.put("confidence", Interval.PERCENT / 100.0);
        var list = root.putArray("comparisons");
        comparisons.forEach(comparison -> comparison(list.addObject(), comparison));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void comparison(ObjectNode to, RunComparison comparison) {
        to.put("seed", comparison.a().whole().seed());
        to.put("from", comparison.fromNanos() / SECOND);
        to.put("simulated", comparison.untilNanos() / SECOND);
        to.put("pairs", comparison.pairs());
        to.put("good-pairs", comparison.goodPairs());
        side(to.putObject("a"), comparison.a());
        side(to.putObject("b"), comparison.b());
        ObjectNode latency = to.putObject("latency");
        difference(latency, comparison.latency(), SECOND);
        if (!comparison.a().hasReplies()) {
            latency.putNull("a");
        }
        if (!comparison.b().hasReplies()) {
            latency.putNull("b");
        }
        if (comparison.goodPairs() == 0) {
            latency.putNull("difference");
        }
        difference(to.putObject("ended-well"), comparison.success(), 1);
    }

    private static void side(ObjectNode to, ComparedSide side) {
        to.put("name", side.name());
        to.put("digest", ReportJson.digest(side.whole().digest()));
        ReportJson.outcomes(to.putObject("outcomes"), side.outcomes());
        ReportJson.latency(to.putObject("latency"), side.latency());
        ObjectNode busy = to.putObject("utilization");
        for (Map.Entry<String, roundhouse.simulation.observing.Report.NodeReport> node :
                side.whole().nodes().entrySet()) {
            if (!node.getValue().kind().equals("clients")) {
                double share = node.getValue().utilization();
                busy.put(node.getKey(), Double.isNaN(share) ? null : (Double) share);
            }
        }
        CostTables.json(to, side.whole().cost());
        DataReport data = side.whole().data();
        if (data != null) {
            DataJson.write(to, data);
        }
    }

    private static void difference(ObjectNode to, Difference difference, double unit) {
        to.put("a", difference.a() / unit);
        to.put("b", difference.b() / unit);
        to.put("difference", difference.difference() / unit);
        half(to, "paired", difference.paired(), unit);
        half(to, "unpaired", difference.unpaired(), unit);
        to.put("batches", difference.batches());
        to.put("batch-size", difference.batchSize());
        to.put("batch-correlation", difference.correlation());
    }

    private static void half(ObjectNode to, String name, Interval interval, double unit) {
        if (interval.isKnown()) {
            to.put(name, interval.halfWidth() / unit);
        } else {
            to.putNull(name);
        }
    }
}
