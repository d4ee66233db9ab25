package roundhouse.hashing.buckets;

import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.ReplicaSet;
import roundhouse.hashing.Standing;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;

/**
 * Hash mod N, what people write first: N is the number of usable targets, each counted as often as its weight.
 *
 * <p>Cost: one division and one array read. Nearly all keys move whenever N changes: of the keys, only about 1 in max(N, N′) stays.
 * Source: folklore; twemproxy and libmemcached call it modula.
 */
public final class Modulo extends AbstractPlacement {
    private final int[] slots;

    public Modulo(List<Target> targets, HashFunction function) {
        super(targets, function);
        int[] buckets = BucketPlacement.buckets(targets);
        slots = java.util.Arrays.stream(buckets).filter(this::usable).toArray();
    }

    @Override
    public Modulo rebuild(List<Target> targets) {
        return new Modulo(targets, function);
    }

    @Override
    public int place(long keyHash) {
        return slots.length == 0 ? NONE : slots[slot(keyHash)];
    }

    private int slot(long keyHash) {
        return (int) Long.remainderUnsigned(keyHash, slots.length);
    }

    @Override
    public void walk(long keyHash, ReplicaSet set) {
        if (slots.length > 0) {
            int slot = slot(keyHash);
            for (int steps = slots.length; steps > 0 && set.offer(slots[slot]); steps--) {
                slot = slot + 1 == slots.length ? 0 : slot + 1;
            }
        }
    }

    @Override
    public Standing standing(long keyHash) {
        return slots.length == 0
                ? Standing.of("", targets.size(), _ -> "")
                : TablePlacement.standing(slot(keyHash), slots.length, targets.size(), slot -> slots[slot]);
    }

    @Override
    public long memory() {
        return 4L * slots.length;
    }
}
