package roundhouse.simulation.storing;

import java.util.List;
import roundhouse.storage.leaderless.PreferenceList;

/** At how many keys each member has something older than another replica of the key, where nobody leads. Versions are numbers that grow. */
final class KeysBehind {
    private final List<? extends MemberData> members;
    private final int replicas;
    private final PreferenceList preferences = PreferenceList.clockwise();
    private final int[] order;
    private final long[] behind;

    KeysBehind(List<? extends MemberData> members, int count, int replicas) {
        this.members = members;
        this.replicas = replicas;
        order = new int[count];
        behind = new long[count];
    }

    /** Something else is about to be under the key at a member. */
    void before(long key) {
        count(key, -1);
    }

    /** Something else is under the key at a member. */
    void after(long key) {
        count(key, 1);
    }

    private void count(long key, int by) {
        preferences.of(key, order);
        long newest = 0;
        for (int i = 0; i < replicas; i++) {
            newest = Math.max(newest, members.get(order[i]).value(key));
        }
        for (int i = 0; i < replicas; i++) {
            behind[order[i]] += members.get(order[i]).value(key) < newest ? by : 0;
        }
    }

    long of(int member) {
        return behind[member];
    }
}
