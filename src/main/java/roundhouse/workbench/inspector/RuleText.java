package roundhouse.workbench.inspector;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.topology.nodes.Rule;
import roundhouse.topology.settings.Units.Parsed;

/** A layer-7 rule as a line to type: {@code path /api/* to api}, {@code header x-plan = gold to gold}. */
final class RuleText {
    private static final Pattern PATH = Pattern.compile("path\\s+(\\S+)\\s+to\\s+(\\S+)");
    private static final Pattern NAMED = Pattern.compile("(header|cookie)\\s+(\\S+?)\\s*=\\s*(\\S+)\\s+to\\s+(\\S+)");

    private RuleText() {}

    static String write(Rule rule) {
        return switch (rule) {
            case Rule.Path(String pattern, String pool) -> "path " + pattern + " to " + pool;
            case Rule.Header(String name, String value, String pool) ->
                "header " + name + " = " + value + " to " + pool;
            case Rule.Cookie(String name, String value, String pool) ->
                "cookie " + name + " = " + value + " to " + pool;
        };
    }

    static Parsed<Rule> read(String line) {
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
}
