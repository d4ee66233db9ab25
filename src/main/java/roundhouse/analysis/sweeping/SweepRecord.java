package roundhouse.analysis.sweeping;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.JsonText;

/** Rows as the lines of a file of results: the plan first, and then a run each, in the order in which they ended. JSON, a line each. */
public final class SweepRecord {
    private SweepRecord() {}

    /** The first line: which plan the rows are of. */
    static String header(SweepPlan plan) {
        return JsonPrinter.printLine(new JsonBuilder()
                .put("sweep", 1)
                .put("plan", hex(plan.digest()))
                .put("name", plan.start().name())
                .put("runs", (double) plan.runs())
                .build());
    }

    /** The line of a row; {@link #row} reads it again. */
    public static String line(SweepRow row) {
        JsonBuilder json = new JsonBuilder().put("run", (double) row.run());
        if (row.problem().isPresent()) {
            return JsonPrinter.printLine(
                    json.put("problem", row.problem().get()).build());
        }
        return JsonPrinter.printLine(json.put("digest", hex(row.digest()))
                .put(
                        "figures",
                        JsonBuilder.array(
                                row.figures().stream().map(SweepRecord::number).toList()))
                .put("missed", row.missed())
                .build());
    }

    /** The row of a line; null for one that is none, as one that was only begun. */
    public static @Nullable SweepRow row(String line) {
        if (!(JsonText.parse(line) instanceof JsonText.Result.Value(Json.Obj object))
                || !(object.fields().get("run") instanceof Json.Num run)) {
            return null;
        }
        if (object.fields().get("problem") instanceof Json.Text problem) {
            return SweepRow.impossible(Long.parseLong(run.literal()), problem.value());
        }
        if (!(object.fields().get("digest") instanceof Json.Text digest)
                || !(object.fields().get("missed") instanceof Json.Num missed)
                || !(object.fields().get("figures") instanceof Json.Arr figures)
                || figures.items().size() != SweepFigure.values().length) {
            return null;
        }
        List<Double> values = new ArrayList<>();
        for (Json figure : figures.items()) {
            values.add(figure instanceof Json.Num number ? Double.parseDouble(number.literal()) : Double.NaN);
        }
        return new SweepRow(
                Long.parseLong(run.literal()),
                HexFormat.fromHexDigitsToLong(digest.value()),
                values,
                Integer.parseInt(missed.literal()),
                Optional.empty());
    }

    private static Json number(double value) {
        return Double.isNaN(value) ? new Json.Null(0) : JsonBuilder.number(value);
    }

    private static String hex(long digest) {
        return HexFormat.of().toHexDigits(digest);
    }
}
