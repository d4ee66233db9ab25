package roundhouse.workbench.ring.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.LoadBound;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.measures.Balance;
import roundhouse.hashing.measures.Movement;
import roundhouse.hashing.rings.Ring;

/**
 * What the Ring view shows: the placement as it is now or as a drag would have it, who owns each key, and what the last change
 * moved. Edits go to a {@link RingSource}, which keeps the history; what it makes of them comes back through {@link #become}. Used
 * on one thread, needs no screen.
 */
public final class RingModel {
    private final List<Runnable> listeners = new ArrayList<>();
    private RingSource source;
    /** What the last change began from. */
    private RingState before = RingState.sketch();
    /** What stands in the document. */
    private RingState committed = before;
    /** What the document would have: the committed one, or a preview of another while something is dragged. */
    private RingState wanted = before;
    /** The wanted one as it is shown: as the run sees it, where there is one. */
    private RingState shown = before;

    private @Nullable RunPlacement run;
    private Placement placement = shown.placement();
    private final KeyOwners keys = new KeyOwners(placement);
    /** Who owned each key before the last change. */
    private int[] ownersBefore = new int[0];

    private String changeLabel = "";
    private String concerned = "";
    private @Nullable RingChange change;
    private @Nullable Movement movement;
    private final ModuloMoves modulo = new ModuloMoves();
    private int edits;

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
        committed = next.state();
        forget();
        show(committed);
    }

    /** Nothing has changed yet, as far as is shown. */
    private void forget() {
        before = see(committed);
        ownersBefore = place(before);
        changeLabel = "";
        concerned = "";
    }

    private RingState see(RingState state) {
        return run == null ? state : run.see(state);
    }

    public RingSource source() {
        return source;
    }

    /** The source has become this: after an edit of ours, an undo, or an edit elsewhere. */
    public void become(RingState next) {
        if (next.equals(committed)) {
            if (previewing()) {
                show(committed);
            }
            return;
        }
        begin();
        committed = next;
        show(next);
    }

    /** Follows the run: shows which servers it has taken out of use or put back since, and uses the run's placement. */
    public void follow() {
        RunPlacement next = source.running();
        if (Objects.equals(next, run)) {
            return;
        }
        RingState look = next == null ? wanted : next.see(wanted);
        if (!look.equals(shown)) {
            begin();
            tell(outs(run), outs(next));
        }
        run = next;
        if (look.equals(shown)) {
            placement = placed(look);
        } else {
            show(wanted);
        }
    }

    private static Set<String> outs(@Nullable RunPlacement run) {
        return run == null ? Set.of() : run.out();
    }

    /** Names a change that the run made. A drag that is under way keeps its name. */
    private void tell(Set<String> was, Set<String> is) {
        if (previewing()) {
            return;
        }
        Optional<String> gone = only(is, was);
        Optional<String> back = only(was, is);
        concerned = gone.or(() -> back).orElse("");
        changeLabel = gone.map(name -> name + " out of use in the run")
                .or(() -> back.map(name -> name + " back in use in the run"))
                .orElse("");
    }

    /** The first server that is in the one set and not in the other. */
    private Optional<String> only(Set<String> in, Set<String> notIn) {
        return shown.targets().stream()
                .map(Target::name)
                .filter(name -> in.contains(name) && !notIn.contains(name))
                .findFirst();
    }

    /** Whether the run has taken that server out of use though the document does not say so. */
    public boolean isOut(String server) {
        return outs(run).contains(server);
    }

    /** Whether something is dragged, so that what is shown is not done yet. */
    public boolean previewing() {
        return !wanted.equals(committed);
    }

    /** The next change begins from what is committed now. */
    private void begin() {
        RingState now = see(committed);
        if (!before.equals(now)) {
            ownersBefore = previewing() ? place(now) : keys.owners().clone();
            before = now;
        }
    }

    private int[] place(RingState state) {
        Placement placed = state.placement();
        return keys.ownersIn(placed, hashesAlike(state));
    }

    /** Whether keys hash in this state as they do in the one shown. */
    private boolean hashesAlike(RingState state) {
        return state.settings().kind() == shown.settings().kind()
                && state.settings().hash().equals(shown.settings().hash());
    }

    /** Shows what an edit would do, without doing it. {@code server} is whom it is about, or empty. */
    public void preview(String label, String server, RingState next) {
        begin();
        changeLabel = label;
        concerned = server;
        show(run == null ? next : run.unsee(next, committed));
    }

    /** Does what is previewed: one entry of the history. */
    public void commit() {
        RingState next = wanted;
        if (previewing()) {
            edits++;
            source.edit(changeLabel, committed, next);
            become(source.state());
        }
    }

    /** How many edits were made here so far. */
    public int edits() {
        return edits;
    }

    /** Takes the preview back. */
    public void cancel() {
        if (previewing()) {
            show(committed);
        }
    }

    /** Previews and does it at once. */
    public void edit(String label, String server, RingState next) {
        preview(label, server, next);
        commit();
    }

    public void undo() {
        source.undo();
        become(source.state());
    }

    public void redo() {
        source.redo();
        become(source.state());
    }

    public void keys(KeySet next) {
        take(next);
        forget();
        show(wanted);
    }

    /** Newer keys of the same kind: what the last change moved stays in view, told of these. */
    public void refresh(KeySet next) {
        take(next);
        ownersBefore = place(before);
        show(wanted);
    }

    private void take(KeySet next) {
        keys.take(next, placement);
    }

    private void show(RingState next) {
        RingState look = see(next);
        Placement now = look.equals(shown) ? placement : placed(look);
        boolean sameHashes = hashesAlike(look);
        wanted = next;
        shown = look;
        placement = now;
        if (!sameHashes) {
            keys.hash(now);
        }
        keys.own(placement, shown.targets().size());
        change = null;
        movement = null;
        listeners.forEach(Runnable::run);
    }

    /** The run's own placement where that is what is looked at. */
    private Placement placed(RingState look) {
        return run != null && run.state().equals(look) ? run.placement() : look.placement();
    }

    /** What is shown. */
    public RingState state() {
        return shown;
    }

    /** What it was before the change that is shown. */
    public RingState before() {
        return before;
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
        RingChange known = change;
        if (known == null) {
            known = before.equals(shown)
                    ? RingChange.NOTHING
                    : RingChange.between(changeLabel, concerned, before, shown, movement());
            change = known;
        }
        return known;
    }

    /** Which keys the shown change moved. */
    public Movement movement() {
        Movement known = movement;
        if (known == null) {
            known = Movement.between(before.targets(), ownersBefore, shown.targets(), keys.owners());
            movement = known;
        }
        return known;
    }

    /**
     * How many keys hash mod N would move: at the shown change, or, where that leaves the servers as they are, when the server
     * concerned leaves.
     */
    public int movedByModulo() {
        List<Target> from = (RingChange.isOfMembership(before, shown) ? before : shown).targets();
        List<Target> to = (RingChange.isOfMembership(before, shown) ? shown : shown.without(concerned)).targets();
        return modulo.moved(from, to, keys.set(), shown.settings().hash());
    }
}
