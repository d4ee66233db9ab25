package roundhouse.workbench.compare;

import org.jspecify.annotations.Nullable;
import roundhouse.analysis.ComparedDesign;
import roundhouse.workbench.playback.history.Future;

/**
 * Something that can be compared.
 *
 * @param furthest how far it was played, or how long it is meant to be, simulated nanoseconds
 * @param future null for one from a file
 */
record Choice(
        ComparedDesign contender, long furthest, @Nullable Future future) {
    static Choice of(Future future) {
        return new Choice(
                new ComparedDesign(future.name(), future.start(), future.commands()), future.furthest(), future);
    }

    /** Whether it stands for the same as another, however far that was played. */
    boolean isLike(Choice other) {
        if (future == null || other.future == null) {
            return equals(other);
        }
        return future.number() == other.future.number();
    }

    /** From where the two can differ. */
    long parting(Choice other) {
        return (future == null || other.future == null) ? 0 : future.parting(other.future);
    }

    @Override
    public String toString() {
        return contender.name();
    }
}
