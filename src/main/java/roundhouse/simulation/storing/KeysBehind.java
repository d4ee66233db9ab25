package roundhouse.simulation.storing;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import roundhouse.storage.leaderless.PreferenceList;

/** At how many keys each member has something older than another replica of the key, where nobody leads. Versions are numbers that grow. */
final class KeysBehind {
    private final List<? extends MemberData> members;
    private final int replicas;
    private final PreferenceList preferences;
    private final int[] order;
    private final long[] behind;

    /** @param preferences at which members a key is kept; {@link #moved} when that is another */
    KeysBehind(List<? extends MemberData> members, int count, int replicas, PreferenceList preferences) {
        this.preferences = preferences;
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
        int places = 0;
        while (places < replicas && order[places] != PreferenceList.NOBODY) {
            places++;
        }
        for (int i = 0; i < places; i++) {
            newest = Math.max(newest, members.get(order[i]).value(key));
        }
        for (int i = 0; i < places; i++) {
            behind[order[i]] += members.get(order[i]).value(key) < newest ? by : 0;
        }
    }

    /** Keys are at other members. */
    void moved() {
        Arrays.fill(behind, 0);
        Set<Long> keys = new LinkedHashSet<>();
        for (MemberData member : members) {
            for (long key : member.keys()) {
                keys.add(key);
            }
        }
        keys.forEach(this::after);
    }

    long of(int member) {
        return behind[member];
    }
}
