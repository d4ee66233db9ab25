package roundhouse.workbench.compare;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.analysis.ComparedDesign;
import roundhouse.workbench.playback.history.Future;

/**
 * Something that can be compared.
 *
 * @param furthestNanos how far it was played, or how long it is meant to be, simulated nanoseconds
 * @param future null for one from a file
 */
record Choice(
        ComparedDesign design, long furthestNanos, @Nullable Future future) {
    static Choice of(Future future) {
        return new Choice(
                new ComparedDesign(future.name(), future.start(), future.commands()), future.furthestNanos(), future);
    }

    /** The one among them that is the same choice as an old one. */
    static Optional<Choice> like(@Nullable Choice old, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> old != null && choice.isLike(old))
                .findFirst();
    }

    /** Whether it is the same choice as another, which may have been played further. */
    boolean isLike(Choice other) {
        if (future == null || other.future == null) {
            return equals(other);
        }
        return future.number() == other.future.number();
    }

    /** The time from which the two can differ. */
    long partingNanos(Choice other) {
        return (future == null || other.future == null) ? 0 : future.partingNanos(other.future);
    }

    @Override
    public String toString() {
        return design.name();
    }
}
