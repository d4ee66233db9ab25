package roundhouse.simulation.serving;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CallBreaker;
import roundhouse.simulation.components.CallFigures;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.guarding.Breaker;

/** The breaker before the store of one server's data, and what became of the questions that it was asked about, by whom they were for. */
final class StoreBreaker {
    private final RunContext context;
    private final String server;
    private final Map<String, CallFigures> figures = new LinkedHashMap<>();
    private @Nullable Breaker spec;
    private @Nullable LinkComponent store;
    private @Nullable CallBreaker breaker;
    private CallFigures its = new CallFigures();

    StoreBreaker(RunContext context, String server) {
        this.context = context;
        this.server = server;
    }

    /** From now on it is this one, before the store at that link's end; a breaker that is as it was goes on. */
    void become(@Nullable Breaker next, @Nullable LinkComponent link) {
        CallBreaker before = breaker;
        boolean same = before != null
                && before.spec.equals(next)
                && link != null
                && store != null
                && store.to.id.equals(link.to.id);
        spec = next;
        store = link;
        if (!same) {
            make();
        }
    }

    private void make() {
        Breaker how = spec;
        LinkComponent link = store;
        if (how == null || link == null) {
            breaker = null;
        } else {
            its = figures.computeIfAbsent(link.to.id, _ -> new CallFigures());
            breaker = new CallBreaker(context, server, link.to.id, how, its);
        }
    }

    /** Whether the store may be asked now. What may must be {@link #ended}. */
    boolean admits() {
        CallBreaker now = breaker;
        if (now == null) {
            return true;
        }
        its.started++;
        if (now.admits()) {
            its.sent++;
            return true;
        }
        its.failed++;
        its.turnedAway++;
        return false;
    }

    /** What the store, or a cache, was asked has ended so. */
    void ended(Attempt child, Outcome outcome) {
        CallBreaker now = breaker;
        if (now == null || (child.action() != DataAction.READ && child.action() != DataAction.WRITE)) {
            return;
        }
        switch (outcome) {
            case OK -> its.ok++;
            case TIMED_OUT -> its.timedOut++;
            case REFUSED, REJECTED, FAILED -> its.failed++;
        }
        now.ended(outcome != Outcome.OK, context.kernel.nowNanos() - child.sentAtNanos);
    }

    /** The server crashes. */
    void forget() {
        make();
    }

    Map<String, CallFigures> figures() {
        return figures;
    }

    /** How it sees the store at the link's end: one of {@link TargetState}. */
    byte state(LinkComponent link) {
        return isBefore(link) && breaker != null ? breaker.targetState() : TargetState.IN_USE;
    }

    long sinceNanos(LinkComponent link) {
        return isBefore(link) && breaker != null ? breaker.sinceNanos() : 0;
    }

    private boolean isBefore(LinkComponent link) {
        return store != null && store.number() == link.number();
    }
}
