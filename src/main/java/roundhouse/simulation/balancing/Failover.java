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
import roundhouse.simulation.engine.Hop;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.waiting.TimeLimits;

/**
 * Gives a request that one target failed to the next, as nginx does, or to the same once more, as HAProxy does: for such {@linkplain Failure failures} as the rule names, and
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
    /** Whether what goes to a target may be broken off, so that the request stays here. */
    private final boolean breaksOff;

    Failover(
            RunContext context,
            NodeComponent balancer,
            Listener listener,
            FailoverPolicy rule,
            TimeLimits times,
            LimitCounts limits,
            boolean breaksOff) {
        this.breaksOff = breaksOff;
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
                && attempt.top().failures() + 1 < rule.attempts();
    }

    /** Who gets a request that a target has failed once more: counts that, and says whether it is the same one. */
    boolean again(Attempt attempt, int target) {
        Hop hop = attempt.top();
        hop.failed();
        boolean last = hop.failures() + 1 == rule.attempts();
        boolean same = rule.next() == FailoverPolicy.Next.SAME
                || (rule.next() == FailoverPolicy.Next.SAME_THEN_OTHER && !last);
        if (!same && rule.next() != FailoverPolicy.Next.ANY) {
            hop.tried(target);
        }
        return same;
    }

    /** Whether a request may go to a target that failed it where there is no other. */
    boolean mayComeBack() {
        return rule.next() == FailoverPolicy.Next.SAME_THEN_OTHER;
    }

    /** How long it waits before the same target gets a request again, nanoseconds. */
    long waitNanos() {
        return DurationSampler.nanos(rule.pause());
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
        if (passesOn || breaksOff) {
            context.observer.giving(attempt, link.to);
        }
        boolean limited = parts && timed;
        if (!limited && !breaksOff) {
            link.send(attempt);
            return;
        }
        attempt.top().leaveBy(link, context.kernel.nowNanos());
        Attempt part = context.attempts.take();
        part.partOf(attempt);
        attempt.part = part;
        context.enter(part, balancer);
        context.observer.parted(attempt, part);
        if (timeouts != null && limited) {
            part.timeouts = timeouts;
            timeouts.arm(part.slot);
        }
        if (connects != null && limited) {
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
            if (!breaksOff) {
                leave(part);
            }
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
            whole.limitStatus = part.limitStatus;
            whole.takeCookies(part);
            whole.takeData(part);
        }
        context.observer.ended(part);
        context.attempts.release(part);
        if (whole != null) {
            listener.settle(whole, nanos, outcome);
        }
    }

    /** Nobody waits for the attempt any more, nor for its part. */
    void dropped(Attempt attempt) {
        if (attempt.part != null) {
            leave(attempt.part);
        }
    }

    /** Breaks off what the target at the link's end has in hand; returns how many requests that were. */
    int breakOff(LinkComponent link) {
        int broken = 0;
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt part = context.attempts.at(slot);
            Attempt whole = part.whole;
            if (whole != null
                    && whole.part != null
                    && whole.part.slot == part.slot
                    && part.origin().number() == balancer.number()
                    && whole.top().via().number() == link.number()) {
                broken++;
                long nanos = context.kernel.nowNanos() - whole.top().sentAtNanos;
                disarm(part);
                leave(part);
                context.kernel.fold(part.number);
                whole.broken = true;
                whole.lost = false;
                listener.settle(whole, nanos, Outcome.FAILED);
            }
        }
        return broken;
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
