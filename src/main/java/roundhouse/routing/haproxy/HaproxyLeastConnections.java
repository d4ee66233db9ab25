package roundhouse.routing.haproxy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * HAProxy's {@code balance leastconn}: the smallest key wins, 0 of an idle target, else (in flight + 1) ÷ weight in whole numbers;
 * of equal keys the one that has had it longest. So idle targets take turns whatever their weights.
 *
 * <p>A walk over the targets. Source: HAProxy 2.6, src/lb_fwlc.c; versions since 3.1 order equal keys otherwise.
 */
public final class HaproxyLeastConnections implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private @Nullable Pool followed;
    /** The pool's version that is followed. */
    private int version = -1;
    /** Effective weights; 0 of those that cannot take requests. */
    private int[] weights = {};

    private long[] keys = {};
    /** When each got its key, counted. */
    private long[] since = {};

    private long changes;

    private void follow(Pool pool, EligibleTargets now) {
        int size = Math.max(pool.size(), weights.length);
        keys = Arrays.copyOf(keys, size);
        since = Arrays.copyOf(since, size);
        weights = new int[size];
        followed = pool;
        weigh(pool, now.primaries());
        weigh(pool, now.backups());
        for (int target : ChangeOrder.of(pool)) {
            if (weights[target] > 0 && pool.changedIn(target) > version) {
                keys[target] = key(pool, target);
                since[target] = changes++;
            }
        }
        version = pool.version();
    }

    private void weigh(Pool pool, int[] targets) {
        for (int target : targets) {
            weights[target] = EffectiveWeight.of(pool, target);
        }
    }

    private long key(Pool pool, int target) {
        int inFlight = pool.inFlight(target);
        return inFlight == 0 ? 0 : (inFlight + 1L) * EffectiveWeight.MOST / weights[target];
    }

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            follow(pool, members);
        }
        int target = first(request, pool, members.primaries());
        return target != NONE ? target : first(request, pool, members.backups());
    }

    private int first(Request request, Pool pool, int[] targets) {
        int best = NONE;
        for (int target : targets) {
            boolean before = best == NONE
                    || keys[target] < keys[best]
                    || (keys[target] == keys[best] && since[target] < since[best]);
            if (before && EligibleTargets.isAble(request, pool, target)) {
                best = target;
            }
        }
        return best;
    }

    @Override
    public void started(int target) {
        moved(target);
    }

    @Override
    public void finished(int target, long latencyNanos, Outcome outcome) {
        moved(target);
    }

    private void moved(int target) {
        Pool pool = followed;
        if (pool == null) {
            return;
        }
        long before = target < keys.length ? keys[target] : 0;
        if (members.refresh(pool)) {
            follow(pool, members);
        }
        if (weights[target] > 0) {
            long key = key(pool, target);
            if (key != before) {
                keys[target] = key;
                since[target] = changes++;
            }
        }
    }

    private HaproxyLeastConnections copy() {
        HaproxyLeastConnections copy = new HaproxyLeastConnections();
        copy.weights = weights;
        copy.keys = keys.clone();
        copy.since = since.clone();
        copy.changes = changes;
        copy.version = version;
        return copy;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        HaproxyLeastConnections now = copy();
        int picked = now.pick(request, pool);
        int equals = 0;
        for (int target : EligibleTargets.candidates(request, pool)) {
            equals += now.keys[target] == now.keys[picked] ? 1 : 0;
        }
        return new Explanation(
                picked,
                "the smallest key: 0 when idle, else (in flight + 1) ÷ weight",
                Explaining.candidates(
                        request, pool, target -> Explaining.load(pool, target), target -> "key " + now.keys[target]),
                Explaining.tie(equals, "the one that has had this key longest wins"));
    }
}
