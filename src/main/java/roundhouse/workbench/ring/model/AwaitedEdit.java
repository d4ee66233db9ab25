package roundhouse.workbench.ring.model;

import org.jspecify.annotations.Nullable;

/**
 * The last edit, which the run has been told of but may not show yet: its pictures come a moment later, and before them may come some
 * of what it was told while something was dragged. Until then it is shown with the edit done, so that nothing flickers.
 */
final class AwaitedEdit {
    /** Pictures of the run after which nothing of an earlier drag can come any more. */
    private static final int PICTURES = 4;

    private @Nullable RingEdit edit;
    private int patience;
    private int pictures;
    private int changes;

    /**
     * The run was told of this.
     *
     * @param further how many other changes of the run may come before it
     */
    void expect(RingEdit told, int further) {
        edit = told.isNone() ? null : told;
        patience = further;
        pictures = 0;
        changes = 0;
    }

    void forget() {
        edit = null;
    }

    /**
     * Another picture of the run, as it is to be shown.
     *
     * @param changed whether the run has another state than in the picture before
     */
    RingState on(RingState run, boolean changed) {
        RingEdit awaited = edit;
        if (awaited == null) {
            return run;
        }
        pictures++;
        changes += changed ? 1 : 0;
        RingState done = awaited.on(run);
        boolean isThere = done.equals(run);
        if (isThere ? pictures > PICTURES : changes > patience) {
            // The run has it, or has made something else of it.
            edit = null;
            return run;
        }
        return done;
    }
}
