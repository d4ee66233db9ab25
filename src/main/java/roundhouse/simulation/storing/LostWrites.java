package roundhouse.simulation.storing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.replication.ReplicationFigures;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.RunContext;
import roundhouse.storage.leaderless.LeaderlessReplica;
import roundhouse.storage.replication.Replica;

/**
 * Which of the writes that a store acknowledged it has lost. One is lost when there is a new leader that does not have it, when an old one
 * acknowledges it after that, or when nobody has it because something took its place that was there for sure before it began.
 */
final class LostWrites {
    private final RunContext context;
    private final int dataset;
    private final List<? extends ShardMember> members;
    private final ReplicationFigures figures;
    /** Whether values can stay side by side. */
    private final boolean keepsSiblings;
    /** Whether keys can be at other members later. */
    private final boolean keysMove;
    /** Where it keeps counters or sets; null for others. */
    private final @Nullable CountedWrites counted;

    private final BitSet acknowledged = new BitSet();
    private final BitSet lost = new BitSet();
    /** Gone before anybody was told that they were done. */
    private final BitSet doomed = new BitSet();

    LostWrites(
            RunContext context,
            int dataset,
            List<? extends ShardMember> members,
            ReplicationFigures figures,
            boolean keepsSiblings,
            boolean keysMove,
            @Nullable CountedWrites counted) {
        this.context = context;
        this.dataset = dataset;
        this.members = members;
        this.figures = figures;
        this.keepsSiblings = keepsSiblings;
        this.keysMove = keysMove;
        this.counted = counted;
    }

    /** All that was acknowledged and that these hold. */
    BitSet acknowledgedAmong(BitSet held) {
        BitSet all = (BitSet) acknowledged.clone();
        all.and(held);
        return all;
    }

    /** Of sums and sets: looks at what all members together have not. */
    void count() {
        if (counted == null) {
            return;
        }
        List<LeaderlessReplica> there = new ArrayList<>();
        for (ShardMember member : members) {
            if (!member.isGone() && member.replica() instanceof LeaderlessReplica replica) {
                there.add(replica);
            }
        }
        figures.lost += counted.lost(key -> LeaderlessReplica.together(there, key));
    }

    /**
     * A write was acknowledged.
     *
     * @param leaderLacksIt whether there is a leader that does not have it
     */
    void acknowledged(int version, boolean leaderLacksIt) {
        acknowledged.set(version);
        if (doomed.get(version) || leaderLacksIt) {
            lose(version);
        }
    }

    /** There is a new leader, which holds these. Returns how many writes are lost by that. */
    long withLeader(BitSet held) {
        long before = figures.lost;
        BitSet missing = (BitSet) acknowledged.clone();
        missing.andNot(held);
        missing.andNot(lost);
        missing.stream().forEach(this::lose);
        return figures.lost - before;
    }

    /** A member has that version no longer. */
    void dropped(long key, long value, long instead) {
        int version = (int) value;
        long inItsPlace = instead == Replica.NOTHING && keysMove ? newest(key) : instead;
        for (ShardMember member : members) {
            if (member.holds().get(version)) {
                return;
            }
        }
        boolean superseded = (inItsPlace != Replica.NOTHING && !context.versions.precedes(inItsPlace, value))
                || (keepsSiblings && isBesideLater(key, value));
        if (superseded) {
            return;
        }
        if (acknowledged.get(version)) {
            lose(version);
        } else if (instead != Replica.NOTHING || !keysMove) {
            // One that only moved away may still be under way to those that have the key now.
            doomed.set(version);
        }
    }

    /** Whether one of several values that are side by side was not there for sure before that one was written. */
    private boolean isBesideLater(long key, long value) {
        for (ShardMember member : members) {
            if (member.replica() instanceof LeaderlessReplica replica) {
                for (long each : replica.found(key).values()) {
                    if (!context.versions.precedes(each, value)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The newest that any member has under a key. */
    private long newest(long key) {
        long newest = Replica.NOTHING;
        for (ShardMember member : members) {
            newest = Math.max(newest, member.value(key));
        }
        return newest;
    }

    private void lose(int version) {
        if (!lost.get(version)) {
            lost.set(version);
            figures.lost++;
            long stamp = KeyVersions.initial(dataset) | version;
            context.versions.gone(stamp);
            context.ledger.lost(dataset, stamp);
        }
    }
}
