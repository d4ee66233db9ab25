package roundhouse.analysis.checklist;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;

/**
 * A change of the design that mends what was found.
 *
 * @param title what it does, as an undo history says it: "Add a standby of lb"
 * @param after the design with it
 */
public record Fix(String title, Topology after) {
    /** Null where the design would not be valid with it, or is as it was. */
    static @Nullable Fix of(String title, Topology before, Topology after) {
        return after.equals(before) || !Validation.problems(after).isEmpty() ? null : new Fix(title, after);
    }
}
