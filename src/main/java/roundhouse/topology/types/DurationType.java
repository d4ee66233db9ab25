package roundhouse.topology.types;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** A duration from 0 to {@link Units#LONGEST}, to the nanosecond, or within narrower limits. */
final class DurationType extends PlainType<Duration> {
    private final Rule rule;

    /** What is asked of a duration beside its range. */
    enum Rule {
        ANY("a duration"),
        POSITIVE("a duration above 0s"),
        WHOLE_SECONDS("a duration in whole seconds"),
        POSITIVE_WHOLE_SECONDS("a duration in whole seconds, 1s or more"),
        MILLISECOND("a duration of 1ms or more");

        private final String allowed;

        Rule(String allowed) {
            this.allowed = allowed;
        }
    }

    DurationType(Rule rule) {
        this.rule = rule;
    }

    @Override
    public @Nullable Duration read(Fields fields, String key) {
        return fields.duration(key);
    }

    @Override
    protected Json json(Duration value) {
        return JsonBuilder.duration(value);
    }

    @Override
    public void check(String key, Duration value, Checks checks) {
        switch (rule) {
            case ANY -> checks.duration(key, value);
            case POSITIVE -> checks.positive(key, value);
            case WHOLE_SECONDS -> {
                checks.duration(key, value);
                checks.wholeSeconds(key, value);
            }
            case POSITIVE_WHOLE_SECONDS -> {
                checks.positive(key, value);
                checks.wholeSeconds(key, value);
            }
            case MILLISECOND -> {
                if (value.toMillis() < 1) {
                    checks.wrong(
                            key,
                            key + " is " + Units.format(value)
                                    + "; a duration of 1ms or more is allowed, for the clocks of such systems count milliseconds");
                } else {
                    checks.duration(key, value);
                }
            }
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference(
                "duration",
                () -> new JsonBuilder()
                        .put("description", "A duration with its unit: \"5ms\", \"1.5s\", \"2min\". At most a year.")
                        .put("type", "string")
                        .put("pattern", "^\\s*\\d{1,19}(\\.\\d{1,18})?\\s*(ns|us|µs|μs|ms|s|min|h)\\s*$")
                        .build());
    }

    @Override
    public String allowed() {
        return rule.allowed;
    }

    @Override
    protected String format(Duration value) {
        return Units.format(value);
    }

    @Override
    protected Parsed<Duration> parse(String text) {
        return Units.duration(text);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("5ms");
    }
}
