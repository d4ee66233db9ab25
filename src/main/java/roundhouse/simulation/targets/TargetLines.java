package roundhouse.simulation.targets;

import java.util.Arrays;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * The lines before the targets of one pool: who waits for a target that is at its limit, whether that counts as being in flight there,
 * and up to which limit targets are picked for it.
 */
public final class TargetLines implements WarmUps.Limits {
    /** Is told of slow starts. */
    public interface Steps {
        /** The target has made a step, perhaps the last one. */
        void made(int target, boolean last);
    }

    private final TargetGroup group;
    private final Pool pool;
    private AtLimit atLimit = AtLimit.ELSEWHERE;
    /** How many may wait for a target that is picked at its limit. */
    private int most;

    private Balancing balancing = Balancing.of(Algorithm.ROUND_ROBIN);
    /** A key or an address has its target, which it does not leave for being full. */
    private boolean picksByHash;

    /** For each target how many it has that do not count. */
    private int[] uncounted = {};

    private Steps steps = (_, _) -> {};

    TargetLines(TargetGroup group) {
        this.group = group;
        pool = group.pool();
    }

    /** From now on targets are picked by that. */
    void balancing(Balancing now) {
        balancing = now;
        picksByHash = now.algorithm().isByHash();
        limits();
    }

    /**
     * From now on that becomes of requests for targets at their limits.
     *
     * @param mostInLine how many may wait for one target, or {@link Pool#UNLIMITED}
     */
    public void atLimit(AtLimit rule, int mostInLine) {
        atLimit = rule;
        most = mostInLine == Pool.UNLIMITED ? 0 : mostInLine;
        pool.stickyWaits(rule != AtLimit.ELSEWHERE);
        limits();
    }

    /** Whether only one backup is used. */
    public void oneBackup(boolean only) {
        pool.oneBackup(only);
        limits();
    }

    /** Tells the pool up to which limit each target is picked. */
    private void limits() {
        for (int target = 0; target < pool.size(); target++) {
            limit(target);
        }
    }

    void limit(int target) {
        int limit = pickedUpTo(limitNow(target), pool.isBackup(target));
        if (pool.limit(target) != limit) {
            pool.limit(target, limit);
        }
    }

    /** Requests in flight that the target may have now, which by HAProxy's rule are fewer while it starts slowly. */
    public int limitNow(int target) {
        int limit = group.link(target).link().limit();
        TargetHealth health = group.health();
        return health == null || !warmsLimit(limit) ? limit : health.limit(target, limit);
    }

    @Override
    public boolean isGrowing(int target) {
        return warmsLimit(group.link(target).link().limit());
    }

    private boolean warmsLimit(int limit) {
        return limit != Pool.UNLIMITED && isHaproxys();
    }

    /** Up to which limit a target is picked that may have so many requests in flight. */
    int pickedUpTo(int limit, boolean backup) {
        if (isPickedAtLimit() || (backup && isOneBackupPicked())) {
            return Pool.UNLIMITED;
        }
        return isPickedWithLine() ? (int) Math.min(Pool.UNLIMITED, (long) limit + most) : limit;
    }

    /** Whether targets are picked though they are at their limit. */
    public boolean isPickedAtLimit() {
        return atLimit == AtLimit.WAITS_THERE || (atLimit == AtLimit.WAITS && picksByHash);
    }

    /**
     * Whether the one backup that is used is picked without a look at its limit, so that requests wait for it: by HAProxy's methods that do
     * not go by maps.
     */
    private boolean isOneBackupPicked() {
        return isHaproxys() && pool.isOneBackup() && !balancing.isByHaproxysMap();
    }

    /** Whether the target may be picked though it has no room: then the request waits for it. */
    public boolean isPickedWithoutRoom(int target) {
        return isPickedWithLine() || (pool.isBackup(target) && isOneBackupPicked());
    }

    /** Whether requests that wait for a target are in flight there as far as picks go; not where keys decide, by HAProxy's rule for bounded loads. */
    private boolean countsWaiting() {
        return atLimit == AtLimit.WAITS_THERE && !picksByHash;
    }

    /**
     * Whether a target that is at its limit is picked as long as so few wait for it as may: by HAProxy's leastconn, which does not see
     * lines without a bound.
     */
    private boolean isPickedWithLine() {
        return atLimit == AtLimit.WAITS && balancing.algorithm() == Algorithm.HAPROXY_LEASTCONN;
    }

    /**
     * Whether requests wait by HAProxy's rules. A target with room takes the next that waits for any then, and the balancer is not
     * asked; but that it has room is not enough, there must be an occasion.
     */
    public boolean isHaproxys() {
        return atLimit == AtLimit.WAITS && balancing.isHaproxys();
    }

    /** Whether a new request waits behind those that wait for any target, though one may have room: by HAProxy's methods that go by turns. */
    public boolean isBehindOthers() {
        return isHaproxys() && !isPickedWithLine();
    }

    /**
     * Somebody waits for the target, or nobody does any more. HAProxy's methods that go by turns, and {@code first}, do not pick the target
     * as long as somebody does: it may have room all the same, after requests that did not count.
     */
    public void awaited(int target, boolean awaited) {
        pool.awaited(target, awaited && isHaproxys() && !isPickedAtLimit() && !isPickedWithoutRoom(target));
    }

    /** That is to be told of each step of a slow start. */
    public void steps(Steps told) {
        steps = told;
    }

    @Override
    public void changed(int target) {
        limit(target);
    }

    @Override
    public void warmer(int target, boolean last) {
        steps.made(target, last);
    }

    /** How many the target has that do not count against its limit, nor in picks. */
    public int uncounted(int target) {
        return target < uncounted.length ? uncounted[target] : 0;
    }

    /** A request goes to the target that does not count. */
    void startedUncounted(int target) {
        if (target >= uncounted.length) {
            uncounted = Arrays.copyOf(uncounted, pool.size());
        }
        uncounted[target]++;
    }

    /** One that did not count has ended. */
    void finishedUncounted(int target) {
        uncounted[target]--;
    }

    /** A request waits for the target. Those of HAProxy's leastconn are seen when something is sent there or ends there next. */
    public void joined(int target) {
        if (countsWaiting()) {
            group.started(target);
        } else if (isPickedWithLine()) {
            pool.started(target);
        }
    }

    /** A request that waited for the target waits there no longer, nor goes there. */
    public void left(int target) {
        if (countsWaiting()) {
            group.finished(target, 0, Outcome.FAILED);
        } else if (isPickedWithLine()) {
            pool.finished(target);
        }
    }

    /** A request that waited for the target goes there. */
    public void admitted(int target) {
        if (isPickedWithLine()) {
            pool.finished(target);
            group.started(target);
        } else if (!countsWaiting()) {
            group.started(target);
        }
    }
}
