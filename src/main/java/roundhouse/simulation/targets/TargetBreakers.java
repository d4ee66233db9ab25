package roundhouse.simulation.targets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.CircuitBreaker;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.simulation.components.CallBreaker;
import roundhouse.simulation.components.CallFigures;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.guarding.Breaker;

/** A breaker for each target of a pool. */
final class TargetBreakers {
    private final RunContext context;
    private final String owner;
    private final Pool pool;
    private final Breaker spec;
    private final List<CallBreaker> breakers = new ArrayList<>();
    /** How many are not closed. */
    private int watched;

    TargetBreakers(RunContext context, String owner, Pool pool, Breaker spec) {
        this.context = context;
        this.owner = owner;
        this.pool = pool;
        this.spec = spec;
        while (breakers.size() < pool.size()) {
            added();
        }
    }

    /** The pool has a target more, the last. */
    void added() {
        breakers.add(new CallBreaker(context, owner, pool.name(breakers.size()), spec, new CallFigures()));
    }

    /** Whether any is not closed. */
    boolean any() {
        return watched > 0;
    }

    /** Whether that target gets no request now. */
    boolean isOut(int target) {
        return !breakers.get(target).wouldAdmit();
    }

    /** The target gets a request. */
    void chosen(int target) {
        breakers.get(target).admits();
    }

    /** A request that it got has ended so. Returns whether its breaker opened (true) or closed (false) by that; null for neither. */
    @Nullable
    Boolean ended(int target, long nanos, Outcome outcome) {
        CallBreaker breaker = breakers.get(target);
        CircuitBreaker.State before = breaker.state();
        breaker.ended(outcome != Outcome.OK, nanos);
        CircuitBreaker.State after = breaker.state();
        if (before == after) {
            return null;
        }
        if (after == CircuitBreaker.State.CLOSED) {
            watched--;
            return Boolean.FALSE;
        }
        watched += before == CircuitBreaker.State.CLOSED ? 1 : 0;
        return Boolean.TRUE;
    }

    byte state(int target) {
        return breakers.get(target).targetState();
    }

    long sinceNanos(int target) {
        return breakers.get(target).sinceNanos();
    }
}
