package roundhouse.simulation.storing;

import java.util.stream.IntStream;
import roundhouse.storage.quorums.ConsistencyLevel;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;

/** What a store still does for those on one side of a partition, in words. */
public final class SidePromise {
    private final ReplicatedStore store;
    private final int side;
    private final int here;
    private final int all;

    private SidePromise(ReplicatedStore store, int side) {
        this.store = store;
        this.side = side;
        all = store.size();
        here = (int) IntStream.range(0, all).filter(this::isHere).count();
    }

    /** Such as "1 of 3: refuses reads and writes"; empty where no member can be reached. */
    public static String of(ReplicatedStore store, int side) {
        SidePromise promise = new SidePromise(store, side);
        return promise.here == 0 ? "" : promise.here + " of " + promise.all + ": " + promise.words();
    }

    /** Whether those on the side reach the member, and it works. */
    private boolean isHere(int member) {
        int its = store.side(member);
        return store.isUp(member) && (its == side || its < 0);
    }

    private String words() {
        return switch (store.spec().replication()) {
            case ConsensusReplication raft -> consensus(raft);
            case PrimaryReplication primary -> primary(primary);
            case LeaderlessReplication leaderless -> leaderless(leaderless);
            default -> "";
        };
    }

    private String consensus(ConsensusReplication raft) {
        if (here > all / 2) {
            return "reads and writes go on";
        }
        return raft.reads() == ConsensusReplication.Reads.LOCAL
                ? "refuses writes, gives old values"
                : "refuses reads and writes";
    }

    private String primary(PrimaryReplication primary) {
        int leads = IntStream.range(0, all)
                .filter(member -> isHere(member) && store.follows(member) == member)
                .findFirst()
                .orElse(-1);
        boolean local = primary.reads() == PrimaryReplication.Reads.LOCAL;
        if (leads < 0) {
            return local ? "no primary, gives old values" : "no primary, refuses reads and writes";
        }
        if (primary.fence() != null && here <= all / 2) {
            return "its primary refuses everything";
        }
        if (here - 1 < primary.minFollowers()) {
            return "refuses writes, reads go on";
        }
        if (here - 1 < primary.synchronous()) {
            return "writes wait for a follower, reads go on";
        }
        return store.leader() == leads ? "reads and writes go on" : "goes on under an old primary";
    }

    private String leaderless(LeaderlessReplication leaderless) {
        int replicas = leaderless.n();
        // Where not every member has every key, a key has as few replicas here as there can be.
        int ofKey = leaderless.sloppy() ? here : Math.max(0, replicas - (all - here));
        boolean reads = ofKey >= needed(leaderless.r(), replicas);
        boolean writes = ofKey >= needed(leaderless.w(), replicas);
        String some = replicas < all && !leaderless.sloppy() ? " of some keys" : "";
        if (reads && writes) {
            return ofKey < replicas ? "goes on by itself" : "reads and writes go on";
        }
        if (reads) {
            return "refuses writes" + some + ", gives old values";
        }
        return writes ? "refuses reads" + some + ", takes writes" : "refuses reads and writes" + some;
    }

    private static int needed(QuorumSize size, int replicas) {
        return switch (size) {
            case QuorumSize.Count(int count) -> count;
            case QuorumSize.Level level ->
                ConsistencyLevel.valueOf(level.name()).blockFor(new int[] {replicas}, 0);
        };
    }
}
