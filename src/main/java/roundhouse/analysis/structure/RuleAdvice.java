package roundhouse.analysis.structure;

import java.util.List;
import roundhouse.routing.RequestRules;
import roundhouse.simulation.engine.PickText;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;

/** Is there a layer-7 rule that can never match? */
final class RuleAdvice {
    /** Of more rules it is not looked whether one covers another, which takes time by their square. */
    private static final int MOST_COMPARED = 1_000;

    private RuleAdvice() {}

    static void check(LoadBalancer balancer, Findings findings) {
        List<Rule> rules = balancer.rules();
        if (rules.size() > MOST_COMPARED) {
            return;
        }
        RequestRules matching = balancer.requestRules();
        for (int i = 0; i < rules.size(); i++) {
            int covering = matching.covering(i);
            if (covering != RequestRules.NO_RULE) {
                findings.warning(
                        balancer.id(),
                        "the rule " + PickText.rule(rules.get(i)) + " can never match, for all its requests come under "
                                + PickText.rule(rules.get(covering)));
            }
        }
    }
}
