package roundhouse.hashing.measures;

import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;

/** Counts what a change of placement does to keys that come one after another, without keeping them. */
public final class Tally {
    private final Placement before;
    private final Placement after;
    private final int[] owned;
    private final String[] namesBefore;
    private final String[] namesAfter;
    private int keys;
    private int moved;

    public Tally(Placement before, Placement after) {
        this.before = before;
        this.after = after;
        owned = new int[before.targets().size()];
        namesBefore = before.targets().stream().map(Target::name).toArray(String[]::new);
        namesAfter = after.targets().stream().map(Target::name).toArray(String[]::new);
    }

    public void add(byte[] key) {
        int was = before.owner(key);
        int is = after.owner(key);
        keys++;
        if (was != Placement.NONE) {
            owned[was]++;
        }
        if (!name(namesBefore, was).equals(name(namesAfter, is))) {
            moved++;
        }
    }

    private static String name(String[] names, int target) {
        return target == Placement.NONE ? "" : names[target];
    }

    public Placement before() {
        return before;
    }

    /** How many keys came. */
    public int keys() {
        return keys;
    }

    /** How many of them have another owner after the change. */
    public int moved() {
        return moved;
    }

    /** How evenly they lay before the change. */
    public Balance balance() {
        return Balance.of(before.targets(), owned);
    }

    /** The least that any fair placement would have had to move. */
    public double least() {
        return Movement.between(before, after, new long[0]).leastOf(keys);
    }
}
