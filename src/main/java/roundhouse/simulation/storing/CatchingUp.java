package roundhouse.simulation.storing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.replication.ConvergenceTimes;
import roundhouse.storage.leaderless.PreferenceList;

/**
 * Whether the members have caught up after a partition. With a leader each must have all that was acknowledged when the partition ended and
 * that the leader had; without one the replicas of each key that differed then must once have had the same.
 */
final class CatchingUp {
    private final List<? extends MemberData> members;
    private final ConvergenceTimes times;
    private final int replicas;
    private final PreferenceList preferences;
    private final List<MemberData> behind = new ArrayList<>();
    private final Set<Long> differing = new LinkedHashSet<>();
    private @Nullable BitSet target;

    /**
     * @param replicas at how many members a key is kept where nobody leads
     * @param preferences and at which
     */
    CatchingUp(List<? extends MemberData> members, ConvergenceTimes times, int replicas, PreferenceList preferences) {
        this.preferences = preferences;
        this.members = members;
        this.times = times;
        this.replicas = replicas;
    }

    /** The partition is over; each is to have this. */
    void begin(BitSet all, long nowNanos) {
        times.begin(nowNanos);
        target = all;
        behind.clear();
        behind.addAll(members);
        members.forEach(member -> look(member, nowNanos));
    }

    /** The partition is over where nobody leads. */
    void beginByKeys(long nowNanos) {
        times.begin(nowNanos);
        for (MemberData member : members) {
            for (long key : member.keys()) {
                if (differs(key)) {
                    differing.add(key);
                }
            }
        }
        end(nowNanos);
    }

    /** Something happened to a member. */
    void look(MemberData member, long nowNanos) {
        BitSet all = target;
        if (all == null || !behind.contains(member)) {
            return;
        }
        BitSet missing = (BitSet) all.clone();
        missing.andNot(member.holds());
        if (missing.isEmpty()) {
            behind.remove(member);
            end(nowNanos);
        }
    }

    /** Something else is under the key at a member. */
    void look(long key, long nowNanos) {
        if (!differing.isEmpty() && differing.contains(key) && !differs(key)) {
            differing.remove(key);
            end(nowNanos);
        }
    }

    /** Keys are at other members. */
    void moved(long nowNanos) {
        if (differing.removeIf(key -> !differs(key))) {
            end(nowNanos);
        }
    }

    private void end(long nowNanos) {
        if (behind.isEmpty() && differing.isEmpty()) {
            target = null;
            times.done(nowNanos);
        }
    }

    private boolean differs(long key) {
        int[] order = new int[members.size()];
        preferences.of(key, order);
        long first = members.get(order[0]).print(key);
        for (int i = 1; i < replicas && order[i] != PreferenceList.NOBODY; i++) {
            if (members.get(order[i]).print(key) != first) {
                return true;
            }
        }
        return false;
    }
}
