package roundhouse.exchange.configuration.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;

/** Targets of a balancer that names none: Traefik finds them by their labels; of others all servers are taken that nobody asks. */
final class Discovery {
    private final SystemDraft system;
    private final ComposeTold told;
    private final Map<Service, String> ids;

    /** @param ids of the nodes of services */
    Discovery(SystemDraft system, ComposeTold told, Map<Service, String> ids) {
        this.system = system;
        this.told = told;
        this.ids = ids;
    }

    void targets(String balancer) {
        List<Service> labelled = ids.keySet().stream()
                .filter(service -> service.kind() == ImageKind.SERVER)
                .filter(service ->
                        TraefikLabels.of(service.yaml().get("labels")).areMeant())
                .toList();
        if (labelled.isEmpty()) {
            unasked(balancer);
        } else {
            labelled(balancer, labelled);
        }
    }

    private void unasked(String balancer) {
        List<String> targets = ids.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == ImageKind.SERVER
                        && !entry.getKey().isPublished()
                        && system.links().stream().noneMatch(link -> link.to().equals(entry.getValue())))
                .map(Map.Entry::getValue)
                .toList();
        if (!targets.isEmpty()) {
            targets.forEach(target -> system.put(Link.of(balancer, target, Link.DEFAULT_LATENCY)));
            system.assumed("Balancers that name no services send to all servers that are neither published nor asked.");
        }
    }

    private void labelled(String balancer, List<Service> services) {
        // Traefik asks longer rules first.
        Map<TraefikLabels.Label, List<Rule>> rules = new LinkedHashMap<>();
        for (Service service : services) {
            String id = ids.getOrDefault(service, service.name());
            List<TraefikLabels.Label> routers =
                    TraefikLabels.of(service.yaml().get("labels")).routers();
            boolean any = false;
            for (TraefikLabels.Label router : routers) {
                Optional<List<Rule>> its = TraefikLabels.rules(router.value(), service.name());
                if (its.isPresent()) {
                    rules.put(router, its.get());
                    any = true;
                } else {
                    told.missed(
                            router.yaml(), "", "rules go by host, path, method and one header; all requests are taken");
                }
            }
            told.routers(service, routers);
            system.put(Link.of(balancer, id, Link.DEFAULT_LATENCY)
                    .with(Link.POOL, any ? service.name() : Link.DEFAULT_POOL));
        }
        List<Rule> inOrder = new ArrayList<>();
        rules.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getKey().value().length()))
                .forEach(entry -> inOrder.addAll(entry.getValue()));
        system.node(balancer)
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .ifPresent(node -> system.put(node.with(LoadBalancer.RULES, inOrder)));
    }
}
