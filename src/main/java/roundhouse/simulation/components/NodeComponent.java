package roundhouse.simulation.components;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.NodeCondition;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.faults.RecurringFault;
import roundhouse.simulation.guarding.Guard;
import roundhouse.simulation.guarding.HeldAttempts;
import roundhouse.tables.IntQueue;
import roundhouse.topology.CrashMode;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.guarding.Limit;

/**
 * A node of a running system. Attempts come to it by {@link #receive}; those it sent on come back by {@link #reply}. The component
 * lives as long as attempts refer to it, even when its node was removed from the topology.
 */
public abstract class NodeComponent extends NodeContract {
    /** What a node tells of what it asks of others: its part of {@link NodeContract}. */
    public interface Asking {
        Map<String, CallFigures> calls();

        @Nullable
        CacheFigures cache();

        void addCaches(List<KeptCache> caches);

        byte targetState(LinkComponent link);

        long targetSinceNanos(LinkComponent link);
    }

    public final RunContext context;
    public final NodeMetrics metrics;

    /** The faults of the node. Changed by {@link #crash} and the other methods here that begin or end a fault only. */
    public final NodeCondition condition = new NodeCondition();

    /** Whether no fault holds: kept apart so that each attempt needs one test. */
    private boolean sound = true;

    /** When it was last seen overwhelmed, with much of its work for abandoned attempts; only kept while clients retry a lot. */
    public long overwhelmedAtNanos = -1_000_000_000;
    /** It takes part in a retry storm. */
    public boolean storm;

    /** What reaching it takes a request beside the latency of the link, nanoseconds. */
    public long passingNanos;

    /** When it was added, simulated nanoseconds. */
    public final long addedAtNanos;
    /** When it was removed, simulated nanoseconds; {@link Long#MAX_VALUE} while it is there. */
    public long removedAtNanos = Long.MAX_VALUE;

    private final IntQueue replies = new IntQueue();
    /** Whom it turns away; null where there never were limits. */
    private @Nullable Guard guard;

    /** Null as long as nobody read slowly. */
    private @Nullable HeldAttempts readers;

    private @Nullable RecurringFault outages;
    private @Nullable Incident incident;
    private byte shown = NodeState.UP;
    private Node node;
    private @Nullable PriceAccount account;

    public NodeComponent(RunContext context, Node node, int latencyDigits) {
        super(context.kernel, node.id());
        this.context = context;
        this.node = node;
        this.metrics = new NodeMetrics(latencyDigits);
        addedAtNanos = context.kernel.nowNanos();
        account = PriceAccount.of(node, addedAtNanos, metrics);
        metrics.measureFrom(addedAtNanos);
        metrics.rates.begin(addedAtNanos);
    }

    /**
     * An attempt that was sent on at {@code sentAtNanos} comes back, and has no owner here that is told instead; its {@link Attempt#outcome}
     * says how it went.
     */
    protected abstract void reply(Attempt attempt, long sentAtNanos);

    /** The node as it is in the topology. */
    public final Node node() {
        return node;
    }

    public final void node(Node node) {
        if (account == null) {
            account = PriceAccount.of(node, context.kernel.nowNanos(), metrics);
        } else {
            account.become(node, context.kernel.nowNanos(), metrics);
        }
        this.node = node;
    }

    /** Whether it has a price, or had one. */
    public final boolean isPriced() {
        return account != null;
    }

    /** What it cost up to then; 0 without a price. */
    public final double costUntil(long untilNanos) {
        return account == null ? 0 : account.total(untilNanos, metrics);
    }

    /** What it costs an hour as things are now; 0 without a price, or where it was removed. */
    public final double costPerHour() {
        return account == null || removedAtNanos != Long.MAX_VALUE
                ? 0
                : account.perHour(context.kernel.nowNanos(), metrics);
    }

    /** What it is called in what is told of it. */
    public final String title() {
        return context.titles.of(id);
    }

    /** Whether this component is of the node's kind. */
    public final boolean represents(Node other) {
        return node.getClass() == other.getClass();
    }

    /** Until when its levels are measured: now, or for a node that was removed when it and the last work there were gone. */
    public final long measuredUntil(long nowNanos) {
        return metrics.isActive() ? nowNanos : Math.max(Math.min(nowNanos, removedAtNanos), metrics.lastChange());
    }

