package roundhouse.analysis.structure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Rule;

/** Has a load balancer somewhere to send what comes, in each of its pools? */
final class BalancerCheck {
    private BalancerCheck() {}

    static void check(Node node, Structure topology, Findings findings) {
        if (node instanceof LoadBalancer balancer) {
            check(balancer, topology, findings);
        }
    }

    private static void check(LoadBalancer balancer, Structure topology, Findings findings) {
        List<Link> links = topology.linksFrom(balancer.id());
        if (links.isEmpty()) {
            findings.error(balancer.id(), "has no targets, so it refuses every request");
            return;
        }
        Set<String> pools = new LinkedHashSet<>();
        balancer.rules().forEach(rule -> pools.add(rule.pool()));
        boolean all = balancer.rules().stream().anyMatch(BalancerCheck::matchesAll);
        if (!all) {
            pools.add(Link.DEFAULT_POOL);
        }
        pools.forEach(pool -> {
            List<Link> its = Pools.among(links, pool);
            pool(balancer, pool, its, topology, findings);
            String of = balancer.rules().isEmpty() ? "" : "pool " + pool + ": ";
            HealthAdvice.checkPool(balancer, of, topology.targets(Pools.usable(its)), findings);
        });
        for (Link link : links) {
            if (!pools.contains(link.pool())) {
                findings.warning(
                        name(link), "is in the pool " + link.pool() + ", which no rule of " + balancer.id() + " names");
            }
        }
        RuleAdvice.check(balancer, findings);
        algorithm(balancer, links, findings);
        HealthAdvice.check(balancer, findings);
        CheckAdvice.check(balancer, links, topology, findings);
    }

    private static boolean matchesAll(Rule rule) {
        return rule.equals(Rule.path("/*", rule.pool()));
    }

    private static void pool(
            LoadBalancer balancer, String pool, List<Link> links, Structure topology, Findings findings) {
        boolean byRule = balancer.rules().stream().anyMatch(rule -> rule.pool().equals(pool));
        String of = balancer.rules().isEmpty() ? "" : "pool " + pool + ": ";
        if (links.isEmpty() && byRule) {
            findings.error(balancer.id(), "a rule names the pool " + pool + ", but no link is in it");
        } else if (links.isEmpty()) {
            findings.warning(
                    balancer.id(), "no link is in the pool " + pool + ", so requests that match no rule are refused");
        } else if (links.stream().allMatch(Link::down)) {
            findings.error(balancer.id(), of + "all its links are marked down");
        } else if (Pools.usable(links).isEmpty()) {
            findings.error(balancer.id(), of + "all its links that are up have weight 0, so none is ever picked");
        } else if (Pools.usable(links).stream().allMatch(Link::backup)) {
            findings.warning(balancer.id(), of + "only backups can be picked");
        }
        ZoneAdvice.check(balancer, of, Pools.usable(links), topology, findings);
    }

    private static void algorithm(LoadBalancer balancer, List<Link> links, Findings findings) {
        boolean weighted = links.stream()
                        .filter(link -> link.weight() > 0)
                        .mapToInt(Link::weight)
                        .distinct()
                        .count()
                > 1;
        if (weighted && balancer.balancing().algorithm() == Algorithm.ROUND_ROBIN) {
            findings.note(balancer.id(), "round-robin ignores weights; weighted-round-robin uses them");
        }
    }

    private static String name(Link link) {
        return link.from() + " → " + link.to();
    }
}
