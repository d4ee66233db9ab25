package roundhouse.hashing.buckets;

import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
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
    public long memory() {
        return 2L * table().length;
    }
}
