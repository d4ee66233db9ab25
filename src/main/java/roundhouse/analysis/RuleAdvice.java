package roundhouse.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.routing.RequestRules;
import roundhouse.simulation.engine.PickText;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Graph;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Rule;

/** Is there a layer-7 rule that can never match, or under which nothing comes that is sent? */
final class RuleAdvice {
    /** Of more rules it is not looked whether one covers another, which takes time by their square. */
    private static final int MOST_COMPARED = 1_000;

    private RuleAdvice() {}

    static void check(LoadBalancer balancer, Topology topology, Findings findings) {
        List<Rule> rules = balancer.rules();
        if (rules.isEmpty()) {
            return;
        }
        RequestRules matching = balancer.requestRules();
        boolean[] used = used(matching, rules.size(), sentTo(balancer, topology));
        for (int i = 0; i < rules.size(); i++) {
            int covering = rules.size() > MOST_COMPARED ? RequestRules.NO_RULE : matching.covering(i);
            if (covering != RequestRules.NO_RULE) {
                findings.warning(
                        balancer.id(),
                        "the rule " + PickText.rule(rules.get(i)) + " can never match, for all its requests come under "
                                + PickText.rule(rules.get(covering)));
            } else if (!used[i]) {
                findings.note(
                        balancer.id(),
                        "no request that its clients send comes under the rule " + PickText.rule(rules.get(i)));
            }
        }
    }

    private static List<SentKind> sentTo(LoadBalancer balancer, Topology topology) {
        Graph graph = Graph.of(topology);
        List<SentKind> sent = new ArrayList<>();
        for (Node node : topology.nodes()) {
            if (node instanceof Clients clients && graph.reachable(clients.id()).contains(balancer.id())) {
                sent.addAll(SentKind.of(clients));
            }
        }
        return sent;
    }

    /** All of them where nothing is sent. */
    private static boolean[] used(RequestRules matching, int rules, List<SentKind> sent) {
        boolean[] used = new boolean[rules];
        Arrays.fill(used, sent.isEmpty());
        for (SentKind kind : sent) {
            int rule = matching.match(kind.kind(), kind.read());
            if (rule != RequestRules.NO_RULE) {
                used[rule] = true;
            }
        }
        return used;
    }
}
