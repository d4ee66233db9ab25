package roundhouse.simulation.targets;

import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.Link;

/**
 * The lines before the targets of one pool: who waits for a target that is at its limit, whether that counts as being in flight there,
 * and up to which limit targets are picked for it.
 */
public final class TargetLines {
    private final TargetGroup group;
    private final Pool pool;
    private AtLimit atLimit = AtLimit.ELSEWHERE;
    /** How many may wait for a target that is picked at its limit. */
    private int most;

    private Algorithm algorithm = Algorithm.ROUND_ROBIN;
    /** A key or an address has its target, which it does not leave for being full. */
    private boolean picksByHash;

    TargetLines(TargetGroup group) {
        this.group = group;
        pool = group.pool();
    }

    /** From now on targets are picked by that. */
    void algorithm(Algorithm now) {
        algorithm = now;
        picksByHash = now.isByHash();
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

    /** Tells the pool up to which limit each target is picked. */
    private void limits() {
        for (int target = 0; target < pool.size(); target++) {
            limit(target);
        }
    }

    void limit(int target) {
        int limit = limit(group.link(target).link());
        if (pool.limit(target) != limit) {
            pool.limit(target, limit);
        }
    }

    /** Up to which limit the link's target is picked. */
    int limit(Link link) {
        if (isPickedAtLimit()) {
            return Pool.UNLIMITED;
        }
        return isPickedWithLine() ? (int) Math.min(Pool.UNLIMITED, (long) link.limit() + most) : link.limit();
    }

    /** Whether targets are picked though they are at their limit. */
    public boolean isPickedAtLimit() {
        return atLimit == AtLimit.WAITS_THERE || (atLimit == AtLimit.WAITS && picksByHash);
    }

    /** Whether requests that wait for a target are in flight there as far as picks go; not where keys decide, by HAProxy's rule for bounded loads. */
    private boolean countsWaiting() {
        return atLimit == AtLimit.WAITS_THERE && !picksByHash;
    }

    /**
     * Whether a target that is at its limit is picked as long as so few wait for it as may: by HAProxy's leastconn, which does not see
     * lines without a bound.
     */
    public boolean isPickedWithLine() {
        return atLimit == AtLimit.WAITS && algorithm == Algorithm.HAPROXY_LEASTCONN;
    }

    /** Whether a target with room takes the next that waits for any, and the balancer is not asked. */
    public boolean isTakenByRoom() {
        return algorithm.isHaproxys();
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
