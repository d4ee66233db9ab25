package roundhouse.simulation.targets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.health.PassiveFailures;
import roundhouse.routing.Pool;
import roundhouse.topology.nodes.parts.Health;

/** The targets of a pool that are left out for failed requests, each until a request goes well there. */
final class FailedTargets {
    private final Pool pool;
    private final PassiveFailures rule;
    private boolean[] out;
    private int count;

    FailedTargets(Pool pool) {
        this.pool = pool;
        rule = new PassiveFailures(pool.size());
        out = new boolean[pool.size()];
    }

    /** The pool has a target more, the last. */
    void added() {
        out = Arrays.copyOf(out, pool.size());
        rule.reserve(pool.size());
    }

    /** What leaves that target out from now on; null for nothing. */
    void rule(int target, Health.@Nullable Passive passive) {
        rule.rule(
                target,
                passive == null ? 0 : passive.maxFails(),
                passive == null ? 0 : passive.failTimeout().toSeconds());
    }

    void removed(int target) {
        forget(target);
    }

    private boolean forget(int target) {
        boolean was = out[target];
        if (was) {
            out[target] = false;
            count--;
        }
        return was;
    }

    boolean any() {
        return count > 0;
    }

    /** Whether the target was left out and no request has gone well there since. */
    boolean has(int target) {
        return out[target];
    }

    /** Whether it gets no request in that second of simulated time; one of those left out may get one when its time is over. */
    boolean isOut(int target, long second) {
        return rule.isOut(target, second);
    }

    /** The target gets a request in that second. */
    void picked(int target, long second) {
        rule.picked(target, second);
    }

    /** A request went well there. Returns whether the target is left out no more. */
    boolean succeeded(int target) {
        return rule.succeeded(target) && forget(target);
    }

    /** A request failed there in that second. Returns by how much its weight drops in its next turns. */
    int failed(int target, long second) {
        return rule.failed(target, pool.weight(target), second);
    }

    /** Leaves the target out if it failed too often; whether it was not left out before. */
    boolean leavesOut(int target, long second) {
        if (out[target] || !rule.isOut(target, second)) {
            return false;
        }
        out[target] = true;
        count++;
        return true;
    }

    /** How many requests failed there of late. */
    int fails(int target) {
        return rule.fails(target);
    }

    /** nginx never takes out the only target there is. */
    boolean isAlone() {
        int targets = 0;
        for (int target = 0; target < pool.size(); target++) {
            targets += pool.isRemoved(target) ? 0 : 1;
        }
        return targets == 1;
    }
}
