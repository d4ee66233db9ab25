package roundhouse.cli.reports.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.Size;
import roundhouse.analysis.sizing.Trial;
import roundhouse.analysis.sizing.TrialRun;
import roundhouse.cli.reports.ReportFigures;
import roundhouse.cli.reports.ReportJson;
import roundhouse.cli.reports.TextTable;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.prices.MoneyText;
import roundhouse.topology.prices.PriceCatalogue;

/** The cheapest design that meets goals, and the designs it was found among. */
public final class SizeReport {
    private static final double SECOND = 1e9;

    private SizeReport() {}

    /** For people. */
    public static String text(String name, Goals goals, Size size) {
        String money = size.priced() ? PriceCatalogue.inUse().currency() + "/h" : "cores";
        StringBuilder text = new StringBuilder(name).append('\n');
        text.append("Goals       ").append(joined(goals)).append('\n');
        text.append("Cheapest    ")
                .append(size.cheapest()
                        .map(trial -> cheapest(size, trial, money))
                        .orElse("none of those tried meets the goals"))
                .append('\n');
        text.append("Searched    ")
                .append(ReportFigures.count(size.designs()))
                .append(size.designs() == 1 ? " design" : " designs")
                .append(" by ")
                .append(ReportFigures.count(size.runs()))
                .append(" runs of ")
                .append(size.tried().size())
                .append(size.along()
                        .map(path -> "; more of " + path + " is taken never to make a design worse")
                        .orElse(""))
                .append('\n');
        if (!size.priced()) {
            text.append("            No node has a \"price\", so the fewest cores are the cheapest.\n");
        }
        List<Trial> frontier = size.frontier();
        if (!frontier.isEmpty()) {
            text.append("\nCost against p99: designs tried of which none is both cheaper and faster\n");
            text.append(TextTable.of(rows(size, frontier, money), 0, 2));
        }
        return text.toString();
    }

    private static String joined(Goals goals) {
        return goals.all().stream().map(Expectation::text).collect(Collectors.joining(", "));
    }

    private static String cheapest(Size size, Trial trial, String money) {
        return values(size, trial) + ": " + MoneyText.amount(trial.cost()) + " " + money + ", p99 "
                + time(trial.mean(TrialRun::p99Nanos)) + "; goals met in the mean of "
                + trial.runs().size()
                + (trial.runs().size() == 1 ? " run" : " runs")
                + (trial.isSure() ? ", sure at 95 %" : ", not sure at 95 %: give more --seeds");
    }

    private static String values(Size size, Trial trial) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < size.varied().size(); i++) {
            parts.add(size.varied().get(i) + "=" + trial.values().get(i));
        }
        return String.join(" ", parts);
    }

    private static List<String[]> rows(Size size, List<Trial> trials, String money) {
        List<String[]> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(size.varied());
        heads.addAll(List.of(money, "p99", "mean", "ok/s", "goals", "runs"));
        rows.add(heads.toArray(String[]::new));
        for (Trial trial : trials) {
            List<String> cells = new ArrayList<>(trial.values());
            cells.add(MoneyText.amount(trial.cost()));
            cells.add(time(trial.mean(TrialRun::p99Nanos)));
            cells.add(time(trial.mean(TrialRun::meanNanos)));
            cells.add(String.format(Locale.ROOT, "%,.1f", trial.mean(TrialRun::throughput)));
            cells.add(state(trial));
            cells.add(Integer.toString(trial.runs().size()));
            rows.add(cells.toArray(String[]::new));
        }
        return rows;
    }

    private static String state(Trial trial) {
        return (trial.isMet() ? "met" : "missed") + (trial.isSure() ? "" : "?");
    }

    private static String time(double nanos) {
        return Double.isNaN(nanos) ? "–" : ReportFigures.time(nanos);
    }

    /** For programs. Times are seconds. */
    public static String json(String name, Goals goals, Size size) {
        JsonBuilder json = new JsonBuilder()
                .put("format", 1)
                .put("topology", name)
                .put(
                        "goals",
                        JsonBuilder.array(goals.all().stream()
                                .map(goal -> JsonBuilder.text(goal.text()))
                                .toList()))
                .put("cost-is", size.priced() ? PriceCatalogue.inUse().currency() + " an hour" : "cores")
                .put("designs", (double) size.designs())
                .put("runs", (double) size.runs());
        size.cheapest().ifPresent(trial -> json.put("cheapest", json(size, trial)));
        return JsonPrinter.print(json.put("frontier", list(size, size.frontier()))
                .put("tried", list(size, size.tried()))
                .build());
    }

    private static Json list(Size size, List<Trial> trials) {
        return JsonBuilder.array(trials.stream().map(trial -> json(size, trial)).toList());
    }

    private static Json json(Size size, Trial trial) {
        JsonBuilder values = new JsonBuilder();
        for (int i = 0; i < size.varied().size(); i++) {
            values.put(size.varied().get(i), trial.values().get(i));
        }
        JsonBuilder json = new JsonBuilder().put("values", values.build());
        trial.problem().ifPresent(problem -> json.put("problem", problem));
        if (trial.runs().isEmpty()) {
            return json.build();
        }
        json.put("cost", trial.cost());
        put(json, "mean", trial.mean(TrialRun::meanNanos));
        put(json, "p99", trial.mean(TrialRun::p99Nanos));
        return json.put("throughput", trial.mean(TrialRun::throughput))
                .put("met", new Json.Bool(0, trial.isMet()))
                .put("sure", new Json.Bool(0, trial.isSure()))
                .put(
                        "digests",
                        JsonBuilder.array(trial.runs().stream()
                                .map(run -> JsonBuilder.text(ReportJson.digest(run.digest())))
                                .toList()))
                .build();
    }

    private static void put(JsonBuilder json, String key, double nanos) {
        if (!Double.isNaN(nanos)) {
            json.put(key, nanos / SECOND);
        }
    }
}
