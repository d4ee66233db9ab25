package roundhouse.exchange.configuration.nginx;

import java.util.List;
import java.util.Optional;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;

/** Makes nodes and links of directives. */
final class NginxSystem {
    private final List<Directive> directives;
    private final SystemDraft system;

    NginxSystem(List<Directive> directives, SystemDraft system) {
        this.directives = directives;
        this.system = system;
    }

    Optional<Problem> read() {
        directives.stream()
                .filter(d -> d.name().equals("http"))
                .forEach(http -> http.all("upstream").forEach(this::upstream));
        return system.nodes().isEmpty()
                ? Optional.of(new Problem("", 0, "it has no upstream, so there is nothing to balance"))
                : Optional.empty();
    }

    private void upstream(Directive upstream) {
        LoadBalancer balancer = LoadBalancer.of(system.newId(upstream.argument(0)));
        system.put(balancer);
        system.understood(upstream.line(), upstream.text(), "load balancer " + balancer.id());
        upstream.all("server").forEach(server -> {
            String id = system.newId(server.argument(0));
            system.put(system.server(id));
            system.put(Link.of(balancer.id(), id, Link.DEFAULT_LATENCY));
            system.understood(server.line(), server.text(), "server " + id);
        });
    }
}
