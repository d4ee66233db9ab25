package roundhouse.workbench.ring.cards;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import roundhouse.hashing.Target;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.ring.model.KeySet;
import roundhouse.workbench.ring.model.PlacementComparison;
import roundhouse.workbench.ring.model.RingChange;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;

/** Compares what the Ring view shows under every placement, in the background. Only the newest comparison reaches the screen. */
final class ComparisonWork {
    private final WorkLane comparisons;
    private final Maker maker;
    private final Consumer<PlacementComparison> done;
    private final Consumer<String> failed;

    /** Makes a comparison: {@link PlacementComparison#of}. */
    @FunctionalInterface
    interface Maker {
        PlacementComparison compare(String change, RingState before, RingState after, KeySet keys, Runnable between);
    }

    /**
     * @param done takes the newest comparison, on the screen's thread
     * @param failed is given the reason why there is none, on the screen's thread
     */
    ComparisonWork(WorkLane comparisons, Maker maker, Consumer<PlacementComparison> done, Consumer<String> failed) {
        this.comparisons = comparisons;
        this.maker = maker;
        this.done = done;
        this.failed = failed;
    }

    /**
     * Begins to compare the last change of servers, or the removal of one when none was changed, and gives up what was begun before.
     *
     * @return the change, in words
     */
    String begin(RingModel model) {
        RingChange change = model.change();
        RingState now = model.state();
        boolean membership = change.membership();
        String name = membership || now.indexOf(change.server()) < 0 ? last(now) : change.server();
        String what = membership
                ? change.label()
                : name.isEmpty() ? text("ring.compared-none") : text("ring.compared-removed", name);
        RingState before = membership ? model.before().with(now.settings()) : now;
        RingState after = membership ? now : now.without(name);
        KeySet keys = model.keys();
        comparisons.replace(new BackgroundTask<>(
                text("ring.comparison-failed"),
                job -> maker.compare(what, before, after, keys, job::check),
                done,
                failed));
        return what;
    }

    private static String last(RingState state) {
        List<Target> targets = state.targets();
        return targets.isEmpty()
                ? ""
                : targets.get(Math.min(2, targets.size() - 1)).name();
    }
}
