package roundhouse.exchange.configuration.envoy;

import java.util.List;
import java.util.Map;
import roundhouse.exchange.configuration.Account;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.Exported;
import roundhouse.exchange.configuration.ReadBack;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;

/** Writes static configurations of Envoy, by its published API v3; Envoy itself was not run with them. */
public final class EnvoyExporter implements ConfigurationExporter {
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("load-balancer queue", "in Envoy requests wait for the target that was picked, oldest first"),
            Map.entry("load-balancer passive", "Envoy ejects targets instead, by outlier_detection"),
            Map.entry("load-balancer sticky", "Envoy keeps clients on their target by hashing what they have"),
            Map.entry("load-balancer tls", "it needs a certificate, which no topology has; the place is marked"),
            Map.entry("load-balancer at-once", "Envoy limits what is at once for each cluster and each route"),
            Map.entry(
                    "load-balancer rules",
                    "the rules are in the order in which Envoy must ask them, or have no counterpart"),
            Map.entry(
                    "load-balancer rule-order", "Envoy takes the first; the rules are in an order that gives the same"),
            Map.entry("load-balancer limits", "Envoy has a token bucket of all requests, or of all that a route takes"),
            Map.entry("load-balancer pass-on", "Envoy tries writes too, and goes by conditions of its own"),
            Map.entry(
                    "load-balancer checks", "Envoy asks for a path and judges by the status, on the port of requests"),
            Map.entry("link weight", "Envoy has weights from 1 on, and the algorithm may not go by them"),
            Map.entry("link limit", "Envoy limits connections to each target only together with those of all"));

    @Override
    public String key() {
        return "envoy";
    }

    @Override
    public String title() {
        return "Envoy";
    }

    @Override
    public String fileName() {
        return "envoy.yaml";
    }

    @Override
    public Exported export(Topology topology) {
        Account account = new Account(topology, title());
        Addresses addresses = new Addresses(topology);
        List<LoadBalancer> balancers = ConfigurationExporter.balancers(topology);
        EnvoyText text = new EnvoyText();
        account.heading().forEach(line -> text.line(0, line));
        text.line(0, "# Run it with --concurrency 1: each worker picks by itself.");
        text.line(0, "static_resources:");
        text.line(1, "listeners:");
        balancers.forEach(balancer -> new EnvoyWriter(balancer, topology, addresses).listener(text));
        text.line(1, "clusters:");
        balancers.forEach(balancer -> new EnvoyWriter(balancer, topology, addresses).clusters(text));
        new ReadBack(account, REASONS).compare(topology, text.toString(), new EnvoyImporter());
        for (LoadBalancer balancer : balancers) {
            String difference = EnvoyMethod.of(balancer.balancing()).difference();
            if (!difference.isEmpty()) {
                account.unwritten(account.node(balancer.id()) + "/algorithm", difference);
            }
        }
        return account.finish(text.toString());
    }
}
