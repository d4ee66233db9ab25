package roundhouse.topology.nodes;

import java.util.List;
import java.util.Map;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** Writes one node; the mirror of {@link NodeReader}. */
public final class NodeWriter {
    private NodeWriter() {}

    public static Json json(Node node) {
        return switch (node) {
            case Clients clients -> clients(clients);
            case LoadBalancer balancer -> loadBalancer(balancer);
            case Server server -> server(server);
        };
    }

    private static JsonBuilder node(Node node, String kind) {
        return new JsonBuilder().put("id", node.id()).put("kind", kind).optional("label", node.label());
    }

    private static Json clients(Clients clients) {
        JsonBuilder json = node(clients, "clients")
                .put("arrivals", ValueWriter.arrivals(clients.arrivals()))
                .unless(Defaults.USERS, "users", clients.users())
                .unless(Defaults.ADDRESSES, "addresses", clients.addresses(), JsonBuilder.text(clients.addresses()));
        regions(json, clients.regions());
        json.unless(Defaults.KEYS, "keys", clients.keys(), ValueWriter.keys(clients.keys()))
                .unless(1, "reads", clients.reads())
                .unless(List.of(), "requests", clients.requests(), requests(clients.requests()))
                .unless(
                        Defaults.CONNECTION,
                        "connection",
                        clients.connection(),
                        ValueWriter.connection(clients.connection()))
                .flag("tls", clients.tls())
                .unless(0, "session-requests", clients.sessionRequests());
        if (clients.timeout() != null) {
            json.put("timeout", clients.timeout());
        }
        json.unless(Retries.NONE, "retries", clients.retries(), PolicyWriter.retries(clients.retries()));
        if (clients.hedge() != null) {
            json.put("hedge", PolicyWriter.hedge(clients.hedge()));
        }
        return json.build();
    }

    private static void regions(JsonBuilder json, Map<String, Double> regions) {
        if (regions.size() == 1 && regions.values().iterator().next() == 1) {
            json.put("region", regions.keySet().iterator().next());
        } else if (!regions.isEmpty()) {
            JsonBuilder shares = new JsonBuilder();
            regions.forEach((name, share) -> shares.put(name, share));
            json.put("regions", shares.build());
        }
    }

    private static Json requests(List<Clients.KindShare> requests) {
        return JsonBuilder.array(requests.stream()
                .map(request -> new JsonBuilder()
                        .unless(1, "share", request.share())
                        .put("path", request.kind().path())
                        .texts("headers", request.kind().headers())
                        .texts("cookies", request.kind().cookies())
                        .build())
                .toList());
    }

    private static Json loadBalancer(LoadBalancer balancer) {
        JsonBuilder json = node(balancer, "load-balancer")
                .put("layer", balancer.layer())
                .put("algorithm", ValueWriter.balancing(balancer.balancing()))
                .unless(Defaults.BALANCER_CORES, "cores", balancer.cores())
                .unless(LoadBalancer.defaultCost(balancer.layer()), "cost", balancer.cost())
                .unless(Sticky.OFF, "sticky", balancer.sticky(), PolicyWriter.sticky(balancer.sticky()))
                .unless(
                        List.of(),
                        "rules",
                        balancer.rules(),
                        JsonBuilder.array(
                                balancer.rules().stream().map(ValueWriter::rule).toList()))
                .unless(Tls.PASS_THROUGH, "tls", balancer.tls(), ValueWriter.tls(balancer.tls()))
                .optional("region", balancer.region())
                .optional("zone", balancer.zone());
        HealthWriter.put(json, balancer.health());
        return json.unless(FailoverPolicy.NEVER, "pass-on", balancer.passOn(), PolicyWriter.passOn(balancer.passOn()))
                .unless(VrrpSettings.DEFAULT, "failover", balancer.failover(), PolicyWriter.failover(balancer.failover()))
                .build();
    }

    private static Json server(Server server) {
        JsonBuilder json = node(server, "server")
                .unless(Defaults.SERVER_CORES, "cores", server.cores())
                .put("service", ValueWriter.distribution(server.service()))
                .unless(Defaults.QUEUE, "queue", server.queue(), "unbounded")
                .unless(Defaults.UNLIMITED, "connections", server.connections(), "unlimited")
                .unless(Tls.DEFAULT_HANDSHAKE, "tls-handshake", server.handshake())
                .optional("region", server.region())
                .optional("zone", server.zone());
        if (server.coldStart() != null) {
            json.put("cold-start", PolicyWriter.coldStart(server.coldStart()));
        }
        if (server.state() != null) {
            json.put("state", PolicyWriter.state(server.state()));
        }
        return json.build();
    }

    public static Json link(Link link) {
        JsonBuilder json = new JsonBuilder()
                .put("from", link.from())
                .put("to", link.to())
                .put("latency", ValueWriter.distribution(link.latency()))
                .unless(1, "weight", link.weight())
                .flag("backup", link.backup())
                .flag("down", link.down())
                .unless(Defaults.UNLIMITED, "limit", link.limit(), "unlimited")
                .unless(Link.DEFAULT_POOL, "pool", link.pool(), JsonBuilder.text(link.pool()));
        if (link.heartbeat() != null) {
            json.put("heartbeat", PolicyWriter.heartbeat(link.heartbeat()));
        }
        return json.build();
    }
}
