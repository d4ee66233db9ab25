package roundhouse.storage.shards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToIntFunction;
import roundhouse.hashing.Placement;

/**
 * Keys over a fixed number of shards, as the slots of Redis Cluster, each kept by a replica set of its own.
 *
 * @param members of each shard its members, the one that owns it first
 * @param shardOf the shard of a key
 */
public record ReplicaSets(List<int[]> members, LongToIntFunction shardOf) {
    /**
     * Each shard is placed as a key of its own: on a ring its members are the owner and the next distinct ones clockwise.
     *
     * @param names of all members, in the order of their numbers; each target of the placement is one of them
     * @param copies how many members a shard has, where there are as many
     */
    public static ReplicaSets of(Placement placement, List<String> names, int shards, int copies) {
        List<int[]> members = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            int[] targets = new int[copies];
            int count = placement.replicas(placement.hash("shard-" + shard), copies, targets);
            members.add(Arrays.stream(targets, 0, count)
                    .map(target -> names.indexOf(placement.targets().get(target).name()))
                    .toArray());
        }
        return new ReplicaSets(List.copyOf(members), key ->
                (int) Long.remainderUnsigned(placement.hash(Long.toString(key)) >>> 16, shards));
    }

    /** Which of the members of a shard a member is, from 0; -1 if it is none of them. */
    public int place(int shard, int member) {
        int[] all = members.get(shard);
        int place = all.length - 1;
        while (place >= 0 && all[place] != member) {
            place--;
        }
        return place;
    }
}
