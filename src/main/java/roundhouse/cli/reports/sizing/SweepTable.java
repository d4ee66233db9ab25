package roundhouse.cli.reports.sizing;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import roundhouse.analysis.sweeping.SweepFigure;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.SweepRow;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;

/** The runs of a sweep, a row each: what was varied, the seed, the digest, the figures. Times are seconds. */
public final class SweepTable {
    private static final List<SweepFigure> SHORT = List.of(
            SweepFigure.REQUESTS,
            SweepFigure.OK,
            SweepFigure.MEAN,
            SweepFigure.P50,
            SweepFigure.P99,
            SweepFigure.MAX,
            SweepFigure.UTILIZATION,
            SweepFigure.COST);

    private SweepTable() {}

    /** RFC 4180, LF line ends; what was not measured is left empty. */
    public static String csv(SweepPlan plan, List<SweepRow> rows) {
        StringBuilder csv = new StringBuilder();
        line(
                csv,
                Stream.of(
                                List.of("run"),
                                plan.variables().stream().map(Variable::path).toList(),
                                List.of("seed", "digest"),
                                Stream.of(SweepFigure.values())
                                        .map(SweepFigure::key)
                                        .toList(),
                                List.of("missed", "problem"))
                        .flatMap(List::stream)
                        .toList());
        for (SweepRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(Long.toString(row.run())));
            cells.addAll(plan.values(row.run()));
            cells.add(Long.toString(plan.seed(row.run())));
            cells.add(row.problem().isPresent() ? "" : hex(row.digest()));
            for (SweepFigure figure : SweepFigure.values()) {
                cells.add(number(row.figure(figure)));
            }
            cells.add(row.problem().isPresent() ? "" : Integer.toString(row.missed()));
            cells.add(row.problem().orElse(""));
            line(csv, cells);
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells.stream().map(SweepTable::quoted).toList()))
                .append('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The same as JSON; what was not measured is left out. */
    public static String json(SweepPlan plan, List<SweepRow> rows) {
        return JsonPrinter.print(new JsonBuilder()
                .put("format", 1)
                .put("topology", plan.start().name())
                .put("plan", hex(plan.digest()))
                .put("simulated", plan.length().toNanos() / 1e9)
                .put("runs", (double) plan.runs())
                .put(
                        "rows",
                        JsonBuilder.array(
                                rows.stream().map(row -> json(plan, row)).toList()))
                .build());
    }

    private static Json json(SweepPlan plan, SweepRow row) {
        JsonBuilder values = new JsonBuilder();
        List<String> typed = plan.values(row.run());
        for (int i = 0; i < typed.size(); i++) {
            values.put(plan.variables().get(i).path(), typed.get(i));
        }
        JsonBuilder json = new JsonBuilder()
                .put("run", (double) row.run())
                .put("values", values.build())
                .put("seed", new Json.Num(0, Long.toString(plan.seed(row.run()))));
        if (row.problem().isPresent()) {
            return json.put("problem", row.problem().get()).build();
        }
        json.put("digest", hex(row.digest()));
        for (SweepFigure figure : SweepFigure.values()) {
            if (!Double.isNaN(row.figure(figure))) {
                json.put(figure.key(), row.figure(figure));
            }
        }
        return json.put("missed", row.missed()).build();
    }

    /** A table for people, with the figures that most ask for. */
    public static String markdown(SweepPlan plan, List<SweepRow> rows) {
        List<String> heads = new ArrayList<>();
        plan.variables().forEach(variable -> heads.add(variable.path()));
        heads.add("seed");
        SHORT.forEach(figure -> heads.add(figure.title()));
        heads.add("expectations missed");
        heads.add("digest");
        StringBuilder table = new StringBuilder();
        row(table, heads);
        row(table, heads.stream().map(_ -> "---:").toList());
        for (SweepRow row : rows) {
            List<String> cells = new ArrayList<>(plan.values(row.run()));
            cells.add(Long.toString(plan.seed(row.run())));
            SHORT.forEach(figure -> cells.add(shown(row.figure(figure))));
            cells.add(row.problem().isPresent() ? "–" : Integer.toString(row.missed()));
            cells.add(row.problem().orElse(hex(row.digest())));
            row(table, cells);
        }
        return table.toString();
    }

    private static void row(StringBuilder table, List<String> cells) {
        table.append("| ")
                .append(String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()))
                .append(" |\n");
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value);
    }

    /** Four significant digits; whole numbers whole. */
    private static String shown(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String hex(long digest) {
        return HexFormat.of().toHexDigits(digest);
    }
}
