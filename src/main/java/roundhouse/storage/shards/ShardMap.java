package roundhouse.storage.shards;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import roundhouse.hashing.Placement;
import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.tables.ObjectTable;

/**
 * Which members have a key by a placement: on a ring the owner and the next distinct ones clockwise. Targets that are no member have
 * nothing.
 */
public final class ShardMap implements PreferenceList {
    private static final int[] NONE = {};

    private final Placement placement;
    private final LongUnaryOperator hash;
    /** Of each target the number of its member. */
    private final int[] members;
    /** Of keys that were asked for; a placement is immutable. */
    private final ObjectTable<int[]> known = new ObjectTable<>();

    /**
     * @param members the names of all members, in the order of their numbers
     * @param hash what the placement makes of a key
     */
    public ShardMap(Placement placement, List<String> members, LongUnaryOperator hash) {
        this.placement = placement;
        this.hash = hash;
        this.members = placement.targets().stream()
                .mapToInt(target -> members.indexOf(target.name()))
                .toArray();
    }

    /** Keys are hashed by their numbers in decimal. */
    public ShardMap(Placement placement, List<String> members) {
        this(placement, members, key -> placement.hash(Long.toString(key)));
    }

    public Placement placement() {
        return placement;
    }

    @Override
    public void of(long key, int[] into) {
        int[] order = known.getOr(key, NONE);
        if (order.length == 0) {
            order = new int[into.length];
            find(key, order);
            known.put(key, order);
        }
        System.arraycopy(order, 0, into, 0, into.length);
    }

    private void find(long key, int[] into) {
        int[] targets = new int[members.length];
        int found = placement.replicas(hash.applyAsLong(key), targets.length, targets);
        int filled = 0;
        for (int i = 0; i < found; i++) {
            if (members[targets[i]] != NOBODY) {
                into[filled++] = members[targets[i]];
            }
        }
        Arrays.fill(into, filled, into.length, NOBODY);
    }

    @Override
    public boolean has(int member) {
        for (int i = 0; i < members.length; i++) {
            if (members[i] == member && placement.targets().get(i).usable()) {
                return true;
            }
        }
        return false;
    }
}