    /** The node was removed: it sends nothing further of its own, such as requests and checks. */
    public void retire() {
        failBy(null);
    }

    /** From now on these limits are asked about each request that comes. */
    protected final void guardBy(List<Limit> limits, Guard.Host host) {
        if (guard == null && !limits.isEmpty()) {
            guard = new Guard(context, this, metrics.inFlight, host);
        }
        if (guard != null) {
            guard.become(limits);
        }
    }

    /** Whether limits turn away or hold the attempt, which was let in; then the host of the limits is told what becomes of it. */
    protected final boolean isHeldUp(Attempt attempt) {
        return guard != null && attempt.purpose == AttemptPurpose.REQUEST && guard.holds(attempt);
    }

    /** Whether it has limits at all. */
    protected final boolean isGuarded() {
        return guard != null;
    }

    /** What its limits did; null where there never were any. */
    public final @Nullable Guard guard() {
        return guard;
    }

    private void unguard(Attempt attempt) {
        if (guard != null) {
            guard.left(attempt);
        }
    }

    /** The node crashes: what it holds is lost as that kind of crash has it. */
    protected abstract void lose(CrashMode how);

    /** The node works on nothing from now on. */
    protected void stopped() {}

    /** The node works again. */
    protected void resumed() {}

    @Override
    protected void dropped(Attempt attempt) {
        unguard(attempt);
        if (attempt.purpose.counts()) {
            long nowNanos = context.kernel.nowNanos();
            metrics.left(nowNanos, nowNanos - attempt.top().sinceNanos, Outcome.TIMED_OUT);
        }
    }

    /** The attempt is let in. */
    protected final void enter(Attempt attempt) {
        long nowNanos = context.kernel.nowNanos();
        if (attempt.purpose.counts()) {
            metrics.entered(nowNanos, attempt.opened);
        }
        attempt.accepted = true;
        context.enter(attempt, this);
    }

    /** The attempt is finished here: its reply goes back the way it came. */
    protected final void answer(Attempt attempt, Outcome outcome) {
        if (attempt.readsNanos > 0 && outcome == Outcome.OK && attempt.isAtFirstNode() && !attempt.abandoned) {
            if (readers == null) {
                readers = new HeldAttempts(context, id + " readers", this::isPaused, held -> leave(held, Outcome.OK));
            }
            readers.hold(attempt, attempt.readsNanos);
        } else {
            leave(attempt, outcome);
        }
    }

    private void leave(Attempt attempt, Outcome outcome) {
        long nowNanos = context.kernel.nowNanos();
        attempt.outcome = outcome;
        attempt.broken = false;
        unguard(attempt);
        if (attempt.purpose.counts()) {
            metrics.left(nowNanos, nowNanos - attempt.top().sinceNanos, outcome);
            metrics.given += outcome == Outcome.OK ? attempt.valueBytes : 0;
        }
        context.observer.left(attempt);
        attempt.pop();
        attempt.top().via().takeBack(attempt);
    }

    /** The attempt is not let in: its reply goes back at once. */
    protected final void turnAway(Attempt attempt, Outcome outcome) {
        attempt.outcome = outcome;
        if (attempt.purpose.counts()) {
            metrics.turnedAway(outcome);
        }
        context.observer.turnedAway(attempt, this);
        attempt.top().via().takeBack(attempt);
    }

    /** A reply has come to the node: it takes it now, or after a pause, or never. */
    @Override
    public final void takeBack(Attempt attempt) {
        if (sound || condition.hears()) {
            Attempt.Owner owner = attempt.owner;
            if (owner != null && attempt.isAtOrigin()) {
                owner.replied(attempt);
            } else {
                reply(attempt, attempt.top().sentAtNanos);
            }
        } else if (isPaused()) {
            replies.add(attempt.slot);
        } else if (attempt.origin().number() == number()) {
            context.lose(attempt);
        } else {
            dropped(attempt);
            attempt.pop();
            context.lose(attempt);
        }
    }

    /** The node that holds the attempt has crashed in that way. */
    protected final void lose(Attempt attempt, CrashMode how) {
        if (how == CrashMode.REFUSE) {
            answer(attempt, Outcome.FAILED);
            attempt.broken = true;
        } else {
            unguard(attempt);
            if (attempt.purpose.counts()) {
                long nowNanos = context.kernel.nowNanos();
                metrics.left(nowNanos, nowNanos - attempt.top().sinceNanos, Outcome.TIMED_OUT);
            }
            attempt.pop();
            context.lose(attempt);
        }
    }

