package roundhouse.lessons.steps;

import java.util.regex.Pattern;
import roundhouse.lessons.figures.LineItem;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.types.ListType;

/** Names of what whoever learns may change in a system. */
final class Changeable {
    private static final Pattern KIND = Pattern.compile("(new|remove) ([a-z-]+)");
    private static final Pattern SETTING = Pattern.compile("[A-Za-z0-9._-]{1,130}");

    private Changeable() {}

    static ListType<String> list() {
        return new ListType<>(
                new LineItem<>("what may be changed", "names", "lb.algorithm", Changeable::parse, name -> name));
    }

    private static Parsed<String> parse(String text) {
        String plain = text.strip();
        var kind = KIND.matcher(plain);
        if (kind.matches() && !NodeKinds.all().containsKey(kind.group(2))) {
            return new Parsed.Wrong<>("unknown kind of node " + Json.quoted(kind.group(2))
                    + Names.didYouMean(kind.group(2), NodeKinds.all().keySet()));
        }
        return kind.matches() || SETTING.matcher(plain).matches()
                ? new Parsed.Value<>(plain)
                : new Parsed.Wrong<>("found " + Json.quoted(plain)
                        + "; a node like \"s1\", a setting like \"lb.algorithm\", \"links\", \"scenario\", \"new server\" or"
                        + " \"remove server\" is allowed");
    }
}
