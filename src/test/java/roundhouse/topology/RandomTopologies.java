package roundhouse.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.stores.Store;
import roundhouse.topology.types.Types;

/** Valid topologies that use everything the format knows, one for each seed. */
public final class RandomTopologies {
    private final RandomValues values;
    private final SplittableRandom random;
    private final RandomNodes parts;
    private final RandomBalancers balancers;
    private final RandomScenarios scenarios;
    private @Nullable String zone;

    private RandomTopologies(long seed) {
        values = new RandomValues(seed);
        random = values.random;
        parts = new RandomNodes(values);
        balancers = new RandomBalancers(values);
        scenarios = new RandomScenarios(values, parts);
    }

    public static Topology of(long seed) {
        return new RandomTopologies(seed).topology();
    }

    /** What {@link #data} makes. */
    private final List<Store> stores = new ArrayList<>();

    private Topology topology() {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        int balancerCount = random.nextInt(1, 4);
        int servers = random.nextInt(1, 6);
        int clients = random.nextInt(1, 4);
        for (int i = 0; i < clients; i++) {
            nodes.add(parts.clients("users-" + i));
            if (random.nextInt(5) > 0) {
                links.add(
                        parts.link("users-" + i, random.nextBoolean() ? "lb." + random.nextInt(balancerCount) : "s0"));
            }
        }
        for (int i = 0; i < balancerCount; i++) {
            nodes.add(balancers.balancer("lb." + i));
            for (int j = i + 1; j < balancerCount; j++) {
                if (random.nextBoolean()) {
                    links.add(parts.link("lb." + i, "lb." + j));
                }
            }
            for (int j = 0; j < servers; j++) {
                if (random.nextInt(3) > 0) {
                    links.add(parts.link("lb." + i, "s" + j));
                }
            }
        }
        for (int i = 0; i < servers; i++) {
            nodes.add(parts.server("s" + i));
        }
        if (random.nextBoolean()) {
            pair(nodes, links);
        }
        if (random.nextBoolean()) {
            data(nodes, links);
        }
        if (random.nextBoolean()) {
            names(nodes, links, balancerCount);
        }
        Map<String, Position> layout = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (random.nextInt(8) > 0) {
                layout.put(node.id(), new Position(random.nextInt(-500, 2_000), random.nextInt(-1_000, 9_000) / 4.0));
            }
        }
        Duration warmUp = values.maybe(values::duration, Duration.ZERO);
        return new Topology(
                values.text(),
                values.maybe(() -> "Two lines:\n\tone \"quoted\", a \\ and an é.", ""),
                random.nextLong(),
                values.maybe(values::positive, Topology.DEFAULT_DURATION),
                warmUp,
                values.maybe(
                        () -> Map.of("eu", new Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180))),
                        Map.of()),
                nodes,
                stores,
                links,
                scenarios.scenario(links, stores, zone),
                values.maybe(() -> scenarios.expectations(warmUp, links), List.of()),
                layout,
                values.maybe(
                        () -> List.of(
                                new Annotation("n1", Annotation.Kind.NOTE, values.text(), -20.5, 30, 200, 80, false),
                                new Annotation("f1", Annotation.Kind.FRAME, values.text(), 0, 0, 400, 300, true)),
                        List.of()),
                values.maybe(() -> List.of(nodes.getFirst().id()), List.of()));
    }

    /** Users who ask a DNS node for one of the balancers, and have a link of their own to it or not. */
    private void names(List<Node> nodes, List<Link> links, int balancerCount) {
        nodes.add(parts.dns("dns"));
        nodes.add(parts.clients("dns-users"));
        if (random.nextBoolean()) {
            links.add(parts.link("dns-users", "lb.0"));
        }
        links.add(parts.link("dns-users", "dns"));
        for (int i = 0; i < balancerCount; i++) {
            links.add(parts.link("dns", "lb." + i));
        }
    }

    /** Caches and a database that a server uses, and a CDN before a balancer. */
    private void data(List<Node> nodes, List<Link> links) {
        RandomCaches caches = new RandomCaches(values);
        nodes.add(caches.database("db"));
        nodes.add(caches.node("cache-1", "db"));
        nodes.add(caches.node("cache-2", null));
        nodes.replaceAll(node -> node instanceof Server server && server.id().equals("s0")
                ? server.with(Server.DATA, caches.data("cache-1", "cache-2", "db"))
                        .with(Server.CACHE, values.maybe(caches::cache, null))
                : node);
        links.add(parts.link("cache-1", "db"));
        for (String keeper : List.of("cache-1", "cache-2", "db")) {
            links.add(parts.link("s0", keeper));
        }
        List<String> members = List.of("m-1", "m-2", "m-3");
        for (String member : members) {
            nodes.add(caches.database(member).with(Database.CACHE, null));
            links.add(parts.link("s0", member));
        }
        links.add(parts.link("m-1", "m-2"));
        stores.add(new RandomStores(values).store("orders", members));
        nodes.add(caches.cdn("cdn"));
        links.add(parts.link("cdn", "lb.0"));
    }

    /** Two balancers that share an address, clients of both, and an outage of a zone that is there. */
    private void pair(List<Node> nodes, List<Link> links) {
        LoadBalancer one = (LoadBalancer) balancers.balancer("pair-1");
        nodes.add(one);
        nodes.add(balancers.balancer("pair-2"));
        nodes.add(parts.clients("pair-users"));
        Distribution latency = values.distribution();
        links.add(parts.link("pair-users", "pair-1"));
        links.add(parts.link("pair-users", "pair-2"));
        links.add(new Link(
                "pair-1",
                "pair-2",
                latency,
                Types.UNLIMITED,
                1,
                false,
                false,
                Types.UNLIMITED,
                Link.DEFAULT_POOL,
                null,
                null,
                null,
                values.maybe(
                        () -> new Heartbeat(values.positive().plusMillis(1), random.nextInt(1, 9)),
                        Heartbeat.DEFAULT)));
        zone = one.zone() == null ? one.region() : one.zone();
    }
}
