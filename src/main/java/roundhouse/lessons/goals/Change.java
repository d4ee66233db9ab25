package roundhouse.lessons.goals;

import java.util.List;
import java.util.Set;
import roundhouse.analysis.sweeping.VariedSetting;
import roundhouse.lessons.figures.LineItem;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.CommandText;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.types.ListType;

/**
 * One thing otherwise in a lesson's system: a setting, {@code lb.algorithm=ip-hash}; a node that is not there, {@code remove s3}; a
 * command of the scenario, {@code 10s crash s1}; or no scenario at all, {@code no scenario}.
 */
public record Change(String text) {
    private static final String REMOVE = "remove ";
    private static final String NO_SCENARIO = "no scenario";

    public static Parsed<Change> parse(String text) {
        String plain = text.strip();
        boolean known = plain.indexOf('=') > 0
                || plain.startsWith(REMOVE)
                || plain.equals(NO_SCENARIO)
                || Character.isDigit(plain.isEmpty() ? ' ' : plain.charAt(0));
        return known
                ? new Parsed.Value<>(new Change(plain))
                : new Parsed.Wrong<>("found " + Json.quoted(plain)
                        + "; a change is a setting like \"lb.algorithm=ip-hash\", \"remove s3\", a command with its time like"
                        + " \"10s crash s1\", or \"no scenario\"");
    }

    public static ListType<Change> list() {
        return new ListType<>(
                new LineItem<>("a change", "changes", "lb.algorithm=ip-hash", Change::parse, Change::text));
    }

    /** The system with it, or why that cannot be. */
    public Parsed<Topology> in(Topology topology) {
        if (text.equals(NO_SCENARIO)) {
            return new Parsed.Value<>(topology.withScenario(List.of()));
        }
        if (Character.isDigit(text.charAt(0))) {
            return CommandText.added(topology, text);
        }
        if (text.startsWith(REMOVE)) {
            String id = text.substring(REMOVE.length()).strip();
            return topology.node(id).isPresent()
                    ? new Parsed.Value<>(Deletion.of(topology, Set.of(id)))
                    : new Parsed.Wrong<>("there is no node " + Json.quoted(id) + " to remove");
        }
        int equals = text.indexOf('=');
        return new VariedSetting(text.substring(0, equals).strip())
                .set(topology, text.substring(equals + 1).strip());
    }

    /** The system with all of them, in their order. */
    public static Parsed<Topology> all(List<Change> changes, Topology topology) {
        Parsed<Topology> changed = new Parsed.Value<>(topology);
        for (Change change : changes) {
            if (changed instanceof Parsed.Value<Topology>(Topology so)) {
                changed = change.in(so);
            }
        }
        return changed;
    }

    /** Whether the system is so already. */
    public boolean isIn(Topology topology) {
        return in(topology) instanceof Parsed.Value<Topology>(Topology same) && same.equals(topology);
    }
}
