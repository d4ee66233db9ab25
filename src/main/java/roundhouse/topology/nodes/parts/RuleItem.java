package roundhouse.topology.nodes.parts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.TypedWords;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.types.ListType;

/** A rule; on a line of a form {@code host shop.example path /api/* to api} or {@code header x-plan = gold to gold}. */
public final class RuleItem implements ListType.Item<Rule> {
    /** What a rule can look at, after "like". */
    static final String CONDITIONS = "\"/api/*\" (or a \"host\", \"method\", \"header\", \"cookie\" or \"query\")";

    private static final List<String> NAMED = List.of("header", "cookie", "query");

    /** The settings that stand in a line one after the other; looked up late, as the record makes this class. */
    private static List<Setting<Rule, @Nullable String>> conditions() {
        return List.of(Rule.HOST, Rule.METHOD, Rule.PATH, Rule.HEADER, Rule.COOKIE, Rule.QUERY);
    }

    @Override
    public @Nullable Rule read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, "a rule");
        if (fields == null) {
            return null;
        }
        Optional<String> withoutValue = fields.has("value")
                ? Optional.empty()
                : NAMED.stream().filter(fields::has).findFirst();
        boolean hasCondition = conditions().stream().anyMatch(setting -> fields.has(setting.key()));
        if (hasCondition && withoutValue.isEmpty()) {
            return Rule.SETTINGS.read(fields);
        }
        fields.knowing("a rule", Rule.SETTINGS.keys());
        if (withoutValue.isPresent()) {
            fields.required("value", "a " + withoutValue.get() + " rule", "\"gold\"");
        } else {
            fields.required("path", "a rule", CONDITIONS);
        }
        return null;
    }

    @Override
    public Json json(Rule rule) {
        return Rule.SETTINGS.json(rule);
    }

    @Override
    public void check(Rule rule, Checks checks) {
        Rule.SETTINGS.check(rule, checks);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference("rule", () -> Rule.SETTINGS.schema(definitions));
    }

    @Override
    public String plural() {
        return "rules";
    }

    @Override
    public List<SettingGroup> parts() {
        return List.of(Rule.SETTINGS);
    }

    @Override
    public String line(Rule rule) {
        StringBuilder line = new StringBuilder();
        for (Setting<Rule, @Nullable String> setting : conditions()) {
            String its = setting.get(rule);
            if (its != null) {
                line.append(setting.key())
                        .append(' ')
                        .append(TypedWords.write(its))
                        .append(' ');
            }
        }
        String value = rule.value();
        if (value != null) {
            line.append("= ").append(TypedWords.write(value)).append(' ');
        }
        return line.append("to ").append(TypedWords.write(rule.pool())).toString();
    }

    @Override
    public Parsed<Rule> parse(String line) {
        Deque<String> words = new ArrayDeque<>(TypedWords.read(line));
        Rule rule = Rule.to("");
        while (words.size() > 2) {
            String word = words.remove();
            Setting<Rule, @Nullable String> setting = setting(word);
            if (setting == null || setting.get(rule) != null) {
                return wrong(line);
            }
            rule = rule.with(setting, words.remove());
            if (NAMED.contains(word)) {
                if (words.size() < 4 || !words.remove().equals("=")) {
                    return wrong(line);
                }
                rule = rule.with(Rule.VALUE, words.remove());
            }
        }
        boolean sends = words.size() == 2 && words.remove().equals("to") && !rule.equals(Rule.to(""));
        return sends ? new Parsed.Value<>(rule.with(Rule.POOL, words.remove())) : wrong(line);
    }

    private static @Nullable Setting<Rule, @Nullable String> setting(String word) {
        for (Setting<Rule, @Nullable String> setting : conditions()) {
            if (setting.key().equals(word)) {
                return setting;
            }
        }
        return null;
    }

    private static Parsed<Rule> wrong(String line) {
        return new Parsed.Wrong<>("found \"" + line
                + "\"; a rule is written like \"path /api/* to api\", \"host *.shop.example method POST to orders\" or"
                + " \"header x-plan = gold to gold\"");
    }

    @Override
    public String example() {
        return "path /api/* to api\nhost *.shop.example to shop\nheader x-plan = gold to gold\ncookie beta = 1 to canary";
    }
}
