package roundhouse.simulation.targets;

import roundhouse.simulation.engine.Attempt;

/** What there is to say of requests that wait for targets to have room, in sentences. */
public interface Waiting {
    /** Nobody waits. */
    Waiting NONE = new Waiting() {};

    /** That the attempt, for which that target was picked, waits for it or has waited; empty when neither. */
    default String until(Attempt attempt, int target) {
        return "";
    }

    /** That the attempt waits for any target to have room, and why it has to. */
    default String forAnyone(Attempt attempt) {
        return "";
    }
}
