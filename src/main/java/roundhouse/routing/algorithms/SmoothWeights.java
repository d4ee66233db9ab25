package roundhouse.routing.algorithms;

import java.util.Arrays;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * The state of nginx's smooth weighted round robin, and its walk. At each pick every able target gains its effective weight, the
 * one with the most wins (the first declared among equals) and pays what all gained. Skipped targets neither gain nor count. A
 * pick costs a walk over the targets.
 *
 * <p>Source: nginx 1.22, src/http/ngx_http_upstream_round_robin.c, {@code ngx_http_upstream_get_peer}. When the pool's weights
 * change or targets come and go, the state is scaled to the new total, so that every target keeps its place in the order; nginx itself starts from zero then. A target that goes down keeps its state as it does in nginx.
 */
final class SmoothWeights {
    private long[] current = {};
    private int[] effective = {};
    private int[] weights = {};
    private boolean[] backup = {};
    private long primaryTotal;
    private long backupTotal;
    private int size;

    SmoothWeights copy() {
        SmoothWeights copy = new SmoothWeights();
        copy.current = current.clone();
        copy.effective = effective.clone();
        copy.weights = weights.clone();
        copy.backup = backup.clone();
        copy.primaryTotal = primaryTotal;
        copy.backupTotal = backupTotal;
        copy.size = size;
        return copy;
    }

    /** Follows changes of the pool's targets and weights. */
    void fit(Pool pool) {
        if (pool.size() > current.length) {
            int length = Math.max(pool.size(), 2 * current.length);
            current = Arrays.copyOf(current, length);
            effective = Arrays.copyOf(effective, length);
            weights = Arrays.copyOf(weights, length);
            backup = Arrays.copyOf(backup, length);
        }
        long primaries = total(pool, false);
        long backups = total(pool, true);
        double primaryScale = primaryTotal == 0 ? 1 : (double) primaries / primaryTotal;
        double backupScale = backupTotal == 0 ? 1 : (double) backups / backupTotal;
        for (int target = 0; target < pool.size(); target++) {
            if (target >= size || backup[target] != pool.isBackup(target)) {
                current[target] = 0;
                backup[target] = pool.isBackup(target);
            } else {
                current[target] = (long) (current[target] * (backup[target] ? backupScale : primaryScale));
            }
            if (target >= size || weights[target] != pool.weight(target)) {
                weights[target] = pool.weight(target);
                effective[target] = pool.weight(target);
            }
        }
        size = pool.size();
        primaryTotal = primaries;
        backupTotal = backups;
    }

    private static long total(Pool pool, boolean backup) {
        long total = 0;
        for (int target = 0; target < pool.size(); target++) {
            if (!pool.isRemoved(target) && pool.isBackup(target) == backup) {
                total += pool.weight(target);
            }
        }
        return total;
    }

    /**
     * The next of these targets in turn, or {@link Balancer#NONE} when none is able.
     *
     * @param allAble known to be able, all of them
     */
    int walk(Request request, Pool pool, int[] targets, boolean allAble) {
        int best = Balancer.NONE;
        long most = 0;
        long total = 0;
        for (int target : targets) {
            if (allAble || EligibleTargets.isAble(request, pool, target)) {
                total += gain(target);
                long now = current[target];
                if (best == Balancer.NONE || now > most) {
                    best = target;
                    most = now;
                }
            }
        }
        if (best != Balancer.NONE) {
            pay(best, total);
        }
        return best;
    }

    /** The target gains its effective weight, which then recovers by one; returns what it gained. */
    int gain(int target) {
        int gained = effective[target];
        current[target] += gained;
        if (gained < weights[target]) {
            effective[target]++;
        }
        return gained;
    }

    /** Lowers what the target gains, to no less than 0. A target that no pick has seen yet starts with its full weight. */
    void weaken(int target, int amount) {
        if (target < size) {
            effective[target] = Math.max(0, effective[target] - amount);
        }
    }

    boolean anyWeakened(int[] targets) {
        for (int target : targets) {
            if (effective[target] < weights[target]) {
                return true;
            }
        }
        return false;
    }

    void pay(int target, long total) {
        current[target] -= total;
    }

    long current(int target) {
        return current[target];
    }

    void current(int target, long now) {
        current[target] = now;
    }

    /** What the target would come to if it gained now. */
    long afterGain(int target) {
        return current[target] + effective[target];
    }

    /** "2 + 5": what it has and what it gains. */
    String workings(int target) {
        return current[target] + " + " + effective[target];
    }
}
