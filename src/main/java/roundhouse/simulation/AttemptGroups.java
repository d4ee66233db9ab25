package roundhouse.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Hedge;

/**
 * The efforts of a clients node that hedges or limits the time of a request as a whole, and their two timers: a further try a while
 * after each one sent, and the end of it all.
 */
final class AttemptGroups {
    /** What comes of the timers. */
    interface Listener {
        /** No reply came for a while: time for one more try. */
        void hedge(AttemptGroup effort);

        /** The request's time is over. */
        void expired(AttemptGroup effort);
    }

    private final @Nullable TimeoutQueue limits;
    private final @Nullable TimeoutQueue hedges;
    private final int most;
    private AttemptGroup[] efforts = {};
    private int[] free = {};
    private int freeCount;

    private AttemptGroups(RunContext engine, Clients spec, Listener listener) {
        Hedge hedge = spec.hedge();
        limits = spec.retries().total() == null
                ? null
                : new TimeoutQueue(
                        engine.kernel,
                        DurationSampler.nanos(spec.retries().total()),
                        new CallbackHandler(engine.kernel, spec.id() + " limits", slot -> {
                            efforts[slot].limited = false;
                            listener.expired(efforts[slot]);
                        }));
        hedges = hedge == null
                ? null
                : new TimeoutQueue(
                        engine.kernel,
                        DurationSampler.nanos(hedge.after()),
                        new CallbackHandler(engine.kernel, spec.id() + " hedges", slot -> {
                            efforts[slot].hedging = false;
                            listener.hedge(efforts[slot]);
                        }));
        most = hedge == null ? 0 : hedge.most();
    }

    /** Null for clients that do neither. */
    static @Nullable AttemptGroups of(RunContext engine, Clients spec, Listener listener) {
        return spec.hedge() == null && spec.retries().total() == null
                ? null
                : new AttemptGroups(engine, spec, listener);
    }

    /** A request begins. */
    AttemptGroup begin() {
        if (freeCount == 0) {
            grow();
        }
        AttemptGroup effort = efforts[free[--freeCount]];
        effort.begin();
        if (limits != null) {
            limits.arm(effort.slot);
            effort.limited = true;
        }
        return effort;
    }

    private void grow() {
        int count = efforts.length;
        efforts = Arrays.copyOf(efforts, Math.max(16, count * 2));
        free = Arrays.copyOf(free, efforts.length);
        for (int slot = efforts.length - 1; slot >= count; slot--) {
            efforts[slot] = new AttemptGroup(this, slot);
            free[freeCount++] = slot;
        }
    }

    /** Until the time of a request that began then is over; for ever when there is no limit. */
    long left(long startedAt, long now) {
        return limits == null ? Long.MAX_VALUE : startedAt + limits.delay() - now;
    }

    /** One of its tries has been sent. */
    void sent(AttemptGroup effort, Attempt call) {
        effort.add(call);
        if (hedges != null && effort.hedges < most) {
            stopHedging(effort);
            hedges.arm(effort.slot);
            effort.hedging = true;
        }
    }

    /** One of its tries is over, or waited for no longer. */
    void over(AttemptGroup effort, Attempt call) {
        effort.remove(call);
        if (effort.underWay() == 0) {
            stopHedging(effort);
        }
    }

    private void stopHedging(AttemptGroup effort) {
        if (hedges != null && effort.hedging) {
            hedges.disarm(effort.slot);
            effort.hedging = false;
        }
    }

    /** The request has ended, and nobody waits for any of its tries. */
    void end(AttemptGroup effort) {
        stopHedging(effort);
        if (limits != null && effort.limited) {
            limits.disarm(effort.slot);
            effort.limited = false;
        }
        free[freeCount++] = effort.slot;
    }
}
