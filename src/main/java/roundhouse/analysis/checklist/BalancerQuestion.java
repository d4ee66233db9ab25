package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Health;

/** Is the load spread over targets by what they can do, and is a dead one noticed? */
final class BalancerQuestion implements ChecklistQuestion {
    private static final double UNEQUAL = 1.5;

    @Override
    public List<Advice> ask(Examined examined) {
        List<Advice> advice = new ArrayList<>();
        for (Node node : examined.topology().nodes()) {
            if (node instanceof LoadBalancer balancer) {
                ask(balancer, examined.topology(), advice);
            }
        }
        return advice.isEmpty()
                ? List.of(Advice.note(
                        ChecklistItem.BALANCERS,
                        "",
                        "there is no load balancer, so every request goes where its sender is linked to, dead or alive",
                        ""))
                : advice;
    }

    private static void ask(LoadBalancer balancer, Topology topology, List<Advice> advice) {
        List<Node> targets = Neighbours.targets(balancer, topology);
        int count = targets.stream().mapToInt(Node::count).sum();
        String figure = count == 1 ? "1 target" : count + " targets";
        int before = advice.size();
        if (count > 1 && balancer.health().equals(Health.NONE)) {
            advice.add(Advice.warning(
                            ChecklistItem.BALANCERS,
                            balancer.id(),
                            "notices nothing of its targets, so one that is dead keeps its share of the requests: "
                                    + ShownFigures.percent(1.0 / count) + " fail",
                            figure)
                    .mendedBy(checked(balancer, topology)));
        }
        double ratio = ratio(targets);
        if (ratio > UNEQUAL && balancer.balancing().algorithm().split() == Algorithm.Split.EVENLY) {
            advice.add(Advice.warning(
                            ChecklistItem.BALANCERS,
                            balancer.id(),
                            "gives every target as much, though the largest can do "
                                    + String.format(Locale.ROOT, "%.1f times", ratio)
                                    + " what the smallest can, which is full first",
                            String.format(Locale.ROOT, "%.1f : 1", ratio))
                    .mendedBy(Fix.of(
                            "Send to the least connections at " + balancer.id(),
                            topology,
                            topology.with(balancer.balancing(Balancing.of(Algorithm.LEAST_CONNECTIONS))))));
        }
        if (advice.size() > before) {
            return;
        }
        advice.add(
                count < 2
                        ? Advice.note(
                                ChecklistItem.BALANCERS,
                                balancer.id(),
                                "has one target, so it spreads nothing and hides nothing that goes wrong",
                                figure)
                        : Advice.good(
                                ChecklistItem.BALANCERS,
                                balancer.id(),
                                "spreads the load, and " + notices(balancer),
                                figure));
    }

    /** With health checks of its targets; null where it has one target or notices already what fails. */
    static @Nullable Fix checked(LoadBalancer balancer, Topology topology) {
        int count = Neighbours.targets(balancer, topology).stream()
                .mapToInt(Node::count)
                .sum();
        Health checked = balancer.health().checking(Health.Active.SETTINGS.usual());
        return count > 1 && balancer.health().equals(Health.NONE)
                ? Fix.of(
                        "Check the targets of " + balancer.id(),
                        topology,
                        topology.with(balancer.with(LoadBalancer.HEALTH, checked)))
                : null;
    }

    private static String notices(LoadBalancer balancer) {
        Health.Active active = balancer.health().active();
        return active == null
                ? "notices what fails by the requests that do"
                : "checks each target every " + Units.format(active.interval());
    }

    /** What the largest of the targets can do over what the smallest can. */
    private static double ratio(List<Node> targets) {
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (Node node : targets) {
            if (node.answersRequests() && Double.isFinite(node.capacity())) {
                largest = Math.max(largest, node.capacity());
                smallest = Math.min(smallest, node.capacity());
            }
        }
        return largest == 0 ? 1 : largest / smallest;
    }
}
