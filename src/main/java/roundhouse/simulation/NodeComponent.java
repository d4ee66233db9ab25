package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.EventHandler;
import roundhouse.routing.Outcome;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/**
 * A node of a running system. Calls come to it by {@link #receive}; those it sent on come back by {@link #reply}. The component
 * lives as long as calls refer to it, even when its node was removed from the topology.
 */
abstract class NodeComponent extends EventHandler {
    /** The index of a node that is not in the topology any more. */
    static final int GONE = -1;

    final RunContext engine;
    final String id;
    final NodeMetrics metrics;
    /** Its place among the topology's nodes. */
    int index = GONE;

    /** What is wrong with it. Changed by {@link #crash} and its like only. */
    final NodeCondition condition = new NodeCondition();

    /** Nothing is wrong with it: one look for all that comes by. */
    private boolean sound = true;

    /** When a look found more work here than it can do, much of it for nobody; only kept while clients try again a lot. */
    long overwhelmedAt = -1_000_000_000;
    /** It takes part in a retry storm. */
    boolean storm;

    private final IntQueue replies = new IntQueue();
    private @Nullable Outages outages;
    private @Nullable Incident trouble;
    private byte shown = Frame.UP;
    private Node node;

    NodeComponent(RunContext engine, Node node, int latencyDigits) {
        super(engine.kernel, node.id());
        this.engine = engine;
        this.id = node.id();
        this.node = node;
        this.metrics = new NodeMetrics(latencyDigits);
        metrics.measureFrom(engine.kernel.now());
        metrics.rates.begin(engine.kernel.now());
    }

    /** The region it is in, an index into the run's regions. */
    abstract int region();

    /** A call comes in. */
    abstract void receive(Attempt call);

    /** A call that was sent on at {@code sentAt} comes back; its {@link Attempt#outcome} says how it went. */
    abstract void reply(Attempt call, long sentAt);

    /** The node as it is in the topology. */
    final Node node() {
        return node;
    }

    final void node(Node node) {
        this.node = node;
    }

    /** Whether this component is of the node's kind. */
    final boolean represents(Node other) {
        return node.getClass() == other.getClass();
    }

    /** The node is another one of the same kind and id from now on; what has begun goes on as it began. */
    abstract void update(Node node);

    /** The node was removed: it begins nothing of its own any more. */
    void retire() {
        failBy(null);
    }

    /** The node goes down so: what it has is lost, as that kind of crash wants it. */
    abstract void lose(CrashMode how);

    /** The node works on nothing from now on. */
    void stopped() {}

    /** The node works again. */
    void resumed() {}

    /** A call that began here was lost. It waits for its timeout, unless that is over. */
    void lost(Attempt call) {}

    /** A lost call that came by here is given up by whoever waits for it. The call's top is this node. */
    void dropped(Attempt call) {
        if (call.purpose == AttemptPurpose.REQUEST) {
            long now = engine.kernel.now();
            metrics.left(now, now - call.top().since, Outcome.TIMED_OUT);
        }
    }

    /** A heartbeat came in. */
    void heard(Attempt call) {
        throw new IllegalStateException(id + " has no heartbeat");
    }

    /** The call is let in. */
    final void enter(Attempt call) {
        long now = engine.kernel.now();
        if (call.purpose == AttemptPurpose.REQUEST) {
            metrics.entered(now);
        }
        call.push(this, now);
    }

    /** The call is finished here: its reply goes back the way it came. */
    final void answer(Attempt call, Outcome outcome) {
        long now = engine.kernel.now();
        call.outcome = outcome;
        if (call.purpose == AttemptPurpose.REQUEST) {
            metrics.left(now, now - call.top().since, outcome);
        }
        engine.probe.left(call);
        call.pop();
        call.top().via().back(call);
    }

    /** The call is not let in: its reply goes back at once. */
    final void turnAway(Attempt call, Outcome outcome) {
        call.outcome = outcome;
        if (call.purpose == AttemptPurpose.REQUEST) {
            metrics.turnedAway(outcome);
        }
        engine.probe.turnedAway(call, this);
        call.top().via().back(call);
    }

