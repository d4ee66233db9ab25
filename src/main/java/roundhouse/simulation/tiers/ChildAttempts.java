package roundhouse.simulation.tiers;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.data.StoreHistory;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.stores.Store;

/**
 * Attempts by which a node asks others for data, for a request that waits there meanwhile or of its own accord. They begin and end at the
 * node. One that a link or a node loses fails after its timeout, or after {@link #LOST_NANOS}, when the connection is given up.
 */
public final class ChildAttempts implements Attempt.Owner {
    /** How long a node waits for what will never come. nginx's proxy_cache_lock_age and -timeout are as long. */
    public static final long LOST_NANOS = 5_000_000_000L;

    private final RunContext context;
    private final NodeComponent node;
    private final Listener listener;
    private final TimeoutQueue giveUps;

    /** Hears how they end. */
    public interface Listener {
        /** One has ended so, and is released after this. */
        void ended(Attempt child, Outcome outcome);
    }

    public ChildAttempts(RunContext context, NodeComponent node, Listener listener) {
        this.context = context;
        this.node = node;
        this.listener = listener;
        giveUps = new TimeoutQueue(
                context.kernel,
                LOST_NANOS,
                new CallbackHandler(context.kernel, node.id + " lost data", this::timedOut));
    }

    /** An attempt about the same as another one, that waits for it. */
    public Attempt forRequest(Attempt request, DataAction action) {
        Attempt child = context.attempts.take();
        child.callFor(request, node.region(), false);
        asks(child, request, action);
        return child;
    }

    /** An attempt about the same as another one, that does not wait for it. */
    public Attempt about(Attempt basis, DataAction action) {
        Attempt child = context.attempts.take();
        child.callFor(basis, node.region(), false);
        child.whole = null;
        asks(child, basis, action);
        return child;
    }

    private static void asks(Attempt child, Attempt basis, DataAction action) {
        child.demandsOf(basis);
        child.data().action = action;
        if (basis.action() != DataAction.NONE) {
            child.data().dataset = basis.data().dataset;
        }
    }

    /** An attempt of the node's own accord, about that key. */
    public Attempt ofItsOwn(long key, int bytes, long seed, DataAction action) {
        Attempt child = context.attempts.take();
        child.ofItsOwn(key, bytes, node.region());
        child.demands(seed);
        child.data().action = action;
        return child;
    }

    /** An attempt that passes the other one on: the same of the same client, for it or for nobody. */
    public Attempt partOf(Attempt attempt, boolean waits) {
        Attempt child = context.attempts.take();
        child.partOf(attempt);
        child.data().action = DataAction.FETCH;
        if (!waits) {
            child.whole = null;
        }
        return child;
    }

    /** It begins, here. */
    public void begin(Attempt child) {
        child.sentAtNanos = context.kernel.nowNanos();
        child.server = null;
        child.owner = this;
        context.enter(child, node);
    }

    /** It begins, and goes out over that link; without one it ends at once. */
    public void send(Attempt child, @Nullable LinkComponent link) {
        begin(child);
        out(child, link);
    }

    /** It has begun, and goes out over that link; without one it ends at once. */
    public void out(Attempt child, @Nullable LinkComponent link) {
        if (link == null) {
            end(child, Outcome.REFUSED);
            return;
        }
        Attempt request = child.whole;
        if (request != null) {
            context.observer.called(request, child, link.to);
        }
        if (!context.stores.isEmpty()) {
            asks(child, link);
        }
        link.send(child);
    }

    /** What a replicated store is asked is written down, and a write has a version from when it is asked for. */
    private void asks(Attempt child, LinkComponent link) {
        Store store = context.stores.storeOf(link.to.id);
        DataAction action = child.action();
        if (store == null || (action != DataAction.READ && action != DataAction.WRITE)) {
            return;
        }
        DataOperation data = child.data();
        StoreHistory history = context.histories.of(store.id());
        boolean write = action == DataAction.WRITE;
        if (write && data.stamp != KeyVersions.NOTHING) {
            history.isIncomplete("a cache writes to it later than it acknowledges");
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        if (write) {
            data.stamp = context.versions.begin(context.versions.dataset(store.id()), nowNanos, child.request);
        }
        data.history = history;
        data.operation = history.called(
                child.client().toString(),
                KeyText.of(child.key()),
                write,
                write ? KeyVersions.version(data.stamp) : 0,
                nowNanos);
    }

    private void answered(Attempt child) {
        DataOperation data = child.data();
        if (data.history != null && data.told != null) {
            data.history.told(data.operation, data.told, context.kernel.nowNanos());
        } else if (data.history != null) {
            data.history.returned(
                    data.operation,
                    child.action() == DataAction.WRITE,
                    KeyVersions.version(data.stamp),
                    context.kernel.nowNanos());
        }
    }

    @Override
    public void replied(Attempt child) {
        end(child, child.outcome);
    }

    private void end(Attempt child, Outcome outcome) {
        if (!child.abandoned) {
            if (outcome == Outcome.OK
                    && child.action() != DataAction.NONE
                    && child.data().operation != StoreHistory.NONE) {
                answered(child);
            }
            if (child.timeouts != null) {
                child.timeouts.disarm(child.slot);
                child.timeouts = null;
            }
            if (child.whole != null) {
                context.observer.callEnded(child, outcome);
            }
            listener.ended(child, outcome);
        }
        release(child);
    }

    @Override
    public void lost(Attempt child) {
        if (child.abandoned) {
            release(child);
        } else if (child.timeouts == null) {
            child.timeouts = giveUps;
            giveUps.arm(child.slot);
        }
    }

    /** Its time is over: the node hears so, and waits for it no longer. */
    public void timedOut(int slot) {
        Attempt child = context.attempts.at(slot);
        context.kernel.fold(child.number);
        child.timeouts = null;
        if (child.whole != null) {
            context.observer.callEnded(child, Outcome.TIMED_OUT);
        }
        child.abandoned = true;
        listener.ended(child, Outcome.TIMED_OUT);
        child.whole = null;
        if (child.lost) {
            release(child);
        }
    }

    /** Nobody waits for it any more; its late reply is work for nobody. */
    public void abandon(Attempt child, @Nullable Outcome outcome) {
        if (child.whole != null) {
            context.observer.callEnded(child, outcome);
        }
        child.abandoned = true;
        child.whole = null;
        if (child.timeouts != null) {
            child.timeouts.disarm(child.slot);
            child.timeouts = null;
        }
        if (child.lost) {
            release(child);
        }
    }

    private void release(Attempt child) {
        context.unwind(child, node);
        context.observer.ended(child);
        context.attempts.release(child);
    }

    /** The node crashes: it waits for none of them. Writes that nobody waits for are on their way, and are told of still. */
    public void forget() {
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt child = context.attempts.at(slot);
            boolean onItsWay = child.action() == DataAction.WRITE && child.whole == null;
            if (child.beganAt(node) && child.action() != DataAction.NONE && !child.abandoned && !onItsWay) {
                boolean here = child.isAt(node);
                abandon(child, null);
                if (here) {
                    release(child);
                }
            }
        }
    }
}
