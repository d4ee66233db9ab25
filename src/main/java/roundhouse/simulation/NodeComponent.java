package roundhouse.simulation;

import roundhouse.kernel.EventHandler;
import roundhouse.routing.Outcome;
import roundhouse.topology.Node;

/**
 * A node of a running system. Calls come to it by {@link #receive}; those it sent on come back by {@link #reply}. The component
 * lives as long as calls refer to it, even when its node was removed from the topology.
 */
abstract class NodeComponent extends EventHandler {
    /** The index of a node that is not in the topology any more. */
    static final int GONE = -1;

    final Engine engine;
    final String id;
    final NodeMetrics metrics;
    /** Its place among the topology's nodes. */
    int index = GONE;

    private Node node;
    private boolean down;
    private double slowFactor = 1;
    private long conditionSince;

    NodeComponent(Engine engine, Node node, int latencyDigits) {
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
    abstract void receive(Call call);

    /** A call that was sent on at {@code sentAt} comes back; its {@link Call#outcome} says how it went. */
    abstract void reply(Call call, long sentAt);

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
    void retire() {}

    /** What is at the node now, and only there, is lost. Returns how many calls that were. */
    abstract int lose();

    /** A call that began here was lost. It waits for its timeout, unless that is over. */
    void lost(Call call) {}

    /** A lost call that came by here is given up by whoever waits for it. The call's top is this node. */
    void dropped(Call call) {
        if (call.purpose == Purpose.REQUEST) {
            long now = engine.kernel.now();
            metrics.left(now, now - call.top().since, Outcome.TIMED_OUT);
        }
    }

    /** A heartbeat came in. */
    void heard(Call call) {
        throw new IllegalStateException(id + " has no heartbeat");
    }

    /** The call is let in. */
    final void enter(Call call) {
        long now = engine.kernel.now();
        if (call.purpose == Purpose.REQUEST) {
            metrics.entered(now);
        }
        call.push(this, now);
    }

    /** The call is finished here: its reply goes back the way it came. */
    final void answer(Call call, Outcome outcome) {
        long now = engine.kernel.now();
        call.outcome = outcome;
        if (call.purpose == Purpose.REQUEST) {
            metrics.left(now, now - call.top().since, outcome);
        }
        engine.probe.left(call);
        call.pop();
        call.top().via().back(call);
    }

    /** The call is not let in: its reply goes back at once. */
    final void turnAway(Call call, Outcome outcome) {
        call.outcome = outcome;
        if (call.purpose == Purpose.REQUEST) {
            metrics.turnedAway(outcome);
        }
        engine.probe.turnedAway(call, this);
        call.top().via().back(call);
    }

    final boolean isDown() {
        return down;
    }

    /** How many times longer than normal everything takes that starts now. */
    final double slowFactor() {
        return slowFactor;
    }

    final long conditionSince() {
        return conditionSince;
    }

    /** Goes down, or comes back up at its own speed. */
    final void down(boolean down) {
        this.down = down;
        slowFactor = 1;
        conditionSince = engine.kernel.now();
        speedChanged();
        conditionChanged();
    }

    final void slow(double factor) {
        slowFactor = factor;
        conditionSince = engine.kernel.now();
        speedChanged();
    }

    /** The node went down or came back. */
    void conditionChanged() {}

    /** The slow factor is another one now. */
    void speedChanged() {}
}
