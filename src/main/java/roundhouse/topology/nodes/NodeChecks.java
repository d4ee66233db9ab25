package roundhouse.topology.nodes;

import java.util.List;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units;

/** Checks what one node says of itself. */
public final class NodeChecks {
    private NodeChecks() {}

    public static void check(Node node, String pointer, Problems problems) {
        Checks checks =
                new Checks(pointer, node.id().isEmpty() ? "a node" : Json.shown(new Json.Text(0, node.id())), problems);
        if (!Names.isId(node.id())) {
            new Checks(pointer, "a node", problems)
                    .wrong(
                            "id",
                            "id is " + Json.quoted(node.id())
                                    + "; 1 to 64 letters, digits, '.', '_' and '-' are allowed");
            return;
        }
        checks.label(node.label());
        switch (node) {
            case Clients clients -> clients(clients, checks);
            case LoadBalancer balancer -> balancer(balancer, checks);
            case Server server -> server(server, checks);
        }
    }

    private static void clients(Clients clients, Checks checks) {
        arrivals(clients.arrivals(), checks);
        checks.number("users", clients.users(), Range.USERS);
        checks.network("addresses", clients.addresses());
        clients.regions().keySet().forEach(region -> checks.name("regions", region));
        checks.shares("regions", List.copyOf(clients.regions().values()));
        keys(clients.keys(), checks.in("keys"));
        checks.number("reads", clients.reads(), Range.PART);
        checks.shares(
                "requests",
                clients.requests().stream().map(Clients.KindShare::share).toList());
        for (int i = 0; i < clients.requests().size(); i++) {
            request(clients.requests().get(i), checks.in("requests/" + i));
        }
        if (clients.connection() instanceof Connection.KeepAlive kept) {
            Checks its = checks.in("connection");
            its.count("requests", kept.requests(), Range.CONNECTIONS);
            its.positive("idle", kept.idle());
        }
        checks.number("session-requests", clients.sessionRequests(), Range.SESSION_REQUESTS);
        if (clients.timeout() != null) {
            checks.positive("timeout", clients.timeout());
        }
        PolicyChecks.retries(clients.retries(), checks.in("retries"));
        if (clients.hedge() != null) {
            PolicyChecks.hedge(clients.hedge(), checks.in("hedge"));
        }
    }

    private static void arrivals(Arrivals arrivals, Checks node) {
        Checks checks = node.in("arrivals");
        switch (arrivals) {
            case Arrivals.Poisson poisson -> checks.rate("rate", poisson.rate());
            case Arrivals.Constant constant -> checks.rate("rate", constant.rate());
            case Arrivals.Bursty bursty -> {
                checks.rate("rate", bursty.rate());
                checks.positive("on", bursty.on());
                checks.duration("off", bursty.off());
            }
            case Arrivals.Curve curve -> curve(curve, checks);
            case Arrivals.Closed closed -> checks.distribution("think", closed.think());
        }
    }

    private static void curve(Arrivals.Curve curve, Checks checks) {
        if (curve.points().isEmpty()) {
            checks.wrong("points", "the curve has no points; at least one is needed");
        }
        for (int i = 0; i < curve.points().size(); i++) {
            Arrivals.Curve.Point point = curve.points().get(i);
            Checks its = checks.in("points/" + i);
            its.duration("at", point.at());
            its.rate("rate", point.rate());
            if (i > 0 && point.at().compareTo(curve.points().get(i - 1).at()) < 0) {
                its.wrong(
                        "",
                        "the point at " + Units.format(point.at()) + " comes after the one at "
                                + Units.format(curve.points().get(i - 1).at()) + "; points are in the order of time");
            }
        }
    }

    private static void keys(KeyDistribution keys, Checks checks) {
        checks.number("count", keys.count(), Range.KEYS);
        switch (keys) {
            case KeyDistribution.Uniform _ -> {}
            case KeyDistribution.Zipf zipf -> checks.number("exponent", zipf.exponent(), Range.EXPONENT);
            case KeyDistribution.Hot hot -> checks.number("share", hot.share(), Range.PART);
        }
    }

    private static void request(Clients.KindShare request, Checks checks) {
        String path = request.kind().path();
        if (!path.startsWith("/")) {
            checks.wrong("path", "path is " + Json.quoted(path) + "; a path begins with /");
        } else {
            checks.line("path", path);
        }
        checks.headers("headers", request.kind().headers());
        checks.cookies("cookies", request.kind().cookies());
    }

    private static void balancer(LoadBalancer balancer, Checks checks) {
        if (balancer.layer() != 4 && balancer.layer() != 7) {
            checks.wrong("layer", "layer is " + balancer.layer() + "; 4 (connections) or 7 (requests) is allowed");
        }
        BalancingChecks.check(balancer.balancing(), balancer.layer(), checks);
        checks.number("cores", balancer.cores(), Range.CORES);
        checks.duration("cost", balancer.cost());
        checks.duration("tls", balancer.tls().handshake());
        PolicyChecks.sticky(balancer.sticky(), balancer.layer(), checks);
        HealthChecks.check(balancer.health(), checks);
        PolicyChecks.passOn(balancer.passOn(), checks.in("pass-on"));
        PolicyChecks.failover(balancer.failover(), checks.in("failover"));
        if (balancer.layer() == 4 && !balancer.rules().isEmpty()) {
            checks.wrong(
                    "rules",
                    "rules need layer 7; a layer-4 balancer sees addresses and ports only, not paths, headers or cookies");
        }
        for (int i = 0; i < balancer.rules().size(); i++) {
            rule(balancer.rules().get(i), checks.in("rules/" + i));
        }
        checks.name("region", balancer.region());
        checks.name("zone", balancer.zone());
    }

    private static void rule(Rule rule, Checks checks) {
        checks.name("pool", rule.pool());
        switch (rule) {
            case Rule.Path(String pattern, String _) -> {
                int star = pattern.indexOf('*');
                if (!pattern.startsWith("/") || (star >= 0 && star != pattern.length() - 1)) {
                    checks.wrong(
                            "path",
                            "path is " + Json.quoted(pattern)
                                    + "; a pattern begins with / and may end with *, like \"/api/*\"");
                } else {
                    checks.line("path", pattern);
                }
            }
            case Rule.Header header -> {
                if (header.name().isBlank()) {
                    checks.wrong("header", "the header's name is empty");
                }
                checks.line("header", header.name());
                checks.line("value", header.value());
            }
            case Rule.Cookie cookie -> {
                if (cookie.name().isBlank()) {
                    checks.wrong("cookie", "the cookie's name is empty");
                }
                checks.line("cookie", cookie.name());
                checks.line("value", cookie.value());
            }
        }
    }

    private static void server(Server server, Checks checks) {
        checks.number("cores", server.cores(), Range.CORES);
        checks.distribution("service", server.service());
        checks.count("queue", server.queue(), Range.QUEUE);
        checks.count("connections", server.connections(), Range.CONNECTIONS);
        checks.duration("tls-handshake", server.handshake());
        checks.name("region", server.region());
        checks.name("zone", server.zone());
        if (server.coldStart() != null) {
            PolicyChecks.coldStart(server.coldStart(), checks.in("cold-start"));
        }
        if (server.state() != null) {
            PolicyChecks.state(server.state(), checks.in("state"));
        }
    }
}
