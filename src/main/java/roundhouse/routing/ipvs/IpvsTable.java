package roundhouse.routing.ipvs;

import java.util.Arrays;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * What IPVS's {@code sh} and {@code mh} share: the client's address chooses a bucket of a table, the bucket has its target. One that
 * cannot take the request is passed over as under the flag for fallback: hashes with an offset choose further buckets. Where they
 * choose nobody, the first declared that is able takes it; IPVS would refuse.
 *
 * <p>The table is made anew when a target comes, goes, is down, changes its weight or its address. Draining targets keep their buckets.
 */
public abstract class IpvsTable implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final Group primaries = new Group(false);
    private final Group backups = new Group(true);

    /** The table over these targets, which have these addresses and weights; for each bucket an index into them. */
    abstract int[] fill(String[] servers, int[] weights);

    /** The hash of a client with that offset, 0 or more. */
    abstract int hash(int client, int offset);

    @Override
    public final int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            primaries.follow(pool);
            backups.follow(pool);
        }
        int target = primaries.pick(request, pool);
        return target != NONE ? target : backups.pick(request, pool);
    }

    @Override
    public final Explanation explain(Request request, Pool pool) {
        // The tables follow from the pool alone, so that asking changes no pick.
        primaries.follow(pool);
        backups.follow(pool);
        Group group = primaries;
        int picked = group.pick(request, pool);
        if (picked == NONE) {
            group = backups;
            picked = group.pick(request, pool);
        }
        int[] table = group.table;
        int bucket = table.length == 0 ? NONE : hash(ClientNumber.of(request.client()), 0) % table.length;
        int[] owned = new int[pool.size()];
        for (int target : table) {
            owned[target]++;
        }
        int target = picked;
        return new Explanation(
                picked,
                bucket == NONE
                        ? "no target has a bucket"
                        : request.client() + " hashes to bucket " + bucket + " of " + table.length + ", which is "
                                + pool.name(table[bucket]) + (table[bucket] == picked ? "'s" : "'s, which cannot"),
                Explaining.candidates(
                        request,
                        pool,
                        any -> owned[any] + " of " + table.length + " buckets",
                        any -> any == target ? "hit" : "not hit"),
                "");
    }

    /** The primaries or the backups, and their table. */
    private final class Group {
        private final boolean backup;
        private int[] targets = {};
        private int[] weights = {};
        private String[] servers = {};
        private int[] table = {};

        Group(boolean backup) {
            this.backup = backup;
        }

        void follow(Pool pool) {
            int[] now = new int[pool.size()];
            int count = 0;
            for (int target = 0; target < now.length; target++) {
                if (pool.isBackup(target) == backup && pool.keepsClients(target) && !pool.isBehind(target)) {
                    now[count++] = target;
                }
            }
            now = Arrays.copyOf(now, count);
            int[] weighed = Arrays.stream(now).map(pool::fullWeight).toArray();
            String[] known = Arrays.stream(now).mapToObj(pool::text).toArray(String[]::new);
            if (!Arrays.equals(now, targets) || !Arrays.equals(weighed, weights) || !Arrays.equals(known, servers)) {
                targets = now;
                weights = weighed;
                servers = known;
                table = fill(known, weighed);
                for (int bucket = 0; bucket < table.length; bucket++) {
                    table[bucket] = now[table[bucket]];
                }
            }
        }

        int pick(Request request, Pool pool) {
            if (table.length > 0) {
                int client = ClientNumber.of(request.client());
                int first = hash(client, 0) % table.length;
                if (EligibleTargets.isAble(request, pool, table[first])) {
                    return table[first];
                }
                int fallback = firstAble(request, pool);
                if (fallback == NONE) {
                    return NONE;
                }
                for (int offset = 0; offset < table.length; offset++) {
                    int target = table[hash(client, (offset + first) % table.length) % table.length];
                    if (EligibleTargets.isAble(request, pool, target)) {
                        return target;
                    }
                }
                return fallback;
            }
            return firstAble(request, pool);
        }

        private int firstAble(Request request, Pool pool) {
            for (int target : targets) {
                if (EligibleTargets.isAble(request, pool, target)) {
                    return target;
                }
            }
            return NONE;
        }
    }
}
