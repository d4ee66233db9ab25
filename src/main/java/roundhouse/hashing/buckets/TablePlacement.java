package roundhouse.hashing.buckets;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Standing;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.PointIndex;

/** What placements by a table share: the key chooses a slot, the slot names the target; the targets of the slots after are replicas. */
public abstract class TablePlacement extends AbstractPlacement {
    public TablePlacement(List<Target> targets, HashFunction function) {
        super(targets, function);
        if (targets.size() > PointIndex.MAX_OWNERS) {
            throw new IllegalArgumentException(
                    targets.size() + " targets, and a table can name " + PointIndex.MAX_OWNERS + " at most");
        }
    }

    /** For each slot its target; empty when no target is usable. */
    public abstract char[] table();

    /** The slot of the key. The table is not empty. */
    public abstract int slot(long keyHash);

    @Override
    public int place(long keyHash) {
        char[] table = table();
        return table.length == 0 ? NONE : table[slot(keyHash)];
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        char[] table = table();
        if (table.length > 0) {
            int slot = slot(keyHash);
            for (int steps = table.length; steps > 0 && set.offer(table[slot]); steps--) {
                slot = slot + 1 == table.length ? 0 : slot + 1;
            }
        }
    }

    @Override
    public Standing standing(long keyHash) {
        char[] table = table();
        return table.length == 0
                ? Standing.of("", targets.size(), _ -> "")
                : standing(slot(keyHash), table.length, targets.size(), slot -> table[slot]);
    }

    /**
     * Of a table that the key's slot and those after it are taken from.
     *
     * @param owners for each slot its target
     */
    static Standing standing(int slot, int slots, int targets, IntUnaryOperator owners) {
        int[] first = new int[targets];
        Arrays.fill(first, NONE);
        for (int step = 0; step < slots; step++) {
            int at = (slot + step) % slots;
            int owner = owners.applyAsInt(at);
            first[owner] = first[owner] == NONE ? at : first[owner];
        }
        return Standing.of(
                "slot " + Standing.count(slot) + " of " + Standing.count(slots),
                targets,
                target -> first[target] == NONE ? "" : "slot " + Standing.count(first[target]));
    }

    @Override
    public long memory() {
        return 2L * table().length;
    }
}
