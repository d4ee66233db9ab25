package roundhouse.simulation.targets;

import roundhouse.simulation.engine.Attempt;

/** What sends requests to a pool of targets. */
public interface PoolRules {
    /** The node has no rules. */
    PoolRules NONE = _ -> "";

    /** The rule that the attempt comes under, in words; empty when it is none. */
    String ruleFor(Attempt attempt);
}
