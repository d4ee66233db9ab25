package roundhouse.simulation.targets;

import java.util.Arrays;
import roundhouse.health.SlowStart;
import roundhouse.routing.Pool;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;

/**
 * Gives the targets of a pool that came up their weight back step by step: {@link SlowStart} in simulated time. Weights change so many
 * seconds after, limits when the second of the clock changes, as in HAProxy.
 */
final class WarmUps {
    /** The limits of the pool's targets, some of which grow meanwhile. */
    interface Limits {
        /** Whether the target has a limit that grows while it starts slowly. */
        boolean isGrowing(int target);

        /** The target's limit may be another one now. */
        void changed(int target);

        /** The target has made a step, perhaps the last one. */
        void warmer(int target, boolean last);
    }

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    private final RunContext context;
    private final Pool pool;
    private final Limits limits;
    private final SlowStart rule;
    private final CallbackHandler steps;
    private final CallbackHandler seconds;
    /** For each target when it came up, and when its weight changes next. */
    private long[] sinceNanos = {};

    private long[] nextNanos = {};
    /** For each target when its limit changes next. */
    private long[] nextSecondNanos = {};

    WarmUps(RunContext context, String owner, Pool pool, Limits limits, SlowStart rule) {
        this.context = context;
        this.pool = pool;
        this.limits = limits;
        this.rule = rule;
        steps = new CallbackHandler(context.kernel, owner + " slow start", this::step);
        seconds = new CallbackHandler(context.kernel, owner + " slow start of limits", this::second);
    }

    /** The target came up. */
    void begin(int target) {
        if (target >= nextNanos.length) {
            int known = nextNanos.length;
            sinceNanos = Arrays.copyOf(sinceNanos, pool.size());
            nextNanos = Arrays.copyOf(nextNanos, pool.size());
            Arrays.fill(nextNanos, known, nextNanos.length, NEVER);
            nextSecondNanos = Arrays.copyOf(nextSecondNanos, pool.size());
        }
        sinceNanos[target] = context.kernel.nowNanos();
        advance(target, 0);
        if (limits.isGrowing(target)) {
            limited(target);
        }
    }

    private void limited(int target) {
        limits.changed(target);
        long nowNanos = context.kernel.nowNanos();
        long restNanos = SECOND_NANOS - nowNanos % SECOND_NANOS;
        nextSecondNanos[target] = nowNanos + restNanos;
        context.kernel.schedule(restNanos, seconds, target);
    }

    private void second(int target) {
        if (nextSecondNanos[target] == context.kernel.nowNanos() && isWarming(target)) {
            limited(target);
        }
    }

    private boolean isWarming(int target) {
        return target < nextNanos.length && nextNanos[target] != NEVER;
    }

    /** What the target may have in flight of its limit. */
    int limit(int target, int limit) {
        return isWarming(target)
                ? rule.limit(limit, context.kernel.nowNanos() / SECOND_NANOS - sinceNanos[target] / SECOND_NANOS)
                : limit;
    }

    /** The target is out again; it has its whole weight, of which it makes no use. */
    void end(int target) {
        if (target < nextNanos.length) {
            nextNanos[target] = NEVER;
        }
        pool.warming(target, Pool.WHOLE);
        limits.changed(target);
    }

    /** Ends all warm-ups. */
    void end() {
        context.kernel.cancel(steps);
        context.kernel.cancel(seconds);
        for (int target = 0; target < pool.size(); target++) {
            end(target);
        }
    }

    private void step(int target) {
        long nowNanos = context.kernel.nowNanos();
        // A step of an earlier warm-up may still come.
        if (nextNanos[target] == nowNanos) {
            advance(target, (nowNanos - sinceNanos[target]) / SECOND_NANOS);
            limits.changed(target);
            limits.warmer(target, !isWarming(target));
        }
    }

    private void advance(int target, long secondsUp) {
        pool.warming(target, rule.sixteenths(1, secondsUp));
        if (secondsUp < rule.seconds()) {
            long step = rule.stepSeconds() * SECOND_NANOS;
            nextNanos[target] = context.kernel.nowNanos() + step;
            context.kernel.schedule(step, steps, target);
        } else {
            nextNanos[target] = NEVER;
        }
    }
}