    /** A reply has come to the node: it takes it now, or after a pause, or never. */
    final void take(Attempt call, long sentAt) {
        if (sound || condition.hears()) {
            reply(call, sentAt);
        } else if (isPaused()) {
            replies.add(call.slot);
        } else if (call.origin().number() == number()) {
            engine.lose(call);
        } else {
            dropped(call);
            call.pop();
            engine.lose(call);
        }
    }

    /** The node, at which the call is, has crashed so. */
    final void lose(Attempt call, CrashMode how) {
        if (how == CrashMode.REFUSE) {
            answer(call, Outcome.FAILED);
        } else {
            if (call.purpose == AttemptPurpose.REQUEST) {
                long now = engine.kernel.now();
                metrics.left(now, now - call.top().since, Outcome.TIMED_OUT);
            }
            call.pop();
            engine.lose(call);
        }
    }

    /** A call has come to the node, which is down. */
    final void meetCrash(Attempt call, CrashMode how) {
        switch (how) {
            case REFUSE -> turnAway(call, Outcome.REFUSED);
            case BLACK_HOLE -> engine.lose(call);
            case AFTER_ACCEPT -> {
                if (call.connects) {
                    turnAway(call, Outcome.OK);
                    return;
                }
                if (call.purpose == AttemptPurpose.REQUEST) {
                    metrics.turnedAway(Outcome.TIMED_OUT);
                }
                engine.lose(call);
            }
        }
    }

    /** Replies that wait for the end of a pause. */
    final int waitingReplies() {
        return replies.size();
    }

    final boolean isDown() {
        return !sound && condition.isDown();
    }

    /** Works on nothing for the time being, but is there: sends nothing, and what comes in waits. */
    final boolean isPaused() {
        return !sound && condition.isPaused();
    }

    /** How many times longer than normal everything takes that starts now. */
    final double slowFactor() {
        return sound ? 1 : condition.slowFactor(engine.kernel.now());
    }

    /** How it is down, or null while it is up. */
    final @Nullable CrashMode crashed() {
        return sound ? null : condition.crash();
    }

    /** Whether the next request gets an error. */
    final boolean errs() {
        return !sound && condition.errs();
    }

    /** What it cost so far that the node is not as it should be, in words; empty when it cost nothing. */
    final String cost() {
        return trouble == null ? "" : trouble.cost();
    }

    /** Something else may be wrong with it now than before: what that costs is counted from here. */
    private void reckon() {
        byte now = condition.shown(engine.kernel.now());
        if (now != shown) {
            shown = now;
            trouble = now == Frame.UP ? null : new Incident(this, now);
        }
    }

    /** Goes down, or stays down in that way. */
    final void crash(CrashMode how) {
        long now = engine.kernel.now();
        replies.clear();
        lose(how);
        condition.crash(how, now);
        sound = condition.isSound();
        metrics.down.set(now, 1);
        speedChanged();
        conditionChanged();
        reckon();
    }

    /** Nothing is wrong with it any more. */
    final void recover() {
        long now = engine.kernel.now();
        boolean paused = isPaused();
        condition.recover(node instanceof Server server ? server.coldStart() : null, now);
        sound = condition.isSound();
        metrics.down.set(now, 0);
        speedChanged();
        if (paused) {
            resumed();
            for (int waiting = replies.size(); waiting > 0; waiting--) {
                Attempt call = engine.calls.at(replies.remove());
                take(call, call.top().sentAt);
            }
        }
        conditionChanged();
        reckon();
    }

    final void pause() {
        condition.pause(engine.kernel.now());
        sound = condition.isSound();
        stopped();
        conditionChanged();
        reckon();
    }

    final void slow(double factor) {
        condition.slow(factor, engine.kernel.now());
        sound = condition.isSound();
        speedChanged();
        reckon();
    }

    final void errors(double rate) {
        condition.errors(rate, engine.streams.of(id, "errors"), engine.kernel.now());
        sound = condition.isSound();
        reckon();
    }

    final void leak(double perMinute) {
        condition.leak(perMinute, engine.kernel.now());
        sound = condition.isSound();
        speedChanged();
        reckon();
    }

    /** Goes down and up by these from now on, or by itself no more. Returns whether it did so before. */
    final boolean failBy(@Nullable Outages next) {
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
    void conditionChanged() {}

    /** The slow factor is another one now. */
    void speedChanged() {}
}
