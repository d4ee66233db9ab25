package roundhouse.exchange.configuration.haproxy;

import java.util.Map;
import roundhouse.exchange.configuration.Account;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.exchange.configuration.ConfigurationExporter;
import roundhouse.exchange.configuration.Exported;
import roundhouse.exchange.configuration.ReadBack;
import roundhouse.topology.Topology;

/** Writes configurations of HAProxy that {@code haproxy -c} accepts, 2.6 and later. */
public final class HaproxyExporter implements ConfigurationExporter {
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry(
                    "load-balancer pass-on.wait",
                    "HAProxy waits a second, or its connect timeout where that is shorter"),
            Map.entry("load-balancer pass-on.writes", "HAProxy tries writes again whenever it does so with reads"),
            Map.entry(
                    "load-balancer pass-on.next",
                    "HAProxy tries the same server, or another one each or the last time"),
            Map.entry(
                    "load-balancer queue",
                    "in HAProxy requests wait only for servers with a limit, oldest first, and none of these limits can be said"),
            Map.entry(
                    "load-balancer passive",
                    "HAProxy counts errors of servers that it checks, and its checks bring them back"),
            Map.entry("load-balancer passive.fail-timeout", "in HAProxy checks bring a server back, not time"),
            Map.entry("load-balancer passive.on", "HAProxy observes connections or answers"),
            Map.entry("load-balancer slow-start", "HAProxy starts servers slowly only where it checks them"),
            Map.entry(
                    "load-balancer rule-order",
                    "HAProxy takes the first; the rules are in an order that gives the same"),
            Map.entry(
                    "load-balancer rules",
                    "the rules are in the order in which HAProxy must ask them, or have no counterpart"),
            Map.entry("load-balancer limits", "HAProxy has no such limit, or says it in words that mean a little more"),
            Map.entry("load-balancer tls", "it needs a certificate, which no topology has; the place is marked"),
            Map.entry("load-balancer cache", "HAProxy's cache holds small answers for a short time only"),
            Map.entry("load-balancer connections.idle", "HAProxy counts milliseconds up to some 24 days"),
            Map.entry("link weight", "HAProxy has weights up to 256, and the algorithm may not go by them"));

    @Override
    public String key() {
        return "haproxy";
    }

    @Override
    public String title() {
        return "HAProxy";
    }

    @Override
    public String fileName() {
        return "haproxy.cfg";
    }

    @Override
    public Exported export(Topology topology) {
        Account account = new Account(topology, title());
        Addresses addresses = new Addresses(topology);
        HaproxyText text = new HaproxyText();
        account.heading().forEach(text::line);
        text.section("global");
        text.say("nbthread 1  # each thread picks and counts by itself");
        ConfigurationExporter.balancers(topology)
                .forEach(balancer -> new HaproxyBalancer(balancer, topology, addresses).write(text));
        new ReadBack(account, REASONS).compare(topology, text.toString(), new HaproxyImporter());
        ConfigurationExporter.balancers(topology).forEach(balancer -> {
            String difference =
                    HaproxyMethod.of(balancer.balancing(), balancer.layer()).difference();
            if (!difference.isEmpty()) {
                account.unwritten(account.node(balancer.id()) + "/algorithm", difference);
            }
        });
        text.line("");
        return account.finish(text.toString());
    }
}
