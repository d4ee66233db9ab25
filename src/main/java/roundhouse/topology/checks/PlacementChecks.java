package roundhouse.topology.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * Whether balancers that route by key can place keys on all their targets: weights can come to more points than a ring can hold. Looks
 * at the topology, and then at what each command of its scenario makes of it.
 */
public final class PlacementChecks {
    private final Map<String, LoadBalancer> balancers = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    /** The links of each node, by where they lead. */
    private final Map<String, Map<String, Link>> links = new LinkedHashMap<>();

    private PlacementChecks(Topology topology) {
        topology.nodes().forEach(this::add);
        topology.links().forEach(this::add);
    }

    /** What is wrong goes to the problems. */
    static void check(Topology topology, Problems problems) {
        PlacementChecks checks = new PlacementChecks(topology);
        for (Node node : topology.nodes()) {
            Optional<String> refusal = checks.refusal(node.id());
            if (refusal.isPresent()) {
                int heaviest = topology.links().indexOf(checks.heaviest(node.id()));
                problems.add("/links/" + heaviest + "/weight", refusal.get());
                return;
            }
        }
        List<TimedCommand> scenario = topology.scenario();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scenario.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> scenario.get(i).at()));
        for (int i : order) {
            Optional<String> refusal = checks.after(scenario.get(i).command());
            if (refusal.isPresent()) {
                problems.add("/scenario/" + i, refusal.get());
                return;
            }
        }
    }

    /** Why a balancer of the topology cannot place keys on its targets, in a sentence; empty when all can. */
    public static Optional<String> refusal(Topology topology) {
        PlacementChecks checks = new PlacementChecks(topology);
        return topology.nodes().stream()
                .map(node -> checks.refusal(node.id()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void add(Node node) {
        nodes.put(node.id(), node);
        if (node instanceof LoadBalancer balancer) {
            balancers.put(node.id(), balancer);
        }
    }

    private void add(Link link) {
        if (!link.isHeartbeat()) {
            links.computeIfAbsent(link.from(), _ -> new LinkedHashMap<>()).put(link.to(), link);
        }
    }

    /** The same of the balancer that the command is about, when it has been done. */
    private Optional<String> after(Command command) {
        return switch (command) {
            case Command.Add(Node node, List<Link> more) -> {
                add(node);
                more.forEach(this::add);
                yield more.stream()
                        .map(link -> refusal(link.from()))
                        .flatMap(Optional::stream)
                        .findFirst();
            }
            case Command.Remove(String id) -> {
                balancers.remove(id);
                links.remove(id);
                links.values().forEach(targets -> targets.remove(id));
                yield Optional.empty();
            }
            case Command.SetWeight(String from, String to, int weight) -> {
                Link link = links.getOrDefault(from, Map.of()).get(to);
                if (link == null) {
                    yield Optional.empty();
                }
                add(link.weighted(weight));
                yield refusal(from);
            }
            case Command.SetAlgorithm(String id, Balancing balancing) -> {
                balancers.computeIfPresent(id, (_, balancer) -> balancer.balancing(balancing));
                yield refusal(id);
            }
            default -> Optional.empty();
        };
    }

    private Link heaviest(String id) {
        return links.getOrDefault(id, Map.of()).values().stream()
                .max(Comparator.comparingInt(Link::weight))
                .orElseThrow();
    }

    private Optional<String> refusal(String id) {
        LoadBalancer balancer = balancers.get(id);
        Balancing balancing = balancer == null ? Balancing.of(Algorithm.ROUND_ROBIN) : balancer.balancing();
        PlacementSettings placement = balancing.algorithm().placement(balancing.placement());
        if (balancer == null || placement == null) {
            return Optional.empty();
        }
        // HAProxy counts backups among the others, as servers that are down.
        boolean together = balancing.algorithm() != Algorithm.HASH;
        Map<String, List<Target>> pools = new LinkedHashMap<>();
        for (Link link : links.getOrDefault(id, Map.of()).values()) {
            String pool = balancer.layer() == 4 ? "" : link.pool();
            for (boolean backup : new boolean[] {false, true}) {
                if (together || backup == link.backup()) {
                    List<Target> targets =
                            pools.computeIfAbsent(pool + (backup ? " backup" : ""), _ -> new ArrayList<>());
                    Node to = nodes.get(link.to());
                    for (String target : to == null ? List.of(link.to()) : Members.of(to)) {
                        targets.add(new Target(
                                target, link.weight(), null, backup != link.backup(), link.hashedText(target)));
                    }
                }
            }
        }
        return pools.values().stream()
                .map(placement::refusal)
                .flatMap(Optional::stream)
                .findFirst()
                .map(reason -> id + " cannot place keys on its targets: " + reason);
    }
}
