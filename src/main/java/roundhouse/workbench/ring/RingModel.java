package roundhouse.workbench.ring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Balance;
import roundhouse.hashing.BoundedLoad;
import roundhouse.hashing.HashFunction;
import roundhouse.hashing.Movement;
import roundhouse.hashing.Placement;
import roundhouse.hashing.PlacementOptions;
import roundhouse.hashing.Placements;
import roundhouse.hashing.Ring;
import roundhouse.hashing.Target;

/**
 * What the Ring view shows: the placement as it is now or as a drag would have it, who owns each key, and what the last change
 * moved. Edits go to a {@link RingSource}, which keeps the history; what it makes of them comes back through {@link #become}. Used
 * on one thread, needs no screen.
 */
public final class RingModel {
    private final List<Runnable> listeners = new ArrayList<>();
    private RingSource source;
    private KeySet keys = KeySet.counted(KeySet.USUAL);
    /** What the last change began from. */
    private RingState before = RingState.sketch();
    /** What stands in the document. */
    private RingState committed = before;
    /** What is shown: the committed one, or a preview of another while something is dragged. */
    private RingState shown = before;

    private Placement placement = shown.placement();
    private long[] hashes = keys.hashes(placement);
    private int hashings;
    private int[] owners = new int[0];
    /** Who owned each key before the last change. */
    private int[] ownersBefore = new int[0];

