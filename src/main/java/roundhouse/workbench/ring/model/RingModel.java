package roundhouse.workbench.ring.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.LoadBound;
import roundhouse.hashing.Placement;
import roundhouse.hashing.measures.Balance;
import roundhouse.hashing.measures.Movement;
import roundhouse.hashing.rings.Ring;

/**
 * What the Ring view shows: the placement as it is now or as a drag would have it, who owns each key, and what the last change
 * moved. While a run plays the source, that is the run's own; what a person changes of it is done to the source, which keeps the
 * history, and comes back through {@link #become} and {@link #follow}. Used on one thread, needs no screen.
 */
public final class RingModel {
    /** How many of a drag's commands may still come out of the run when the drag is over. */
    private static final int UNDER_WAY = 2;

    private final List<Runnable> listeners = new ArrayList<>();
    private RingSource source;
    /** What stands in the document. */
    private RingState committed = RingState.sketch();

    private @Nullable RunPlacement run;
    /** By what keys were placed that the run streams; null while it streams none. */
    private @Nullable Placement streamedFrom;
    /** The time of the run's newest picture, simulated nanoseconds. */
    private long nowNanos;

    private final AwaitedEdit awaited = new AwaitedEdit();
    /** What is shown, but for a drag: the run's where there is one, else the document's. */
    private RingState settled = committed;
    /** What a drag that is under way makes of it; null while nothing is dragged. */
    private @Nullable RingEdit drag;
    /** Whether pictures of the run came during the drag, so that the run may have been given some of it. */
    private boolean followed;
    /** What the drag will be in the history. */
    private RingSteps.@Nullable Step dragged;

    private RingState shown = settled;
    private Placement placement = shown.placement();
    private final KeyOwners keys = new KeyOwners(placement);
    private final RingSteps steps = new RingSteps();
    private final MovedKeys moved = new MovedKeys(keys, shown);

    public RingModel(RingSource source) {
        this.source = source;
        source(source);
    }

    /** Called after anything that is shown has changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Shows another source; nothing has moved yet. */
    public void source(RingSource next) {
        source = next;
        run = next.running();
        streamedFrom = next.streamedFrom();
        committed = next.state();
        settled = run == null ? committed : run.state();
        steps.clear();
        awaited.forget();
        dropDrag();
        show(settled);
    }

    public RingSource source() {
        return source;
    }

    /** The source has become this: after an edit of ours, an undo, or an edit elsewhere. */
    public void become(RingState next) {
        if (next.equals(committed)) {
            cancel();
            return;
        }
        RingEdit edit = new RingEdit(committed, next);
        RingState look = run == null ? next : edit.on(shown);
        committed = next;
        if (run != null) {
            awaited.expect(edit, followed ? UNDER_WAY : 0);
        }
        if (!look.equals(settled)) {
            StateDifference difference = StateDifference.between(settled, look);
            steps.add(dragged != null ? dragged : step(difference.words(), difference.server(), nowNanos));
        }
        settled = look;
        dropDrag();
        show(settled);
    }

    private RingSteps.Step step(String label, String server, long fromNanos) {
        return new RingSteps.Step(label, server, run == null ? 0 : fromNanos, run == null ? 0 : nowNanos, settled);
    }

    /**
     * Follows the run, of which there is a new picture: what it has made of the ring since, and what it picks by. When the clock has
     * gone back, so do the changes.
     *
     * @param timeNanos the picture's simulated time
     */
    public void follow(long timeNanos) {
        long wasNanos = nowNanos;
        nowNanos = timeNanos;
        RunPlacement next = source.running();
        boolean back = timeNanos < wasNanos;
        followed |= drag != null;
        boolean changed = !Objects.equals(next, run);
        run = next;
        Placement from = source.streamedFrom();
        boolean streams = !Objects.equals(from, streamedFrom);
        streamedFrom = from;
        if (back) {
            steps.backTo(timeNanos);
            moved.forget();
            awaited.forget();
        }
        RingState look = next == null ? committed : awaited.on(next.state(), changed);
        if (changed || back || !look.equals(settled)) {
            settle(look, wasNanos, back);
        }
        if (streams) {
            // Also where the state is what it was: all is streamed now.
            listeners.forEach(Runnable::run);
        }
    }

    private void settle(RingState look, long wasNanos, boolean back) {
        RingEdit held = drag;
        // A drag says how keys are placed, also while the run is on its way there.
        RingState next = held == null ? look : new RingState(settled.settings(), look.targets());
        if (next.equals(settled) && !back) {
            placement = placed(shown);
            return;
        }
        moved.forget();
        if (held != null) {
            RingEdit again = new RingEdit(next, held.on(next));
            settled = next;
            preview(again.to());
            return;
        }
        if (nowNanos == 0) {
            steps.clear();
        } else if (!back && !look.equals(settled)) {
            StateDifference difference = StateDifference.between(settled, look);
            String why = run == null ? "" : run.out().getOrDefault(difference.server(), "");
            steps.add(step(
                    text(why.isEmpty() ? "ring.in-run" : "ring.in-run-why", difference.words(), why),
                    difference.server(),
                    wasNanos));
        }
        settled = look;
        show(look);
    }

    /** All servers, those of the document and those that only the run has. */
    public List<ListedServer> servers() {
        return ListedServer.of(committed, shown, run);
    }

