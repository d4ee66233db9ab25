package roundhouse.exchange.configuration.nginx;

import java.util.List;
import roundhouse.exchange.configuration.Account;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.Exported;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;

/** Writes configurations of nginx that {@code nginx -t} accepts, 1.22 and later; balancers at layer 4 need its stream module. */
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
    public String fileName() {
        return "nginx.conf";
    }

    @Override
    public Exported export(Topology topology) {
        Account account = new Account(topology, title());
        Addresses addresses = new Addresses(topology);
        List<LoadBalancer> balancers = ConfigurationExporter.balancers(topology);
        NginxText text = new NginxText();
        account.heading().forEach(text::line);
        text.line("worker_processes 1;  # each worker picks and counts by itself");
        if (balancers.stream().anyMatch(balancer -> balancer.layer() == 4)) {
            text.say("include /etc/nginx/modules-enabled/*.conf");
        }
        text.open("events").close();
        block("http", 7, balancers, topology, addresses, account, text);
        block("stream", 4, balancers, topology, addresses, account, text);
        text.line("");
        return account.finish(text.toString());
    }

    private static void block(
            String name,
            int layer,
            List<LoadBalancer> balancers,
            Topology topology,
            Addresses addresses,
            Account account,
            NginxText text) {
        if (balancers.stream().noneMatch(balancer -> balancer.layer() == layer)) {
            return;
        }
        text.line("").open(name);
        balancers.stream()
                .filter(balancer -> balancer.layer() == layer)
                .forEach(balancer -> new NginxBalancer(balancer, topology, addresses, account).write(text));
        text.close();
    }
}
