package roundhouse.routing.algorithms;

import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/** What balancers share that keep smooth weighted round robin's turns. */
abstract class SmoothWrrBalancer implements Balancer {
    final SmoothWrrTurns turns;

    SmoothWrrBalancer(SmoothWrrTurns turns) {
        this.turns = turns;
    }

    @Override
    public final int pick(Request request, Pool pool) {
        return turns.pick(request, pool);
    }

    @Override
    public final void started(int target) {
        turns.moved(target);
    }

    @Override
    public final void finished(int target, long latencyNanos, Outcome outcome) {
        turns.moved(target);
    }
}
