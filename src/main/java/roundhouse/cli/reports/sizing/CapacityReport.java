package roundhouse.cli.reports.sizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.sizing.Capacity;
import roundhouse.analysis.sizing.CapacitySearch.LoadPoint;
import roundhouse.analysis.sizing.CapacitySearch.LoadTrial;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.NodeStand;
import roundhouse.analysis.sizing.Staffing;
import roundhouse.analysis.sizing.TrialRun;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.cli.reports.ReportJson;
import roundhouse.cli.reports.TextTable;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;

/** How much load a design bears, and what gives way first. */
public final class CapacityReport {
    private static final double SECOND = 1e9;
    /** The parts of requests that may wait for which theory is asked. */
    private static final double[] WAITING = {0.5, 0.2, 0.05};

    private CapacityReport() {}

    /** For people. */
    public static String text(Topology topology, Goals goals, Capacity capacity) {
        StringBuilder text = new StringBuilder(topology.name()).append('\n');
        line(text, "Goals", goals.all().stream().map(Expectation::text).collect(Collectors.joining(", ")));
        line(text, "Capacity", most(capacity));
        capacity.beyond().ifPresent(load -> line(text, "Beyond", beyond(load, capacity)));
        capacity.knee().ifPresent(knee -> line(text, "Knee", knee(knee, capacity)));
        line(text, "Searched", ReportFigures.count(capacity.runs()) + " runs, to within 2 %");
        if (!capacity.curve().isEmpty()) {
            text.append("\nLatency by load, a run each\n").append(TextTable.of(curve(capacity), 0, 2));
        }
        capacity.most().ifPresent(load -> staffing(text, topology, load));
        return text.toString();
    }

    private static void line(StringBuilder text, String head, String rest) {
        text.append(String.format(Locale.ROOT, "%-12s", head)).append(rest).append('\n');
    }

    private static String load(double load, Capacity capacity) {
        return number(load) + (capacity.users() ? " users" : "/s");
    }

