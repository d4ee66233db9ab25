package roundhouse.topology.nodes.parts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.TypedWords;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.types.ListType;

/** A rule, told apart by the key it has; on a line of a form {@code path /api/* to api} or {@code header x-plan = gold to gold}. */
public final class RuleItem implements ListType.Item<Rule> {
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
        return definitions.reference(
                "rule",
                () -> new JsonBuilder()
                        .put(
                                "anyOf",
                                JsonBuilder.array(List.of(
                                        Rule.Path.SETTINGS.schema(definitions),
                                        Rule.Header.SETTINGS.schema(definitions),
                                        Rule.Cookie.SETTINGS.schema(definitions))))
                        .build());
    }

    @Override
    public String plural() {
        return "rules";
    }

    @Override
    public List<SettingGroup> parts() {
        return List.of(Rule.Path.SETTINGS, Rule.Header.SETTINGS, Rule.Cookie.SETTINGS);
    }

    @Override
    public String line(Rule rule) {
        return switch (rule) {
            case Rule.Path(String pattern, String pool) ->
                "path " + TypedWords.write(pattern) + " to " + TypedWords.write(pool);
            case Rule.Header(String name, String value, String pool) -> line("header", name, value, pool);
            case Rule.Cookie(String name, String value, String pool) -> line("cookie", name, value, pool);
        };
    }

    private static String line(String kind, String name, String value, String pool) {
        return kind + " " + TypedWords.write(name) + " = " + TypedWords.write(value) + " to " + TypedWords.write(pool);
    }

    @Override
    public Parsed<Rule> parse(String line) {
        List<String> words = TypedWords.read(line);
        String kind = words.isEmpty() ? "" : words.getFirst();
        boolean sends = words.size() > 2 && words.get(words.size() - 2).equals("to");
        if (sends && kind.equals("path") && words.size() == 4) {
            return new Parsed.Value<>(new Rule.Path(words.get(1), words.getLast()));
        }
        if (sends && words.size() == 6 && words.get(2).equals("=")) {
            String name = words.get(1);
            String value = words.get(3);
            if (kind.equals("header")) {
                return new Parsed.Value<>(new Rule.Header(name, value, words.getLast()));
            }
            if (kind.equals("cookie")) {
                return new Parsed.Value<>(new Rule.Cookie(name, value, words.getLast()));
            }
        }
        return new Parsed.Wrong<>("found \"" + line
                + "\"; a rule is written like \"path /api/* to api\" or \"header x-plan = gold to gold\"");
    }

    @Override
    public String example() {
        return "path /api/* to api\nheader x-plan = gold to gold\ncookie beta = 1 to canary";
    }
}
