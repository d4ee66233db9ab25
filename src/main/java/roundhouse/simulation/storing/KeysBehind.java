package roundhouse.simulation.storing;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import roundhouse.storage.leaderless.PreferenceList;

/**
 * At how many keys each member has something older than another replica of the key, and for how long, where nobody leads. Versions are
 * numbers that grow.
 */
final class KeysBehind {
    private final List<? extends MemberData> members;
    private final int replicas;
    private final PreferenceList preferences;
    private final int[] order;
    /** How many members keep the key that was looked up last: the first so many of {@link #order}. */
    private int places;

    private final long[] behind;
    private final LagTotals[] totals;
    private final BehindSince[] since;

    /** @param preferences at which members a key is kept; {@link #moved} when that is another */
    KeysBehind(List<? extends MemberData> members, LagTotals[] totals, int replicas, PreferenceList preferences) {
        int count = totals.length;
        this.preferences = preferences;
        this.members = members;
        this.replicas = replicas;
        order = new int[count];
        behind = new long[count];
        this.totals = totals;
        since = new BehindSince[count];
        Arrays.setAll(since, _ -> new BehindSince());
    }

    /** Something else is about to be under the key at a member. */
    void before(long key) {
        long newest = newest(key);
        for (int i = 0; i < places; i++) {
            behind[order[i]] -= lacks(order[i], key, newest) ? 1 : 0;
        }
    }

    /** Something else is under the key at a member. */
    void after(long key, long nowNanos) {
        long newest = newest(key);
        for (int i = 0; i < places; i++) {
            int member = order[i];
            if (lacks(member, key, newest)) {
                totals[member].behind(++behind[member]);
                since[member].lacks(key, nowNanos);
            } else {
                long lackedNanos = since[member].has(key, nowNanos);
                if (lackedNanos >= 0) {
                    totals[member].came(lackedNanos);
                }
            }
        }
    }

    private long newest(long key) {
        preferences.of(key, order);
        places = 0;
        while (places < replicas && order[places] != PreferenceList.NOBODY) {
            places++;
        }
        long newest = 0;
        for (int i = 0; i < places; i++) {
            newest = Math.max(newest, members.get(order[i]).value(key));
        }
        return newest;
    }

    private boolean lacks(int member, long key, long newest) {
        return members.get(member).value(key) < newest;
    }

    /** Keys are at other members: who need not have a key any more is not behind with it. */
    void moved(long nowNanos) {
        Arrays.fill(behind, 0);
        Set<Long> keys = new LinkedHashSet<>();
        for (MemberData member : members) {
            for (long key : member.keys()) {
                keys.add(key);
            }
        }
        for (long key : keys) {
            after(key, nowNanos);
            for (int member = 0; member < since.length; member++) {
                if (!isPlace(member)) {
                    since[member].has(key, nowNanos);
                }
            }
        }
    }

    private boolean isPlace(int member) {
        for (int i = 0; i < places; i++) {
            if (order[i] == member) {
                return true;
            }
        }
        return false;
    }

    long of(int member) {
        return behind[member];
    }

    /** For how long the member lacks something, nanoseconds; 0 where it has all. */
    long nanos(int member, long nowNanos) {
        return since[member].longestNanos(nowNanos);
    }
}