    private static String number(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String most(Capacity capacity) {
        if (capacity.most().isEmpty()) {
            return "the goals are not met even at "
                    + load(capacity.beyond().orElseThrow().load(), capacity);
        }
        LoadTrial most = capacity.most().get();
        return load(most.load(), capacity)
                + (capacity.beyond().isEmpty() ? " or more" : "")
                + String.format(Locale.ROOT, ", %.2f times what the file has (", most.load() / capacity.load())
                + load(capacity.load(), capacity) + "); goals met in the mean of "
                + most.trial().runs().size()
                + " runs" + (most.trial().isSure() ? ", sure at 95 %" : ", not sure at 95 %");
    }

    private static String beyond(LoadTrial load, Capacity capacity) {
        TrialRun run = load.trial().runs().getFirst();
        List<String> missed = run.verdicts().stream()
                .filter(verdict -> !(verdict instanceof Verdict.Met))
                .map(verdict -> verdict.expectation().text() + " (" + verdict.finding() + ")")
                .toList();
        return "at " + load(load.load(), capacity) + " "
                + (missed.isEmpty() ? "the goals are missed in the mean" : String.join(", ", missed))
                + capacity.weakest()
                        .map(node -> "; what gives way first is " + stand(node))
                        .orElse("");
    }

    private static String stand(NodeStand node) {
        return node.id() + ": "
                + (Double.isNaN(node.utilization())
                        ? ""
                        : String.format(Locale.ROOT, "%.0f %% busy, ", 100 * node.utilization()))
                + String.format(Locale.ROOT, "%.1f waiting on average", node.queue())
                + (node.turnedAway() == 0 ? "" : ", " + ReportFigures.count(node.turnedAway()) + " turned away");
    }

    private static String knee(LoadPoint knee, Capacity capacity) {
        return load(knee.load(), capacity)
                + String.format(
                        Locale.ROOT,
                        ", mean %s: beyond it latency rises faster than throughput (most throughput for its latency)",
                        time(knee.run().meanNanos()));
    }

    private static List<String[]> curve(Capacity capacity) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {capacity.users() ? "users" : "load/s", "ok/s", "mean", "p99", "busiest", "busy"});
        for (LoadPoint point : capacity.curve()) {
            TrialRun run = point.run();
            NodeStand busiest = busiest(run);
            rows.add(new String[] {
                number(point.load()),
                number(run.throughput()),
                time(run.meanNanos()),
                time(run.p99Nanos()),
                busiest == null ? "–" : busiest.id(),
                busiest == null ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * busiest.utilization())
            });
        }
        return rows;
    }

    private static @Nullable NodeStand busiest(TrialRun run) {
        return run.nodes().stream()
                .filter(node -> !Double.isNaN(node.utilization()))
                .max(Comparator.comparingDouble(NodeStand::utilization))
                .orElse(null);
    }

    private static String time(double nanos) {
        return Double.isNaN(nanos) ? "–" : ReportFigures.time(nanos);
    }

    private static void staffing(StringBuilder text, Topology topology, LoadTrial most) {
        List<Staffing> all = Staffing.of(topology, most.trial().runs().getFirst());
        if (all.isEmpty()) {
            return;
        }
        text.append("\nBy theory at the capacity, as if all cores took from one queue (M/M/c)\n");
        List<String[]> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("servers", "cores", "erlangs", "wait (Erlang C)"));
        for (double part : WAITING) {
            heads.add(String.format(Locale.ROOT, "cores for %.0f %%, Erlang C", 100 * part));
            heads.add("R + β√R");
        }
        rows.add(heads.toArray(String[]::new));
        for (Staffing staffing : all) {
            List<String> cells = new ArrayList<>(List.of(
                    staffing.id(),
                    Integer.toString(staffing.cores()),
                    String.format(Locale.ROOT, "%.2f", staffing.erlangs()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * staffing.waiting())));
            for (double part : WAITING) {
                cells.add(Integer.toString(staffing.coresFor(part)));
                cells.add(Integer.toString(staffing.squareRootFor(part)));
            }
            rows.add(cells.toArray(String[]::new));
        }
        text.append(TextTable.of(rows, 1, 2));
    }

    /** For programs. Times are seconds. */
    public static String json(Topology topology, Goals goals, Capacity capacity) {
        JsonBuilder json = new JsonBuilder()
                .put("format", 1)
                .put("topology", topology.name())
                .put(
                        "goals",
                        JsonBuilder.array(goals.all().stream()
                                .map(goal -> JsonBuilder.text(goal.text()))
                                .toList()))
                .put("load-is", capacity.users() ? "users" : "requests a second")
                .put("load", capacity.load())
                .put("runs", (double) capacity.runs());
        capacity.most().ifPresent(load -> json.put("capacity", load(load)));
        capacity.beyond().ifPresent(load -> json.put("beyond", load(load)));
        capacity.weakest().ifPresent(node -> json.put("gives-way", node(node)));
        capacity.knee().ifPresent(knee -> json.put("knee", point(knee)));
        json.put(
                "curve",
                JsonBuilder.array(
                        capacity.curve().stream().map(CapacityReport::point).toList()));
        capacity.most()
                .ifPresent(load -> json.put(
                        "theory",
                        JsonBuilder.array(
                                Staffing.of(topology, load.trial().runs().getFirst()).stream()
                                        .map(CapacityReport::staffing)
                                        .toList())));
        return JsonPrinter.print(json.build());
    }

    private static Json load(LoadTrial load) {
        return new JsonBuilder()
                .put("load", load.load())
                .put("met", new Json.Bool(0, load.trial().isMet()))
                .put("sure", new Json.Bool(0, load.trial().isSure()))
                .put(
                        "runs",
                        JsonBuilder.array(load.trial().runs().stream()
                                .map(CapacityReport::run)
                                .toList()))
                .build();
    }

    private static Json run(TrialRun run) {
        return new JsonBuilder()
                .put("seed", new Json.Num(0, Long.toString(run.seed())))
                .put("digest", ReportJson.digest(run.digest()))
                .put(
                        "goals",
                        JsonBuilder.array(run.verdicts().stream()
                                .map(verdict -> JsonBuilder.text(verdict.state() + ": " + verdict.finding()))
                                .toList()))
                .build();
    }

    private static Json node(NodeStand node) {
        JsonBuilder json = new JsonBuilder().put("node", node.id());
        put(json, "utilization", node.utilization());
        put(json, "queue", node.queue());
        return json.put("turned-away", (double) node.turnedAway()).build();
    }

    private static Json point(LoadPoint point) {
        JsonBuilder json = new JsonBuilder()
                .put("load", point.load())
                .put("throughput", point.run().throughput());
        put(json, "mean", point.run().meanNanos() / SECOND);
        put(json, "p99", point.run().p99Nanos() / SECOND);
        return json.put("digest", ReportJson.digest(point.run().digest())).build();
    }

    private static void put(JsonBuilder json, String key, double value) {
        if (!Double.isNaN(value)) {
            json.put(key, value);
        }
    }

    private static Json staffing(Staffing staffing) {
        JsonBuilder cores = new JsonBuilder();
        JsonBuilder root = new JsonBuilder();
        for (double part : WAITING) {
            cores.put(Double.toString(part), staffing.coresFor(part));
            root.put(Double.toString(part), staffing.squareRootFor(part));
        }
        return new JsonBuilder()
                .put("servers", staffing.id())
                .put("cores", staffing.cores())
                .put("erlangs", staffing.erlangs())
                .put("waiting", staffing.waiting())
                .put("erlang-c", cores.build())
                .put("square-root", root.build())
                .build();
    }
}
