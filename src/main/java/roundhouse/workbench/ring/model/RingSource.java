package roundhouse.workbench.ring.model;

import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;

/** What the ring shows and where its edits go: a balancer of the document, or a sketch that belongs to nobody. */
public interface RingSource {
    RingState state();

    /** The same as a run has it; null where none does. */
    default @Nullable RunPlacement running() {
        return null;
    }

    /** Whether a run plays it, whatever the run makes of it. */
    default boolean isPlayed() {
        return false;
    }

    /** Whether a server that leaves is there until it has sent what it had. */
    default boolean handsOver() {
        return false;
    }

    /** By what keys were placed, while a run streams them to where {@link #running} places them; null while it does not. */
    default @Nullable Placement streamedFrom() {
        return null;
    }

    /** Whether its servers have weights, can be down, and have a bound on their load. */
    default boolean weighs() {
        return true;
    }

    /** A name for a new server that nothing else has; empty where none can be added. */
    String freeName();

    /** One undoable edit. The source may refuse it, and then stays as it is. */
    void edit(String label, RingState before, RingState after);

    void undo();

    void redo();
}
