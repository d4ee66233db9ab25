package roundhouse.hashing;

import java.util.List;

/** What placements by a table share: the key chooses a slot, the slot names the target; the targets of the slots after are replicas. */
abstract class TablePlacement extends AbstractPlacement {
    TablePlacement(List<Target> targets, HashFunction function) {
        super(targets, function);
        if (targets.size() > PointIndex.MAX_OWNERS) {
            throw new IllegalArgumentException(
                    targets.size() + " targets, and a table can name " + PointIndex.MAX_OWNERS + " at most");
        }
    }

    /** For each slot its target; empty when no target is usable. */
    abstract char[] table();

    /** The slot of the key. The table is not empty. */
    abstract int slot(long keyHash);

    @Override
    int place(long keyHash) {
        char[] table = table();
        return table.length == 0 ? NONE : table[slot(keyHash)];
    }

    @Override
    void walk(long keyHash, ReplicaSet set) {
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
