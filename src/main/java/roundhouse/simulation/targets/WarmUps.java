package roundhouse.simulation.targets;

import java.util.Arrays;
import roundhouse.health.SlowStart;
import roundhouse.routing.Pool;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;

/** Gives the targets of a pool that came up their weight back step by step: {@link SlowStart} in simulated time. */
final class WarmUps {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    private final RunContext context;
    private final Pool pool;
    private final SlowStart rule;
    private final CallbackHandler steps;
    /** For each target when it came up, and when its weight changes next. */
    private long[] sinceNanos = {};

    private long[] nextNanos = {};

    WarmUps(RunContext context, String owner, Pool pool, SlowStart rule) {
        this.context = context;
        this.pool = pool;
        this.rule = rule;
        steps = new CallbackHandler(context.kernel, owner + " slow start", this::step);
    }

    /** The target came up. */
    void begin(int target) {
        if (target >= nextNanos.length) {
            int known = nextNanos.length;
            sinceNanos = Arrays.copyOf(sinceNanos, pool.size());
            nextNanos = Arrays.copyOf(nextNanos, pool.size());
            Arrays.fill(nextNanos, known, nextNanos.length, NEVER);
        }
        sinceNanos[target] = context.kernel.nowNanos();
        advance(target, 0);
    }

    /** The target is out again; it has its whole weight, of which it makes no use. */
    void end(int target) {
        if (target < nextNanos.length) {
            nextNanos[target] = NEVER;
        }
        pool.warming(target, Pool.WHOLE);
    }

    /** Ends all warm-ups. */
    void end() {
        context.kernel.cancel(steps);
        for (int target = 0; target < pool.size(); target++) {
            pool.warming(target, Pool.WHOLE);
        }
    }

    private void step(int target) {
        long nowNanos = context.kernel.nowNanos();
        // A step of an earlier warm-up may still come.
        if (nextNanos[target] == nowNanos) {
            advance(target, (nowNanos - sinceNanos[target]) / SECOND_NANOS);
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
