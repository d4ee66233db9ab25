package roundhouse.simulation.balancing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LimitCounts;
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.waiting.TimeLimits;

/**
 * Gives a request that one target failed to the next, as nginx does: for such {@linkplain Failure failures} as the rule names, and
 * a write that a target may have begun only where the rule says so. When nobody is left to try, or it was tried often enough, the
 * balancer passes on the last answer, or answers with an error of its own where there was none.
 *
 * <p>With a timeout the request stays at the balancer, and a part of it goes to one target at a time. A part that comes too late is
 * dropped, though the target may have done the work.
 */
final class Failover {
    /** What becomes of the attempts that it sends. */
    interface Listener {
        /** What the target of the attempt, which is at the balancer, made of it. */
        void settle(Attempt attempt, long nanos, Outcome outcome);

        /** Nobody waits any more for an attempt that began at the balancer and is lost. */
        void release(Attempt attempt);
    }

    private final RunContext context;
    private final NodeComponent balancer;
    private final Listener listener;
    private final FailoverPolicy rule;
    /** Whether it passes any request on. */
    private final boolean passesOn;

    private final LimitCounts limits;
    private final @Nullable TimeoutQueue timeouts;
    /** For those that nobody has accepted yet. */
    private final @Nullable TimeoutQueue connects;
    /** Whether it makes parts of requests, because they are timed here. */
    private final boolean parts;

    Failover(
            RunContext context,
            NodeComponent balancer,
            Listener listener,
            FailoverPolicy rule,
            TimeLimits times,
            LimitCounts limits) {
        this.context = context;
        this.balancer = balancer;
        this.listener = listener;
        this.rule = rule;
        this.limits = limits;
        parts = rule.timeout() != null || times.connect() != null || times.request() != null;
        passesOn = rule.attempts() > 1 || parts;
        connects = times.connect() == null
                ? null
                : new TimeoutQueue(
                        context.kernel,
                        DurationSampler.nanos(times.connect()),
                        new CallbackHandler(context.kernel, balancer.id + " connect timeouts", this::connectTimedOut));
        timeouts = rule.timeout() == null
                ? null
                : new TimeoutQueue(
                        context.kernel,
                        DurationSampler.nanos(rule.timeout()),
                        new CallbackHandler(context.kernel, balancer.id + " target timeouts", this::timedOut));
    }

    /** Whether a request that a target failed so, or not at all if null, is for another one. */
    boolean isForAnother(Attempt attempt, @Nullable Failure failure) {
        return passesOn
                && failure != null
                && rule.on().contains(failure)
                && (failure == Failure.REFUSED || attempt.read || rule.writes())
                && attempt.top().targetsTried() + 1 < rule.attempts();
    }

    /** What the client is told of a request that ended so at its last target. */
    Outcome verdict(Outcome outcome) {
        boolean unanswered = outcome == Outcome.REFUSED || outcome == Outcome.TIMED_OUT;
        return passesOn && unanswered ? Outcome.FAILED : outcome;
    }

    /**
     * Sends the attempt to the target at the link's end.
     *
     * @param timed whether the timeout is for it, as it is not for what goes over a client's kept connection
     */
    void send(Attempt attempt, LinkComponent link, boolean timed) {
        if (passesOn) {
            context.observer.giving(attempt, link.to);
        }
        if (!parts || !timed) {
            link.send(attempt);
            return;
        }
        Attempt part = context.attempts.take();
        part.partOf(attempt);
        attempt.top().leaveBy(link, context.kernel.nowNanos());
        context.enter(part, balancer);
        attempt.part = part;
        context.observer.parted(attempt, part);
        if (timeouts != null) {
            part.timeouts = timeouts;
            timeouts.arm(part.slot);
        }
        if (connects != null) {
            part.connecting = connects;
            connects.arm(part.slot);
        }
        link.send(part);
    }

    private void timedOut(int slot) {
        if (timeouts != null && balancer.isPaused()) {
            // It does not look at its clock now; the reply may be there when it does.
            timeouts.arm(slot);
            return;
        }
        context.attempts.at(slot).timeouts = null;
        limits.add(LimitEvent.TARGET_TIMEOUT);
        giveUp(
                context.attempts.at(slot),
                DurationSampler.nanos(Objects.requireNonNull(rule.timeout())),
                Outcome.TIMED_OUT);
    }

    /** The time to connect is over: who was not let in by then, and not turned away, never will be. */
    private void connectTimedOut(int slot) {
        Attempt part = context.attempts.at(slot);
        if (connects != null && balancer.isPaused()) {
            connects.arm(slot);
            return;
        }
        part.connecting = null;
        if (!part.accepted && !part.replying) {
            limits.add(LimitEvent.CONNECT_TIMEOUT);
            giveUp(part, context.kernel.nowNanos() - part.top().sinceNanos, Outcome.REFUSED);
        } else if (part.lost) {
            lost(part);
        }
    }

    /** No reply will come to the part: unless a timer notices that, the request it is of is lost as if it had gone on by itself. */
    void lost(Attempt part) {
        Attempt whole = part.whole;
        boolean noticed = part.timeouts != null || (part.connecting != null && !part.accepted);
        if (whole != null && !noticed && whole.top().timers == null) {
            disarm(part);
            leave(part);
            context.lose(whole);
        }
    }

    private void giveUp(Attempt part, long nanos, Outcome outcome) {
        Attempt whole = Objects.requireNonNull(part.whole);
        whole.broken = false;
        context.kernel.fold(part.number);
        disarm(part);
        leave(part);
        listener.settle(whole, nanos, outcome);
    }

    /** Waits no longer for the part of the attempt that is out, if there is one. Returns whether there was. */
    boolean abandon(Attempt whole) {
        Attempt part = whole.part;
        if (part != null) {
            disarm(part);
            leave(part);
        }
        return part != null;
    }

    /** A part, sent by this or by an earlier rule, came back. */
    void replied(Attempt part, long nanos) {
        Attempt whole = part.whole;
        Outcome outcome = part.outcome;
        if (whole != null) {
            disarm(part);
            whole.part = null;
            whole.server = part.server;
            whole.broken = part.broken;
            whole.takeCookies(part);
        }
        context.observer.ended(part);
        context.attempts.release(part);
        if (whole != null) {
            listener.settle(whole, nanos, outcome);
        }
    }

    private static void disarm(Attempt part) {
        if (part.timeouts != null) {
            part.timeouts.disarm(part.slot);
            part.timeouts = null;
        }
        if (part.connecting != null) {
            part.connecting.disarm(part.slot);
            part.connecting = null;
        }
    }

    /** Nobody waits for the part any more. */
    private void leave(Attempt part) {
        part.abandoned = true;
        if (part.whole != null) {
            part.whole.part = null;
        }
        part.whole = null;
        part.timeouts = null;
        if (part.lost) {
            listener.release(part);
        }
    }

    /** The balancer forgets what it was doing: nobody waits for any part. */
    void abandonAll() {
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt part = context.attempts.at(slot);
            if (part.whole != null && part.origin().number() == balancer.number()) {
                disarm(part);
                leave(part);
            }
        }
    }
}