    private int[] counts = new int[0];
    private String changeLabel = "";
    private String concerned = "";
    private @Nullable Change change;
    private @Nullable Movement movement;
    private @Nullable ModuloChange moduloAsked;
    private int moduloMoved;
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
        committed = next.state();
        forget();
        show(committed);
    }

    /** Nothing has changed yet, as far as is shown. */
    private void forget() {
        before = committed;
        ownersBefore = place(committed);
        changeLabel = "";
        concerned = "";
    }

    public RingSource source() {
        return source;
    }

    /** The source has become this: after an edit of ours, an undo, or an edit elsewhere. */
    public void become(RingState next) {
        if (next.equals(committed)) {
            if (!shown.equals(committed)) {
                show(committed);
            }
            return;
        }
        begin();
        committed = next;
        show(next);
    }

    /** What is committed now is what the next change begins from. */
    private void begin() {
        if (!before.equals(committed)) {
            ownersBefore = shown.equals(committed) ? owners.clone() : place(committed);
            before = committed;
        }
    }

    private int[] place(RingState state) {
        Placement placed = state.placement();
        long[] hashed = hashesAlike(state) ? hashes : keys.hashes(placed);
        int[] found = new int[hashed.length];
        for (int key = 0; key < found.length; key++) {
            found[key] = placed.owner(hashed[key]);
        }
        return found;
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
        show(next);
    }

    /** Does what is previewed: one entry of the history. */
    public void commit() {
        RingState next = shown;
        if (!next.equals(committed)) {
            edits++;
            source.edit(changeLabel, committed, next);
            become(source.state());
        }
    }

    /** How many edits were made here so far. */
    int edits() {
        return edits;
    }

    /** Takes the preview back. */
    public void cancel() {
        if (!shown.equals(committed)) {
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
        keys = next;
        hashes = keys.hashes(placement);
        hashings++;
        forget();
        show(shown);
    }

    private void show(RingState next) {
        Placement placed = next.equals(shown) ? placement : next.placement();
        boolean sameHashes = hashesAlike(next);
        shown = next;
        placement = placed;
        if (!sameHashes) {
            hashes = keys.hashes(placed);
            hashings++;
        }
        own();
        change = null;
        movement = null;
        listeners.forEach(Runnable::run);
    }

    private void own() {
        if (owners.length != hashes.length) {
            owners = new int[hashes.length];
        }
        counts = new int[shown.targets().size()];
        for (int key = 0; key < hashes.length; key++) {
            int owner = placement.owner(hashes[key]);
            owners[key] = owner;
            if (owner != Placement.NONE) {
                counts[owner]++;
            }
        }
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
        Placement plain = placement instanceof BoundedLoad bounded ? bounded.unbounded() : placement;
        return plain instanceof Ring ring ? ring : null;
    }

    public KeySet keys() {
        return keys;
    }

    /** What the placement makes of each key. */
    public long[] hashes() {
        return hashes;
    }

    /** How often the keys were hashed anew; as long as it stays, so do the hashes. */
    int hashings() {
        return hashings;
    }

    /** Where a key stands on the circle of 2⁶⁴: a hash of 32 bits is spread over it. */
    public long position(long hash) {
        return shown.settings().isRing() || placement.function().bits() == 64 ? hash : hash << 32;
    }

    /** Who owns each key: an index into the state's targets, or {@link Placement#NONE}. */
    public int[] owners() {
        return owners;
    }

    public Balance balance() {
        return Balance.of(shown.targets(), counts.clone());
    }

    /** The part of requests that goes to each server if clients ask for the keys as the key set says. */
    public double[] requestShares() {
        double[] shares = new double[shown.targets().size()];
        for (int key = 0; key < owners.length; key++) {
            if (owners[key] != Placement.NONE) {
                shares[owners[key]] += keys.share(key);
            }
        }
        return shares;
    }

    /** What the shown change moved. */
    public Change change() {
        Change known = change;
        if (known == null) {
            known = before.equals(shown) ? Change.NOTHING : measure();
            change = known;
        }
        return known;
    }

    /** Which keys the shown change moved. */
    public Movement movement() {
        Movement known = movement;
        if (known == null) {
            known = Movement.between(before.targets(), ownersBefore, shown.targets(), owners);
            movement = known;
        }
        return known;
    }

    private Change measure() {
        Movement what = movement();
        double fair = Math.max(what.least() / Math.max(1, what.keys()), fairShareOfConcerned());
        return new Change(changeLabel, concerned, what.keys(), what.moved(), fair, membershipChanged());
    }

    private double fairShareOfConcerned() {
        int server = membershipChanged() ? Placement.NONE : shown.indexOf(concerned);
        return server == Placement.NONE ? 0 : fairShare(shown.targets(), server);
    }

    private static double fairShare(List<Target> targets, int server) {
        double total = targets.stream()
                .filter(Target::usable)
                .mapToLong(Target::weight)
                .sum();
        Target target = targets.get(server);
        return target.usable() ? target.weight() / total : 0;
    }

    private boolean membershipChanged() {
        return !before.targets().equals(shown.targets());
    }

    /**
     * How many keys hash mod N would move: at the shown change, or, where that leaves the servers as they are, when the server
     * concerned leaves.
     */
    public int movedByModulo() {
        List<Target> from = (membershipChanged() ? before : shown).targets();
        List<Target> to = (membershipChanged() ? shown : shown.without(concerned)).targets();
        ModuloChange asked = new ModuloChange(from, to, keys, shown.settings().hash());
        if (!asked.equals(moduloAsked)) {
            PlacementOptions options = PlacementOptions.of(asked.hash());
            Placement was = Placements.MODULO.create(from, options);
            Placement is = Placements.MODULO.create(to, options);
            moduloMoved = Movement.between(was, is, keys.texts()).moved();
            moduloAsked = asked;
        }
        return moduloMoved;
    }

    /** What the last figure of hash mod N was of: it takes hashing all keys, too long for every step of a drag. */
    private record ModuloChange(List<Target> from, List<Target> to, KeySet keys, HashFunction hash) {}

    /**
     * @param label what was done: "Move a token of s3"
     * @param server whom it was about, or empty
     * @param fairShare what any placement would have had to move, or the fair share of the server whose tokens were moved, 0 to 1
     * @param membership whether servers came, went, or changed their weight or state
     */
    public record Change(String label, String server, int keys, int moved, double fairShare, boolean membership) {
        public static final Change NOTHING = new Change("", "", 0, 0, 0, false);

        /** The part of keys that moved, 0 to 1. */
        public double part() {
            return keys == 0 ? 0 : (double) moved / keys;
        }
    }
}
