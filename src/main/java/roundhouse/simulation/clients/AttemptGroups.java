package roundhouse.simulation.clients;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.parts.Hedge;

/**
 * The attempt groups of a clients node that hedges or limits the time of a request as a whole, and their two timers: one starts a hedge when
 * no reply has come for a while, the other ends the request.
 */
final class AttemptGroups {
    /** What comes of the timers. */
    interface Listener {
        /** No reply came for a while: time for one more attempt. */
        void hedge(AttemptGroup group);

        /** The request's time is over. */
        void expired(AttemptGroup group);
    }

    private final @Nullable TimeoutQueue limits;
    private final @Nullable TimeoutQueue hedges;
    private final int most;
    private AttemptGroup[] groups = {};
    private int[] free = {};
    private int freeCount;

    private AttemptGroups(RunContext context, Clients spec, Listener listener) {
        Hedge hedge = spec.hedge();
        limits = spec.retries().total() == null
                ? null
                : new TimeoutQueue(
                        context.kernel,
                        DurationSampler.nanos(spec.retries().total()),
                        new CallbackHandler(context.kernel, spec.id() + " limits", slot -> {
                            groups[slot].limited = false;
                            listener.expired(groups[slot]);
                        }));
        hedges = hedge == null
                ? null
                : new TimeoutQueue(
                        context.kernel,
                        DurationSampler.nanos(hedge.after()),
                        new CallbackHandler(context.kernel, spec.id() + " hedges", slot -> {
                            groups[slot].hedging = false;
                            listener.hedge(groups[slot]);
                        }));
        most = hedge == null ? 0 : hedge.most();
    }

    /** Null for clients that neither hedge nor limit the time of a request. */
    static @Nullable AttemptGroups of(RunContext context, Clients spec, Listener listener) {
        return spec.hedge() == null && spec.retries().total() == null
                ? null
                : new AttemptGroups(context, spec, listener);
    }

    /** A request begins. */
    AttemptGroup begin() {
        if (freeCount == 0) {
            grow();
        }
        AttemptGroup group = groups[free[--freeCount]];
        group.begin();
        if (limits != null) {
            limits.arm(group.slot);
            group.limited = true;
        }
        return group;
    }

    private void grow() {
        int count = groups.length;
        groups = Arrays.copyOf(groups, Math.max(16, count * 2));
        free = Arrays.copyOf(free, groups.length);
        for (int slot = groups.length - 1; slot >= count; slot--) {
            groups[slot] = new AttemptGroup(this, slot);
            free[freeCount++] = slot;
        }
    }

    /** Until the time of a request that began then is over; for ever when there is no limit. */
    long leftNanos(long startedAtNanos, long nowNanos) {
        return limits == null ? Long.MAX_VALUE : startedAtNanos + limits.delayNanos() - nowNanos;
    }

    /** One of its attempts has been sent. */
    void sent(AttemptGroup group, Attempt attempt) {
        group.underWay.add(attempt.slot);
        if (hedges != null && group.hedges < most) {
            stopHedging(group);
            hedges.arm(group.slot);
            group.hedging = true;
        }
    }

    /** One of its attempts is over, or waited for no longer. */
    void over(AttemptGroup group, Attempt attempt) {
        group.underWay.remove(attempt.slot);
        if (group.underWay.count() == 0) {
            stopHedging(group);
        }
    }

    private void stopHedging(AttemptGroup group) {
        if (hedges != null && group.hedging) {
            hedges.disarm(group.slot);
            group.hedging = false;
        }
    }

    /** The request has ended, and nobody waits for any of its attempts. */
    void end(AttemptGroup group) {
        stopHedging(group);
        if (limits != null && group.limited) {
            limits.disarm(group.slot);
            group.limited = false;
        }
        free[freeCount++] = group.slot;
    }
}
