package roundhouse.simulation.storing;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import roundhouse.simulation.components.replication.ReplicationFigures;
import roundhouse.simulation.engine.RunContext;
import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.replication.Replica;

/**
 * How far members of a store are behind: in writes that the leader has and they have not, or where nobody leads in keys of which another
 * replica has something newer; and for how long.
 */
public final class MembersBehind {
    private final RunContext context;
    private final List<? extends ShardMember> members;
    private final boolean hasLeaders;
    private final IntSupplier leader;
    private final LagTotals[] totals;
    private final LeaderLag byPosition;
    private final KeysBehind byKey;

    /**
     * @param count how many members there are going to be
     * @param leader the number of the member that leads; {@link Replica#NOBODY} for none
     */
    MembersBehind(
            RunContext context,
            List<? extends ShardMember> members,
            int count,
            ReplicationFigures figures,
            boolean hasLeaders,
            IntSupplier leader,
            int replicas,
            PreferenceList preferences) {
        this.context = context;
        this.members = members;
        this.hasLeaders = hasLeaders;
        this.leader = leader;
        totals = new LagTotals[count];
        Arrays.setAll(totals, _ -> new LagTotals(figures.lag));
        byPosition = new LeaderLag(totals);
        byKey = new KeysBehind(members, totals, replicas, preferences);
    }

    /** How much a member lacks: writes or keys. */
    public long lacks(int member) {
        if (!hasLeaders) {
            return byKey.of(member);
        }
        int leads = leader.getAsInt();
        long most = 0;
        for (int i = 0; i < members.size(); i++) {
            most = leads == Replica.NOBODY || leads == i ? Math.max(most, position(i)) : most;
        }
        return Math.max(0, most - position(member));
    }

    /** How much a member lacked at most. */
    public long lackedAtMost(int member) {
        return Math.max(totals[member].mostBehind(), lacks(member));
    }

    /** For how long a member lacks something, nanoseconds; 0 where it has all. */
    public long nanos(int member) {
        long nowNanos = context.kernel.nowNanos();
        return hasLeaders ? byPosition.nanos(member, nowNanos) : byKey.nanos(member, nowNanos);
    }

    /** For how long a member lacked something at most, nanoseconds. */
    public long longestNanos(int member) {
        return Math.max(totals[member].longestNanos(), nanos(member));
    }

    /** How much the member lacks that lacks most. */
    long most() {
        long most = 0;
        for (int i = 0; i < members.size(); i++) {
            most = Math.max(most, lacks(i));
        }
        return most;
    }

    /** For how long the member lacks something that does so for longest, nanoseconds. */
    long mostNanos() {
        long most = 0;
        for (int i = 0; i < members.size(); i++) {
            most = Math.max(most, nanos(i));
        }
        return most;
    }

    private long position(int member) {
        return members.get(member).replica().position();
    }

    /** Something happened to a member of a store with leaders. */
    void changed(int member) {
        long nowNanos = context.kernel.nowNanos();
        if (leader.getAsInt() == member) {
            byPosition.leads(member, position(member), nowNanos);
        } else {
            byPosition.follows(member, position(member), nowNanos);
        }
    }

    /** Another value is about to be under the key at a member; where nobody leads. */
    void takes(long key) {
        byKey.before(key);
    }

    /** It is. */
    void took(long key) {
        byKey.after(key, context.kernel.nowNanos());
    }

    /** Keys are at other members. */
    void moved() {
        byKey.moved(context.kernel.nowNanos());
    }
}
