package roundhouse.simulation.serving;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CallFigures;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.RetryPolicy;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.calls.ServiceCall;

/**
 * Makes the calls of a server's requests. Each attempt of a call is a child of the request: an attempt of its own that begins and ends
 * here, while the request stays. The first reply that is well ends a call; one that fails for good, unless it is optional, ends the
 * request at once, and nobody waits for the others any more. Those go on wherever they are, and their late replies are work for nobody.
 */
final class OutgoingCalls {
    /** What becomes of a request. */
    interface Caller {
        /** A request that was served waits from now on. */
        void waits();

        /** The request has all it waited for, or fails for want of it. */
        void answered(Attempt request, boolean well);
    }

    private final RunContext context;
    private final NodeComponent server;
    private final Caller caller;
    private final CallRules rules;
    private final OutgoingLinks links;
    private final WaitingRequests waits = new WaitingRequests();
    private final PendingCalls pending = new PendingCalls();
    /** By the slots of waiting requests: the entries as they were when it began. */
    private CallRule[][] plans = new CallRule[16][];

    private final CallbackHandler retry;
    /** Calls that are to be tried again as soon as the server is not paused any more. */
    private int[] postponed = new int[4];

    private int postponedCount;

    OutgoingCalls(RunContext context, NodeComponent server, OutgoingLinks links, Caller caller) {
        this.context = context;
        this.server = server;
        this.links = links;
        this.caller = caller;
        retry = new CallbackHandler(context.kernel, server.id + " call retries", this::retry);
        rules = new CallRules(
                context,
                server.id,
                new CallRule.Timers(
                        new CallbackHandler(context.kernel, server.id + " call timeouts", this::timedOut),
                        new CallbackHandler(context.kernel, server.id + " call limits", this::expired),
                        new CallbackHandler(context.kernel, server.id + " call hedges", this::hedge)));
    }

    void become(List<ServiceCall> calls) {
        rules.become(calls);
    }

    CallRules rules() {
        return rules;
    }

    Map<String, CallFigures> figures() {
        return rules.figures();
    }

    /** A request was served here. Returns whether it makes calls, which have begun then; what comes of them the caller is told. */
    boolean begin(Attempt request) {
        CallRule[] plan = rules.now();
        long seed = request.nextDemand();
        boolean any = false;
        for (int i = 0; i < plan.length && !any; i++) {
            any = plan[i].concerns(request, chance(seed, i));
        }
        if (!any) {
            return false;
        }
        RequestWait wait = waits.begin(request);
        wait.seed = seed;
        if (wait.slot >= plans.length) {
            plans = Arrays.copyOf(plans, wait.slot * 2);
        }
        plans[wait.slot] = plan;
        caller.waits();
        goOn(wait);
        return true;
    }

    private static long chance(long seed, int step) {
        return seed + Mix.GOLDEN * (step + 1);
    }

    /** Nothing is asked for the request now: its next calls begin, or it is over. */
    private void goOn(RequestWait wait) {
        CallRule[] plan = plans[wait.slot];
        while (wait.asked.count() == 0 && !wait.failed && wait.step < plan.length) {
            wait.asking = true;
            askNext(wait, plan);
            wait.asking = false;
        }
        if (wait.failed || wait.asked.count() == 0) {
            Attempt request = Objects.requireNonNull(wait.request);
            boolean well = !wait.failed;
            for (int i = wait.asked.count() - 1; i >= 0; i--) {
                PendingCall call = pending.at(wait.asked.get(i));
                call.rule().figures.givenUp++;
                end(call, null);
            }
            waits.end(wait);
            caller.answered(request, well);
        }
    }

    /** Begins the next call, or all that are parallel. */
    private void askNext(RequestWait wait, CallRule[] plan) {
        boolean parallel = true;
        while (parallel && wait.step < plan.length) {
            CallRule rule = plan[wait.step];
            if (!rule.concerns(Objects.requireNonNull(wait.request), chance(wait.seed, wait.step))) {
                wait.step++;
            } else if (rule.spec.parallel()) {
                for (int i = 0; i < rule.spec.count() && !wait.failed; i++) {
                    ask(wait, rule, place(wait.step, i));
                }
                wait.step++;
                parallel = wait.step < plan.length && plan[wait.step].spec.parallel();
            } else {
                long place = place(wait.step, wait.begun++);
                if (wait.begun == rule.spec.count()) {
                    wait.begun = 0;
                    wait.step++;
                }
                ask(wait, rule, place);
                return;
            }
        }
    }

