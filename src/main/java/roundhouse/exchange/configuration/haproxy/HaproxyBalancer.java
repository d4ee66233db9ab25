package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.routing.PathPattern;
import roundhouse.routing.RequestRules;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.types.Types;

/** Writes one load balancer: a frontend, and a backend for each of its pools. */
final class HaproxyBalancer {
    private final LoadBalancer balancer;
    private final Addresses addresses;
    private final Map<String, List<Link>> pools = new LinkedHashMap<>();

    HaproxyBalancer(LoadBalancer balancer, Topology topology, Addresses addresses) {
        this.balancer = balancer;
        this.addresses = addresses;
        pools.put(Link.DEFAULT_POOL, new ArrayList<>());
        for (Rule rule : balancer.layer() == 4 ? List.<Rule>of() : balancer.rules()) {
            if (RuleOf.canBeSaid(rule)) {
                pools.computeIfAbsent(rule.pool(), _ -> new ArrayList<>());
            }
        }
        for (Link link : topology.linksFrom(balancer.id())) {
            List<Link> its = pools.get(balancer.layer() == 4 ? Link.DEFAULT_POOL : link.pool());
            // Nothing goes to a pool that no rule is for.
            if (its != null) {
                its.add(link);
            }
        }
    }

    void write(HaproxyText text) {
        HaproxyLimits limits = new HaproxyLimits(balancer);
        boolean limited =
                pools.values().stream().flatMap(List::stream).anyMatch(link -> link.limit() != Types.UNLIMITED);
        String cache = HaproxyCaches.write(balancer, text);
        if (limited && balancer.queue() == null) {
            text.section("frontend " + balancer.id(), HaproxyNodes.NO_QUEUE);
        } else {
            text.section("frontend " + balancer.id());
        }
        text.say("mode " + (balancer.layer() == 4 ? "tcp" : "http"));
        text.say("bind 127.0.0.1:" + addresses.port(balancer.id()));
        if (balancer.tls().mode() == Tls.Mode.TERMINATE) {
            text.say("# bind :443 ssl crt FILE, as it terminates TLS");
        }
        if (balancer.atOnce() != Types.UNLIMITED) {
            text.say("maxconn " + balancer.atOnce() + "  # HAProxy lets further ones wait in the kernel");
        }
        HaproxyBackend.client(balancer, text);
        limits.write(text);
        if (!cache.isEmpty()) {
            text.say("http-request cache-use " + cache);
            text.say("http-response cache-store " + cache);
        }
        for (Rule rule : inOrder()) {
            if (RuleOf.canBeSaid(rule)) {
                text.say("use_backend " + backend(rule.pool()) + " if " + RuleOf.words(rule));
            }
        }
        text.say("default_backend " + backend(Link.DEFAULT_POOL));
        pools.forEach((pool, links) -> {
            text.section("backend " + backend(pool), balancer.id() + " " + pool);
            new HaproxyBackend(balancer, addresses, limited).write(links, text);
        });
        limits.writeTables(text);
    }

    private List<Rule> inOrder() {
        if (balancer.ruleOrder() == RequestRules.Order.FIRST || balancer.layer() == 4) {
            return balancer.layer() == 4 ? List.of() : balancer.rules();
        }
        return balancer.rules().stream()
                .sorted(Comparator.comparingInt(HaproxyBalancer::hostRank).thenComparingLong(HaproxyBalancer::pathRank))
                .toList();
    }

    private static int hostRank(Rule rule) {
        String host = rule.host();
        return host == null ? 0 : host.contains("*") ? -host.length() : -1_000;
    }

    private static long pathRank(Rule rule) {
        String path = rule.path();
        return path == null ? 0 : -new PathPattern(path).rank();
    }

    private String backend(String pool) {
        if (pool.equals(Link.DEFAULT_POOL)) {
            return balancer.id();
        }
        String plain = pool.replaceAll("[^A-Za-z0-9._-]+", "_");
        return balancer.id() + "." + plain
                + (plain.equals(pool) ? "" : "." + List.copyOf(pools.keySet()).indexOf(pool));
    }
}
