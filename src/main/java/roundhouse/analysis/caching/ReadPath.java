package roundhouse.analysis.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.parts.Distribution;

/** The caches that a read asks one after the other, and the store behind them, with the time that each adds where nobody waits. */
final class ReadPath {
    /**
     * Where a read can end.
     *
     * @param ids of the nodes that are alike there
     * @param seconds mean time that it adds, ways there and back too
     */
    record Tier(Set<String> ids, double seconds) {}

    private final Topology topology;
    private final List<Tier> tiers = new ArrayList<>();
    /** What has been added since the last tier, seconds. */
    private double since;

    private String problem = "";

    private ReadPath(Topology topology) {
        this.topology = topology;
    }

    static ReadPath of(Topology topology) {
        ReadPath path = new ReadPath(topology);
        List<Clients> clients = topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .map(Clients.class::cast)
                .toList();
        if (clients.size() == 1) {
            path.begin(clients.getFirst());
        } else {
            path.problem = "several clients read over ways of their own";
        }
        return path;
    }

    /** In the order in which they are asked; the last one is the store. */
    List<Tier> tiers() {
        return tiers;
    }

    /** Why there is no such way, in words that follow "because"; empty where there is. */
    String problem() {
        return problem;
    }

    private void begin(Clients clients) {
        if (!clients.regions().isEmpty()) {
            problem = "clients are in several places";
        } else if (clients.tls()) {
            problem = "connections are opened with TLS besides";
        } else {
            cache(List.of(clients), clients.cache());
            onward(List.of(clients));
        }
    }

    /** Over links from all of these nodes, which are alike. */
    private void onward(List<? extends Node> from) {
        if (!problem.isEmpty()) {
            return;
        }
        Node first = from.getFirst();
        List<Link> links = topology.links().stream()
                .filter(link -> !link.isHeartbeat() && link.from().equals(first.id()))
                .toList();
        List<Node> next = links.stream()
                .flatMap(link -> topology.node(link.to()).stream())
                .toList();
        if (next.isEmpty()
                || !alike(next)
                || links.stream().map(Link::latency).distinct().count() > 1) {
            problem = "ways from " + first.id() + " are not alike";
            return;
        }
        since += 2 * seconds(links.getFirst().latency());
        switch (next.getFirst()) {
            case Cdn cdn -> {
                cache(next, cdn.cache());
                onward(next);
            }
            case LoadBalancer balancer -> {
                since += balancer.cost().toNanos() / 1e9;
                cache(next, balancer.cache());
                onward(next);
            }
            case Server server -> server(next, server);
            default -> problem = next.getFirst().id() + " takes requests in a way of its own";
        }
    }

    /** Whether they are the same but for their names and ids. */
    private static boolean alike(List<Node> nodes) {
        return nodes.stream()
                        .map(node -> node.renamed("any").labelled(null))
                        .distinct()
                        .count()
                == 1;
    }

    private void server(List<Node> servers, Server server) {
        since += seconds(server.service());
        cache(servers, server.cache());
        DataSettings data = server.data();
        if (data == null || !server.calls().isEmpty()) {
            problem = server.id() + (data == null ? " has no data" : " calls others");
        } else if (data.leases() || data.versions() != null) {
            problem = server.id() + " asks for " + (data.leases() ? "leases" : "versions") + " besides";
        } else {
            keepers(server, data);
        }
    }

    private void keepers(Server server, DataSettings data) {
        double fill = 0;
        @Nullable String store = data.store();
        String reader = server.id();
        if (!data.cache().isEmpty()) {
            List<Node> caches = data.cache().stream()
                    .flatMap(id -> topology.node(id).stream())
                    .toList();
            if (!alike(caches) || !(caches.getFirst() instanceof CacheNode shared)) {
                problem = "the caches of " + server.id() + " are not alike";
                return;
            }
            double there = 2 * way(reader, shared.id());
            since += there;
            cache(caches, shared.cache());
            if (data.cachesDoIt()) {
                store = shared.backing();
                reader = shared.id();
            } else {
                fill = there + seconds(shared.cache().hitTime());
            }
        }
        if (store == null || !(topology.node(store).orElse(null) instanceof Database database)) {
            problem = reader + " has no store";
        } else if (database.cache() != null) {
            problem = "reads of " + store + " take less where its own cache has them";
        } else {
            since += 2 * way(reader, store) + seconds(database.read()) + fill;
            tiers.add(new Tier(Set.of(store), since));
        }
    }

    private double way(String from, String to) {
        return topology.link(from, to).map(link -> seconds(link.latency())).orElse(Double.NaN);
    }

    private void cache(List<? extends Node> nodes, @Nullable CacheSettings cache) {
        if (cache == null) {
            return;
        }
        if (cache.coalesce() != Coalescing.Scope.NONE) {
            problem = "who waits for the fetch of another waits less than a whole one";
        }
        Set<String> ids = new TreeSet<>();
        nodes.forEach(node -> ids.addAll(Members.of(node)));
        tiers.add(new Tier(ids, since + seconds(cache.hitTime())));
        since = 0;
    }

    private static double seconds(Distribution distribution) {
        return distribution.mean().toNanos() / 1e9;
    }
}
