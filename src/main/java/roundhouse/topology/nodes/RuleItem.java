package roundhouse.topology.nodes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.JsonBuilder;
import roundhouse.topology.settings.ListType;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Units.Parsed;

/** A rule, told apart by the key it has; on a line of a form {@code path /api/* to api} or {@code header x-plan = gold to gold}. */
final class RuleItem implements ListType.Item<Rule> {
    private static final Pattern PATH = Pattern.compile("path\\s+(\\S+)\\s+to\\s+(\\S+)");
    private static final Pattern NAMED = Pattern.compile("(header|cookie)\\s+(\\S+?)\\s*=\\s*(\\S+)\\s+to\\s+(\\S+)");

    @Override
    public @Nullable Rule read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, "a rule");
        if (fields == null) {
            return null;
        }
        if (fields.has("header")) {
            return Rule.Header.SETTINGS.read(fields);
        }
        if (fields.has("cookie")) {
            return Rule.Cookie.SETTINGS.read(fields);
        }
        if (fields.has("path")) {
            return Rule.Path.SETTINGS.read(fields);
        }
        fields.knowing("a rule", "path", "header", "cookie", "value", "pool");
        fields.required("path", "a rule", "\"/api/*\" (or a \"header\" or \"cookie\")");
        return null;
    }

    @Override
    public Json json(Rule rule) {
        return switch (rule) {
            case Rule.Path path -> Rule.Path.SETTINGS.json(path);
            case Rule.Header header -> Rule.Header.SETTINGS.json(header);
            case Rule.Cookie cookie -> Rule.Cookie.SETTINGS.json(cookie);
        };
    }

    @Override
    public void check(Rule rule, Checks checks) {
        switch (rule) {
            case Rule.Path path -> Rule.Path.SETTINGS.check(path, checks);
            case Rule.Header header -> Rule.Header.SETTINGS.check(header, checks);
            case Rule.Cookie cookie -> Rule.Cookie.SETTINGS.check(cookie, checks);
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference("rule", () -> new JsonBuilder()
                .put(
                        "anyOf",
                        JsonBuilder.array(parts().stream()
                                .map(part -> part.schema(definitions))
                                .toList()))
                .build());
    }

    @Override
    public String plural() {
        return "rules";
    }

    @Override
    public List<Settings<?>> parts() {
        return List.of(Rule.Path.SETTINGS, Rule.Header.SETTINGS, Rule.Cookie.SETTINGS);
    }

    @Override
    public String line(Rule rule) {
        return switch (rule) {
            case Rule.Path(String pattern, String pool) -> "path " + pattern + " to " + pool;
            case Rule.Header(String name, String value, String pool) ->
                "header " + name + " = " + value + " to " + pool;
            case Rule.Cookie(String name, String value, String pool) ->
                "cookie " + name + " = " + value + " to " + pool;
        };
    }

    @Override
    public Parsed<Rule> parse(String line) {
        Matcher path = PATH.matcher(line);
        if (path.matches()) {
            return new Parsed.Value<>(new Rule.Path(path.group(1), path.group(2)));
        }
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            return new Parsed.Value<>(
                    named.group(1).equals("header")
                            ? new Rule.Header(named.group(2), named.group(3), named.group(4))
                            : new Rule.Cookie(named.group(2), named.group(3), named.group(4)));
        }
        return new Parsed.Wrong<>("found \"" + line
                + "\"; a rule is written like \"path /api/* to api\" or \"header x-plan = gold to gold\"");
    }

    @Override
    public String example() {
        return "path /api/* to api\nheader x-plan = gold to gold\ncookie beta = 1 to canary";
    }
}
