package roundhouse.simulation.serving;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.simulation.components.CallBreaker;
import roundhouse.simulation.components.CallFigures;
import roundhouse.simulation.components.RetryPolicy;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.parts.Hedge;

/** One entry of a server's calls, with what it remembers: its retry budget, its breaker, its timers. */
final class CallRule {
    final ServiceCall spec;
    final CallFigures figures;
    /** The number of its figures. */
    final int figuresNumber;

    final RetryPolicy retries;

    @Nullable
    final CallBreaker breaker;
    /** Null where it waits for ever. */
    @Nullable
    final TimeoutQueue timeouts;
    /** Null where a call as a whole may take for ever. */
    @Nullable
    final TimeoutQueue limits;
    /** Null where it does not hedge. */
    @Nullable
    final TimeoutQueue hedges;

    private final int mostHedges;

    /** What comes of timers: an attempt is late, a call is late, a call is to be sent once more. */
    record Timers(CallbackHandler timeout, CallbackHandler limit, CallbackHandler hedge) {}

    /** @param breaker one that goes on, or null for a new one or none */
    CallRule(
            RunContext context,
            String server,
            ServiceCall spec,
            CallFigures figures,
            int figuresNumber,
            @Nullable CallBreaker breaker,
            Timers timers) {
        this.spec = spec;
        this.figures = figures;
        this.figuresNumber = figuresNumber;
        retries = new RetryPolicy(spec.retries(), context.streams.of(server, "retries to " + spec.to()));
        this.breaker = breaker != null || spec.breaker() == null
                ? breaker
                : new CallBreaker(context, server, spec.to(), spec.breaker(), figures);
        Hedge hedge = spec.hedge();
        timeouts = queue(context, spec.timeout(), timers.timeout);
        limits = queue(context, spec.retries().total(), timers.limit);
        hedges = hedge == null ? null : queue(context, hedge.after(), timers.hedge);
        mostHedges = hedge == null ? 0 : hedge.most();
    }

    private static @Nullable TimeoutQueue queue(RunContext context, @Nullable Duration delay, CallbackHandler handler) {
        return delay == null ? null : new TimeoutQueue(context.kernel, DurationSampler.nanos(delay), handler);
    }

    /** Whether that request makes the calls; {@code chance} is the same for the same request and entry. */
    boolean concerns(Attempt request, long chance) {
        return spec.concerns(request.kind())
                && (spec.share() == 1 || (Mix.mix(chance) >>> 11) * 0x1p-53 < spec.share());
    }

    /** Until the time of a call that began then is over; for ever when there is no limit. */
    long leftNanos(long startedNanos, long nowNanos) {
        return limits == null ? Long.MAX_VALUE : startedNanos + limits.delayNanos() - nowNanos;
    }

    /** A call begins. */
    void began(PendingCall call, long nowNanos) {
        figures.started++;
        retries.began(nowNanos);
        if (limits != null) {
            limits.arm(call.slot);
            call.limited = true;
        }
    }

    /** One of its attempts sets out. */
    void sent(PendingCall call, Attempt attempt) {
        figures.sent++;
        call.underWay.add(attempt.slot);
        if (timeouts != null) {
            attempt.timeouts = timeouts;
            timeouts.arm(attempt.slot);
        }
        if (hedges != null && call.hedges < mostHedges) {
            stopHedging(call);
            hedges.arm(call.slot);
            call.hedging = true;
        }
    }

    void stopHedging(PendingCall call) {
        if (hedges != null && call.hedging) {
            hedges.disarm(call.slot);
            call.hedging = false;
        }
    }

    /** The call has ended. */
    void ended(PendingCall call) {
        stopHedging(call);
        if (limits != null && call.limited) {
            limits.disarm(call.slot);
            call.limited = false;
        }
    }
}