    /** Stands for one of the calls of a request, however it comes to be made. */
    private static long place(int step, int number) {
        return (long) step << 32 | number;
    }

    private void ask(RequestWait wait, CallRule rule, long place) {
        long nowNanos = context.kernel.nowNanos();
        PendingCall call = pending.begin(rule, wait, nowNanos);
        call.seed = wait.seed + Mix.mix(place);
        wait.asked.add(call.slot);
        rule.began(call, nowNanos);
        send(call);
    }

    /** Sends an attempt of the call, unless nobody can be sent it. */
    private void send(PendingCall call) {
        CallRule rule = call.rule();
        Attempt request = Objects.requireNonNull(call.waiting().request);
        call.attempts++;
        LinkComponent link = links.reaching(rule.spec.to());
        if (link == null) {
            settle(call, Outcome.REFUSED);
            return;
        }
        if (rule.breaker != null && !rule.breaker.admits()) {
            rule.figures.turnedAway++;
            context.observer.callTurnedAway(request, link.to);
            settle(call, Outcome.REJECTED);
            return;
        }
        Attempt attempt = context.attempts.take();
        attempt.callFor(request, server.region(), call.attempts > 1);
        attempt.demands(Mix.mix(call.seed + Mix.mix(call.attempts)));
        attempt.sentAtNanos = context.kernel.nowNanos();
        attempt.server = link.to.serves() ? link.to : null;
        context.enter(attempt, server);
        attempt.top().tag = (long) rule.figuresNumber << 32 | call.slot;
        context.observer.called(request, attempt, link.to);
        rule.sent(call, attempt);
        link.send(attempt);
    }

    /** An attempt that began here has come back. */
    void replied(Attempt attempt, long nanos) {
        if (attempt.abandoned) {
            rules.figures((int) (attempt.top().tag >> 32)).wasted++;
            release(attempt);
            return;
        }
        PendingCall call = pending.at((int) attempt.top().tag);
        Outcome outcome = attempt.outcome;
        if (attempt.isForNobody()) {
            call.rule().figures.wasted++;
        }
        if (attempt.timeouts != null) {
            attempt.timeouts.disarm(attempt.slot);
        }
        judge(call, outcome, nanos);
        context.observer.callEnded(attempt, outcome);
        call.underWay.remove(attempt.slot);
        release(attempt);
        settle(call, outcome);
    }

    private static void judge(PendingCall call, Outcome outcome, long nanos) {
        if (call.rule().breaker != null) {
            call.rule().breaker.ended(outcome != Outcome.OK, nanos);
        }
    }

    private void timedOut(int slot) {
        Attempt attempt = context.attempts.at(slot);
        PendingCall call = pending.at((int) attempt.first().tag);
        if (server.isPaused() && attempt.timeouts != null) {
            // It does not look at its clock now; the reply may be there when it does.
            attempt.timeouts.arm(slot);
            return;
        }
        context.kernel.fold(attempt.number);
        leave(call, attempt, Outcome.TIMED_OUT);
        settle(call, Outcome.TIMED_OUT);
    }

    /** The call waits for the attempt no longer; {@code outcome} is how it ended, or null if that does not matter. */
    private void leave(PendingCall call, Attempt attempt, @Nullable Outcome outcome) {
        if (outcome != null) {
            judge(call, outcome, context.kernel.nowNanos() - attempt.sentAtNanos);
        } else if (call.rule().breaker != null) {
            call.rule().breaker.released();
        }
        context.observer.callEnded(attempt, outcome);
        call.underWay.remove(attempt.slot);
        abandon(attempt);
    }

    private void abandon(Attempt attempt) {
        attempt.abandoned = true;
        attempt.whole = null;
        attempt.timeouts = null;
        if (attempt.lost) {
            release(attempt);
        }
    }

