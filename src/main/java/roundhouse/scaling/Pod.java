package roundhouse.scaling;

import java.util.OptionalLong;

/**
 * A replica as the autoscaler sees it.
 *
 * @param metric what was measured, in the unit of the target; for CPU in thousandths of a core; empty when nothing was
 * @param request what it asks for of the CPU, in thousandths of a core
 * @param phase how far it has come
 * @param ready whether it may take requests
 * @param warm whether it has run for longer than the initialisation period; before that its CPU tells nothing
 * @param deleted whether it is being removed
 */
public record Pod(OptionalLong metric, long request, Phase phase, boolean ready, boolean warm, boolean deleted) {
    /** How far a replica has come. */
    public enum Phase {
        PENDING,
        RUNNING,
        FAILED
    }

    boolean gone() {
        return deleted || phase == Phase.FAILED;
    }
}
