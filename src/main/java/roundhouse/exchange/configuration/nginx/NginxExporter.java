package roundhouse.exchange.configuration.nginx;

import java.util.List;
import java.util.Optional;
import roundhouse.exchange.configuration.Account;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.Exported;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.LoadBalancer;

/** Writes configurations of nginx that {@code nginx -t} accepts, 1.22 and later. */
public final class NginxExporter implements ConfigurationExporter {
    @Override
    public String key() {
        return "nginx";
    }

    @Override
    public String title() {
        return "nginx";
    }

    @Override
    public Optional<Problem> refusal(Topology topology) {
        return topology.nodes().stream().anyMatch(LoadBalancer.class::isInstance)
                ? Optional.empty()
                : Optional.of(new Problem("/nodes", 0, "it has no load balancer, so there is nothing to configure"));
    }

    @Override
    public Exported export(Topology topology) {
        Account account = new Account(topology, title());
        List<String> remarks = account.remarks();
        return new Exported("events {}\n" + String.join("\n", remarks) + "\n", account.unwritten());
    }
}