    /** In what the run that is shown places keys otherwise than the document, in a sentence; empty where it does not. */
    public String runNote() {
        if (source.isPlayed() && run == null) {
            return text("ring.run-not-placing");
        }
        return run == null || drag != null || settled.settings().equals(committed.settings())
                ? ""
                : text(
                        "ring.run-otherwise",
                        StateDifference.between(committed, committed.with(settled.settings()))
                                .words());
    }

    /** Whether something is dragged, so that what is shown is not done yet. */
    public boolean previewing() {
        RingEdit held = drag;
        return held != null && !held.isNone();
    }

    /** What is shown but for the drag that is under way. */
    public RingState settled() {
        return settled;
    }

    /** Shows what an edit would do, without doing it. {@code server} is whom it is about, or empty. */
    public void preview(String label, String server, RingState next) {
        RingSteps.Step begun = dragged;
        if (begun == null) {
            moved.begin();
        }
        dragged = begun == null ? step(label, server, nowNanos) : begun.named(label, server);
        preview(next);
    }

    private void preview(RingState next) {
        RingSteps.Step begun = dragged;
        dragged = begun == null ? null : begun.from(settled);
        drag = new RingEdit(settled, next);
        show(next);
    }

    /** Does what is previewed: one entry of the history. */
    public void commit() {
        RingEdit held = drag;
        RingSteps.Step step = dragged;
        if (held != null && step != null && !held.isNone()) {
            source.edit(step.label(), committed, held.on(committed));
            become(source.state());
        } else {
            cancel();
        }
    }

    /** Takes the preview back. */
    public void cancel() {
        RingEdit held = drag;
        if (held != null) {
            if (run != null) {
                awaited.expect(new RingEdit(held.to(), settled), followed ? UNDER_WAY : 0);
            }
            dropDrag();
            show(settled);
        }
    }

    private void dropDrag() {
        drag = null;
        followed = false;
        dragged = null;
        moved.forget();
    }

    /** Previews and does it at once. */
    public void edit(String label, String server, RingState next) {
        preview(label, server, next);
        commit();
    }

    /** Edits what only the document has: a server that has left the run. */
    public void editDocument(String label, UnaryOperator<RingState> edit) {
        source.edit(label, committed, edit.apply(committed));
        become(source.state());
    }

    public void undo() {
        source.undo();
        become(source.state());
    }

    public void redo() {
        source.redo();
        become(source.state());
    }

    /** Places other keys. What the last change moved is told of these. */
    public void keys(KeySet next) {
        keys.take(next, placement);
        moved.forget();
        show(shown);
    }

    private void show(RingState next) {
        Placement now = placed(next);
        boolean sameHashes = hashesAlike(next);
        shown = next;
        placement = now;
        if (!sameHashes) {
            keys.hash(now);
        }
        keys.own(placement, shown.targets().size());
        RingSteps.Step step = previewing() ? dragged : steps.last();
        moved.show(step, shown, step == null || hashesAlike(step.before()));
        listeners.forEach(Runnable::run);
    }

    /** The run's own placement where that is what is looked at. */
    private Placement placed(RingState look) {
        RunPlacement now = run;
        if (now != null && now.state().equals(look)) {
            return now.placement();
        }
        return look.equals(shown) ? placement : look.placement();
    }

    /** Whether keys hash in this state as they do in the one shown. */
    private boolean hashesAlike(RingState state) {
        return state.settings().kind() == shown.settings().kind()
                && state.settings().hash().equals(shown.settings().hash());
    }

    /** What is shown. */
    public RingState state() {
        return shown;
    }

    /** By what keys were placed that the run streams to where they are shown; null while it streams none. */
    public @Nullable Placement streamedFrom() {
        return streamedFrom;
    }

    /** What it was before the change that is shown. */
    public RingState before() {
        return moved.before();
    }

    public Placement placement() {
        return placement;
    }

    /** The ring that is shown, without a bound on load; null where the placement is none. */
    public @Nullable Ring ring() {
        Placement plain = placement instanceof LoadBound bounded ? bounded.unbounded() : placement;
        return plain instanceof Ring ring ? ring : null;
    }

    public KeySet keys() {
        return keys.set();
    }

    /** The hash of each key. */
    public long[] hashes() {
        return keys.hashes();
    }

    /** How often the keys were hashed anew; as long as it stays, so do the hashes. */
    public int hashings() {
        return keys.hashings();
    }

    /** Where a key stands on the circle of 2⁶⁴: a hash of 32 bits is spread over it. */
    public long position(long hash) {
        return shown.settings().isRing() || placement.function().bits() == 64 ? hash : hash << 32;
    }

    /** Who owns each key: an index into the state's targets, or {@link Placement#NONE}. */
    public int[] owners() {
        return keys.owners();
    }

    public Balance balance() {
        return Balance.of(shown.targets(), keys.counts());
    }

    /** The part of requests that goes to each server if clients ask for the keys as the key set says. */
    public double[] requestShares() {
        return keys.requestShares(shown.targets().size());
    }

    /** What the shown change moved. */
    public RingChange change() {
        return moved.change();
    }

    /** Which keys the shown change moved. */
    public Movement movement() {
        return moved.movement();
    }

    /**
     * How many keys hash mod N would move: at the shown change, or, where that leaves the servers as they are, when the server
     * concerned leaves.
     */
    public int movedByModulo() {
        return moved.byModulo();
    }
}
