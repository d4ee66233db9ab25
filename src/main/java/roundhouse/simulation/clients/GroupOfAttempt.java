package roundhouse.simulation.clients;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.Attempt;

/** Which {@link AttemptGroup} each attempt under way belongs to, by the attempt's slot. Most clients have none. */
final class GroupOfAttempt {
    private @Nullable AttemptGroup[] groups = {};

    /** The attempt's group, or null when its client tries once at a time and without end. */
    @Nullable
    AttemptGroup of(Attempt attempt) {
        return attempt.slot < groups.length ? groups[attempt.slot] : null;
    }

    void put(Attempt attempt, AttemptGroup group) {
        if (attempt.slot >= groups.length) {
            groups = Arrays.copyOf(groups, Math.max(64, attempt.slot * 2));
        }
        groups[attempt.slot] = group;
    }

    /** The attempt belongs to none any more. */
    void remove(Attempt attempt) {
        if (attempt.slot < groups.length) {
            groups[attempt.slot] = null;
        }
    }
}
