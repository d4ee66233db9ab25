package roundhouse.workbench.ring.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Target;
import roundhouse.hashing.measures.Movement;

/** What the change that is shown has moved, worked out when somebody asks: the last step, from what it began with to what is shown. */
final class MovedKeys {
    private final KeyOwners keys;
    private final ModuloMoves modulo = new ModuloMoves();
    private RingSteps.@Nullable Step step;
    private RingState shown;
    private boolean hashesAlike;
    /** Who owned each key before the step; null while nobody asked. */
    private int @Nullable [] ownersBefore;

    private @Nullable RingChange change;
    private @Nullable Movement movement;

    MovedKeys(KeyOwners keys, RingState shown) {
        this.keys = keys;
        this.shown = shown;
    }

    /** A change begins from what is shown. */
    void begin() {
        ownersBefore = keys.owners().clone();
    }

    /** Who owned the keys before has to be worked out anew: the step is another, or the keys are. */
    void forget() {
        ownersBefore = null;
    }

    /**
     * This is shown now.
     *
     * @param last the step that led to it; null where nothing has changed
     * @param alike whether keys hash as they did before the step
     */
    void show(RingSteps.@Nullable Step last, RingState now, boolean alike) {
        step = last;
        shown = now;
        hashesAlike = alike;
        change = null;
        movement = null;
    }

    RingState before() {
        return step == null ? shown : step.before();
    }

    RingChange change() {
        RingChange known = change;
        if (known == null) {
            RingSteps.Step last = step;
            known = last == null || last.before().equals(shown)
                    ? RingChange.NOTHING
                    : RingChange.between(last, shown, movement());
            change = known;
        }
        return known;
    }

    Movement movement() {
        Movement known = movement;
        if (known == null) {
            int[] was = ownersBefore;
            if (was == null) {
                was = keys.ownersIn(before().placement(), hashesAlike);
                ownersBefore = was;
            }
            known = Movement.between(before().targets(), was, shown.targets(), keys.owners());
            movement = known;
        }
        return known;
    }

    /** The same by hash mod N, or, where the change leaves the servers as they are, when the server concerned leaves. */
    int byModulo() {
        boolean membership = RingChange.isOfMembership(before(), shown);
        List<Target> from = (membership ? before() : shown).targets();
        List<Target> to = (membership ? shown : shown.without(change().server())).targets();
        return modulo.moved(from, to, keys.set(), shown.settings().hash());
    }
}
