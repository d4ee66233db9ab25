package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.caching.CacheTheory;
import roundhouse.analysis.caching.Expected;
import roundhouse.analysis.caching.MeasuredCache;
import roundhouse.analysis.caching.ReadLatencyTheory;
import roundhouse.analysis.caching.TheoryTable;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.NodeTitles;
import roundhouse.topology.Topology;
import tools.jackson.databind.node.ObjectNode;

/** What theory expects of caches, beside what a run of that topology measured. */
public final class TheoryReport {
    /** Of a run without a theory. */
    public static final TheoryReport NONE = new TheoryReport(Topology.EMPTY, Map.of());

    private final Topology topology;
    private final Map<String, List<Expected>> expected;

    private TheoryReport(Topology topology, Map<String, List<Expected>> expected) {
        this.topology = topology;
        this.expected = expected;
    }

    public static TheoryReport of(Topology topology) {
        return new TheoryReport(topology, CacheTheory.of(topology));
    }

    /** Empty where there is nothing to say. */
    String text(Report report, NodeTitles titles) {
        List<String[]> rows = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        rows.add(new String[] {"theory", "", "expected", "measured"});
        reasons.add("");
        expected.forEach((id, figures) -> {
            MeasuredCache measured = measured(report, id);
            if (measured != null) {
                String before = "";
                for (TheoryTable.Line line : TheoryTable.of(figures, measured).lines()) {
                    rows.add(new String[] {titles.of(id), line.label(), line.expected(), line.measured()});
                    reasons.add(line.reason().equals(before) ? "likewise" : line.reason());
                    before = line.reason();
                }
            }
        });
        if (rows.size() == 1) {
            return "";
        }
        DataReport data = report.data();
        if (data != null) {
            TheoryTable.Line line = TheoryTable.line(ReadLatencyTheory.of(topology, data), readSeconds(data));
            rows.add(new String[] {"All reads", line.label(), line.expected(), line.measured()});
            reasons.add(line.reason());
        }
        StringBuilder text = new StringBuilder(
                "\nTheory beside the measured, which has the beginning too, when caches were empty\n");
        List<String> lines = TextTable.of(rows, 2, 2).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            text.append((lines.get(i) + "  " + reasons.get(i)).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    void write(ObjectNode root, Report report) {
        if (expected.isEmpty()) {
            return;
        }
        ObjectNode theory = root.putObject("theory");
        expected.forEach((id, figures) -> {
            MeasuredCache measured = measured(report, id);
            if (measured != null) {
                ObjectNode its = theory.putObject(id);
                figures.forEach(one -> figure(its, one, measured.of(one.figure())));
            }
        });
        DataReport data = report.data();
        if (data != null) {
            figure(root.putObject("theory-of-reads"), ReadLatencyTheory.of(topology, data), readSeconds(data));
        }
    }

    private static void figure(ObjectNode its, Expected one, double measured) {
        ObjectNode figure = its.putObject(one.figure().key());
        figure.put("expected", known(one.value()));
        figure.put("measured", known(measured));
        figure.put("formula", one.applies() ? one.formula() : null);
        figure.put("why-not", one.applies() ? null : one.whyNot());
    }

    private static double readSeconds(DataReport data) {
        return data.readLatency().count() == 0 ? Double.NaN : data.readLatency().meanNanos() / 1e9;
    }

    private @Nullable MeasuredCache measured(Report report, String id) {
        DataReport data = report.data();
        return data == null || !data.caches().containsKey(id)
                ? null
                : MeasuredCache.of(topology, data, report.simulatedNanos(), id);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
