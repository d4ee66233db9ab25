package roundhouse.simulation.guarding;

import roundhouse.simulation.engine.Attempt;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;

/** Turns away what it concerns, or lets it past what follows, or gives it a class in the queue. */
final class AccessRule extends GuardRule {
    AccessRule(Limit spec) {
        super(spec);
    }

    @Override
    long ask(Attempt attempt, long nowNanos) {
        if (spec.kind() == LimitKind.PRIORITY && spec.priority() != null) {
            attempt.top().priority = spec.priority();
            return 0;
        }
        return spec.kind() == LimitKind.ALLOW ? ALLOWED : REFUSED;
    }

    @Override
    public String whose(Attempt attempt) {
        return "address " + attempt.client();
    }
}