    /** An attempt of the call has ended so: the call ends with it, goes on with others under way, or is tried again. */
    private void settle(PendingCall call, Outcome outcome) {
        CallRule rule = call.rule();
        if (outcome != Outcome.OK && call.underWay.count() > 0) {
            return;
        }
        if (outcome != Outcome.OK) {
            long nowNanos = context.kernel.nowNanos();
            long waitNanos = rule.retries.waitNanosBefore(
                    call.retries + 1, outcome, rule.leftNanos(call.startedNanos, nowNanos), nowNanos);
            if (waitNanos != RetryPolicy.NEVER) {
                rule.stopHedging(call);
                rule.figures.retried++;
                call.retries++;
                call.backingOff = true;
                context.kernel.schedule(waitNanos, retry, call.slot);
                return;
            }
        }
        conclude(call, outcome);
    }

    private void conclude(PendingCall call, Outcome outcome) {
        CallRule rule = call.rule();
        RequestWait wait = call.waiting();
        switch (outcome) {
            case OK -> rule.figures.ok++;
            case TIMED_OUT -> rule.figures.timedOut++;
            case REFUSED, REJECTED, FAILED -> rule.figures.failed++;
        }
        end(call, outcome == Outcome.TIMED_OUT ? outcome : null);
        wait.failed |= outcome != Outcome.OK && !rule.spec.optional();
        if (!wait.asking) {
            goOn(wait);
        }
    }

    /** Nobody waits for the call any more. */
    private void end(PendingCall call, @Nullable Outcome outcome) {
        call.rule().ended(call);
        call.waiting().asked.remove(call.slot);
        while (call.underWay.count() > 0) {
            Attempt attempt = context.attempts.at(call.underWay.get(call.underWay.count() - 1));
            if (attempt.timeouts != null) {
                attempt.timeouts.disarm(attempt.slot);
            }
            leave(call, attempt, outcome);
        }
        call.over = true;
        if (!call.backingOff) {
            pending.end(call);
        }
    }

    /** The wait before a further attempt is over. */
    private void retry(int slot) {
        PendingCall call = pending.at(slot);
        if (server.isPaused()) {
            if (postponedCount == postponed.length) {
                postponed = Arrays.copyOf(postponed, postponedCount * 2);
            }
            postponed[postponedCount++] = slot;
            return;
        }
        call.backingOff = false;
        if (call.over) {
            pending.end(call);
        } else {
            send(call);
        }
    }

    /** The time of a call as a whole is over. */
    private void expired(int slot) {
        PendingCall call = pending.at(slot);
        call.limited = false;
        if (server.isPaused() && call.rule().limits != null) {
            call.rule().limits.arm(slot);
            call.limited = true;
            return;
        }
        conclude(call, Outcome.TIMED_OUT);
    }

    /** No reply has come for a while. */
    private void hedge(int slot) {
        PendingCall call = pending.at(slot);
        call.hedging = false;
        if (server.isPaused() && call.rule().hedges != null) {
            call.rule().hedges.arm(slot);
            call.hedging = true;
        } else if (call.rule().retries.mayHedge(context.kernel.nowNanos())) {
            call.hedges++;
            call.rule().figures.hedged++;
            send(call);
        }
    }

    /** An attempt that began here is lost. */
    void lost(Attempt attempt) {
        if (attempt.abandoned) {
            release(attempt);
        }
    }

    private void release(Attempt attempt) {
        context.unwind(attempt, server);
        context.observer.ended(attempt);
        context.attempts.release(attempt);
    }

    /** The server works again: what it meant to try again during the pause it tries now. */
    void resumed() {
        int count = postponedCount;
        postponedCount = 0;
        for (int i = 0; i < count; i++) {
            context.kernel.schedule(0, retry, postponed[i]);
        }
    }

    /** The server crashes: it waits for nothing any more and remembers nothing. */
    void forget() {
        context.kernel.cancel(retry);
        postponedCount = 0;
        for (int slot = 0; slot < pending.slots(); slot++) {
            PendingCall call = pending.at(slot);
            if (!call.over) {
                call.rule().figures.givenUp++;
                end(call, null);
            }
        }
        pending.clear();
        waits.clear();
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.isAt(server) && attempt.origin().number() == server.number()) {
                release(attempt);
            }
        }
        rules.forget();
    }
}
