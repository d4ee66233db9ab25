package roundhouse.routing.algorithms;

import java.util.Arrays;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * The client's address decides, so that a client stays with its target for as long as the pool is unchanged. Of an IPv4 address
 * only the first three octets count, so that everyone behind one /24 agrees; of IPv6 all 16 bytes. While the target hit cannot
 * take the request the hash is run on; after 21 misses smooth weighted round robin decides, and with it the backups.
 *
 * <p>Matches nginx: src/http/modules/ngx_http_upstream_ip_hash_module.c of 1.22. Targets that are down or draining keep their
 * part of the hash's range, so that the others' clients stay where they are. There are only 6,271 hash values, so shares are coarse
 * in pools of thousands. A pick costs a hash and a binary search.
 */
final class IpHash implements Balancer {
    private static final int SEED = 89;
    private static final int MULTIPLIER = 113;
    private static final int MODULUS = 6_271;
    private static final int TRIES = 21;

    private final EligibleTargets members = new EligibleTargets();
    private final SmoothWeights weights = new SmoothWeights();
    private Ranges ranges = new Ranges(new int[0], new long[0]);

    /** The primaries and the running sums of their weights: target i owns the values from the sum before it to its own. */
    private record Ranges(int[] targets, long[] ends) {
        static Ranges of(Pool pool) {
            int[] targets = new int[pool.size()];
            long[] ends = new long[pool.size()];
            int count = 0;
            long end = 0;
            for (int target = 0; target < pool.size(); target++) {
                if (!pool.isRemoved(target) && !pool.isBackup(target) && pool.fullWeight(target) > 0) {
                    end += pool.fullWeight(target);
                    targets[count] = target;
                    ends[count++] = end;
                }
            }
            return new Ranges(Arrays.copyOf(targets, count), Arrays.copyOf(ends, count));
        }

        long total() {
            return ends.length == 0 ? 0 : ends[ends.length - 1];
        }

        int owner(int hash) {
            int found = Arrays.binarySearch(ends, hash % total() + 1);
            return targets[found >= 0 ? found : -found - 1];
        }
    }

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            weights.fit(pool);
            ranges = Ranges.of(pool);
        }
        int target = hashed(request, pool, ranges);
        if (target == NONE) {
            target = weights.walk(request, pool, members.primaries(), false);
        }
        return target != NONE ? target : weights.walk(request, pool, members.backups(), false);
    }

    private static int hashed(Request request, Pool pool, Ranges ranges) {
        if (ranges.total() == 0) {
            return NONE;
        }
        int hash = SEED;
        int misses = 0;
        for (int tries = 0; misses < TRIES; tries++) {
            hash = run(hash, request.client());
            int target = ranges.owner(hash);
            if (EligibleTargets.isAble(request, pool, target)) {
                return target;
            }
            // Where this request has been before, nginx goes on from: that was no miss.
            misses += request.tried(target) && isFirst(target, tries, request, ranges) ? 0 : 1;
        }
        return NONE;
    }

    /** Whether the first so many tries do not hit the target. */
    private static boolean isFirst(int target, int tries, Request request, Ranges ranges) {
        int hash = SEED;
        for (int i = 0; i < tries; i++) {
            hash = run(hash, request.client());
            if (ranges.owner(hash) == target) {
                return false;
            }
        }
        return true;
    }

    private static int run(int from, Address client) {
        int hash = from;
        int length = client.length() == 4 ? 3 : client.length();
        for (int i = 0; i < length; i++) {
            hash = (hash * MULTIPLIER + client.octet(i)) % MODULUS;
        }
        return hash;
    }

    @Override
    public void weaken(int target, int amount) {
        weights.weaken(target, amount);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        Ranges now = Ranges.of(pool);
        int picked = hashed(request, pool, now);
        if (picked == NONE) {
            SmoothWeights turn = weights.copy();
            turn.fit(pool);
            Explanation turns = SmoothWeightedRoundRobin.explain(request, pool, turn);
            return new Explanation(
                    turns.picked(),
                    "the hash of " + request.client()
                            + " found no target able to serve, so smooth weighted round robin: " + turns.rule(),
                    turns.candidates(),
                    turns.tieBreak());
        }
        StringBuilder walk = new StringBuilder();
        int hash = SEED;
        int hit = NONE;
        for (int tries = 0; hit != picked; tries++) {
            hash = run(hash, request.client());
            hit = now.owner(hash);
            walk.append(tries == 0 ? "" : ", then ")
                    .append(hash % now.total())
                    .append(" (")
                    .append(pool.name(hit))
                    .append(')');
        }
        return new Explanation(
                picked,
                "the hash of " + (request.client().length() == 4 ? "the first three octets of " : "") + request.client()
                        + " modulo " + now.total() + " gives " + walk,
                Explaining.candidates(
                        request,
                        pool,
                        target -> owned(pool, now, target),
                        target -> target == picked ? "hit" : "not hit"),
                "");
    }

    private static String owned(Pool pool, Ranges ranges, int target) {
        int place = Arrays.binarySearch(ranges.targets, target);
        return place < 0
                ? ""
                : "owns " + (ranges.ends[place] - pool.fullWeight(target)) + " to " + (ranges.ends[place] - 1);
    }
}
