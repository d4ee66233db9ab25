package roundhouse.simulation.guarding;

import java.util.Objects;
import roundhouse.metrics.TimeWeightedGauge;
import roundhouse.simulation.engine.Attempt;
import roundhouse.topology.nodes.guarding.Limit;

/** Sheds load: turns away what it concerns while so many requests, of whatever kind, are at the node. */
final class ShedRule extends GuardRule {
    private final int most;
    private final TimeWeightedGauge inFlight;

    /** @param inFlight requests at the node, the one it is asked about among them */
    ShedRule(Limit spec, TimeWeightedGauge inFlight) {
        super(spec);
        most = Objects.requireNonNull(spec.most());
        this.inFlight = inFlight;
    }

    @Override
    long ask(Attempt attempt, long nowNanos) {
        return inFlight.value() > most ? REFUSED : 0;
    }
}
