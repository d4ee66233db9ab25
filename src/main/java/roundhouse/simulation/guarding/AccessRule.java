package roundhouse.simulation.guarding;

import roundhouse.simulation.engine.Attempt;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;

/** Turns away what it concerns, or lets it past what follows. */
final class AccessRule extends GuardRule {
    AccessRule(Limit spec) {
        super(spec);
    }

    @Override
    long ask(Attempt attempt, long nowNanos) {
        return spec.kind() == LimitKind.ALLOW ? ALLOWED : REFUSED;
    }

    @Override
    public String whose(Attempt attempt) {
        return "address " + attempt.client();
    }
}