    /** An attempt has come to the node, which is down. */
    protected final void meetCrash(Attempt attempt, CrashMode how) {
        switch (how) {
            case REFUSE -> turnAway(attempt, Outcome.REFUSED);
            case BLACK_HOLE -> context.lose(attempt);
            case AFTER_ACCEPT -> {
                if (attempt.connects) {
                    turnAway(attempt, Outcome.OK);
                    return;
                }
                if (attempt.purpose.counts()) {
                    metrics.turnedAway(Outcome.TIMED_OUT);
                }
                attempt.accepted = true;
                context.lose(attempt);
            }
        }
    }

    /** The waits of requests that work has begun on, and of those that wait still as far as they have got. Changes nothing. */
    public Latencies waitsSoFar() {
        return metrics.waiting;
    }

    public final boolean isDown() {
        return !sound && condition.isDown();
    }

    /** Works on nothing for the time being, but is there: sends nothing, and what comes in waits. */
    public final boolean isPaused() {
        return !sound && condition.isPaused();
    }

    /** How many times longer than normal everything takes that starts now. */
    public final double slowFactor() {
        return sound ? 1 : condition.slowFactor(context.kernel.nowNanos());
    }

    /** How it is down, or null while it is up. */
    protected final @Nullable CrashMode crashed() {
        return sound ? null : condition.crash();
    }

    /** Whether the attempt, a request or a health check, gets an error. */
    protected final boolean errs(Attempt attempt) {
        return !sound && condition.errs(attempt.purpose == AttemptPurpose.CHECK);
    }

    /** What the present incident has cost so far, in words; empty when it cost nothing. */
    public final String cost() {
        return incident == null ? "" : incident.cost();
    }

    /** The faults of the node are changing: an incident, and what it costs, counts from here. */
    private void noteIncident() {
        byte state = condition.shown(context.kernel.nowNanos());
        if (state != shown) {
            shown = state;
            incident = state == NodeState.UP ? null : new Incident(context, metrics, state);
        }
    }

    /** Goes down, or stays down in that way. */
    public final void crash(CrashMode how) {
        long nowNanos = context.kernel.nowNanos();
        replies.clear();
        if (guard != null) {
            guard.forget();
        }
        if (readers != null) {
            readers.forget();
        }
        lose(how);
        condition.crash(how, nowNanos);
        sound = condition.isSound();
        metrics.down.set(nowNanos, 1);
        speedChanged();
        conditionChanged();
        noteIncident();
    }

    /** Nothing is wrong with it any more. */
    public final void recover() {
        long nowNanos = context.kernel.nowNanos();
        boolean paused = isPaused();
        condition.recover(coldStart(), nowNanos);
        sound = condition.isSound();
        metrics.down.set(nowNanos, 0);
        speedChanged();
        if (paused) {
            resumed();
            for (int waiting = replies.size(); waiting > 0; waiting--) {
                takeBack(context.attempts.at(replies.remove()));
            }
        }
        conditionChanged();
        noteIncident();
    }

    public final void pause() {
        condition.pause(context.kernel.nowNanos());
        sound = condition.isSound();
        stopped();
        conditionChanged();
        noteIncident();
    }

    public final void slow(double factor) {
        condition.slow(factor, context.kernel.nowNanos());
        sound = condition.isSound();
        speedChanged();
        noteIncident();
    }

    public final void errors(double rate, ErrorScope scope) {
        condition.errors(rate, scope, context.streams.of(id, "errors"), context.kernel.nowNanos());
        sound = condition.isSound();
        noteIncident();
    }

    public final void leak(double perMinute) {
        condition.leak(perMinute, context.kernel.nowNanos());
        sound = condition.isSound();
        speedChanged();
        noteIncident();
    }

    /** From now on this recurring fault takes it down and up, or none does if null. Returns whether one did before. */
    public final boolean failBy(@Nullable RecurringFault next) {
        boolean before = outages != null;
        if (outages != null) {
            outages.end();
        }
        outages = next;
        if (next != null) {
            next.begin();
        }
        return before;
    }

    /** The node went down, was paused, or came back. */
    protected void conditionChanged() {}

    /** The slow factor is another one now. */
    protected void speedChanged() {}
}
