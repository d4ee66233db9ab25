package roundhouse.topology.declarations;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.ExpectationSchema;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.ListType;

/** An expectation: a line of text in files and in forms. It is checked with the topology, whose nodes it names. */
final class ExpectationItem implements ListType.Item<Expectation> {
    @Override
    public @Nullable Expectation read(Json value, String pointer, Problems problems) {
        if (!(value instanceof Json.Text(int line, String text))) {
            problems.add(
                    pointer,
                    value.line(),
                    "found " + Json.shown(value) + "; an expectation is a text in quotes, like \"p99 < 200ms\"");
            return null;
        }
        return switch (Expectation.parse(text)) {
            case Parsed.Value<Expectation>(Expectation expectation) -> expectation;
            case Parsed.Wrong<Expectation>(String reason) -> {
                problems.add(pointer, line, reason);
                yield null;
            }
        };
    }

    @Override
    public Json json(Expectation expectation) {
        return JsonBuilder.text(expectation.text());
    }

    @Override
    public void check(Expectation expectation, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference("expectation", ExpectationSchema::schema);
    }

    @Override
    public String plural() {
        return "expectations";
    }

    @Override
    public String line(Expectation expectation) {
        return expectation.text();
    }

    @Override
    public Parsed<Expectation> parse(String line) {
        return Expectation.parse(line);
    }

    @Override
    public String example() {
        return "p99 < 200ms during 10s..40s\nfailed of s1 < 1%";
    }
}
