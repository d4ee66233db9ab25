package roundhouse.topology.nodes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.RequestKind;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Range;

/** Reads one node. A further kind is one case here, one in {@link NodeWriter} and one in the schema. */
public final class NodeReader {
    private static final List<String> KINDS = List.of("clients", "load-balancer", "server");

    private NodeReader() {}

    /** The node, or null and a problem when there is no telling what it is. */
    public static @Nullable Node read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, "a node");
        if (fields == null || fields.required("kind", "a node", "\"server\"") == null) {
            return null;
        }
        return switch (fields.choice("kind", "kind of node", KINDS)) {
            case "clients" -> clients(fields);
            case "load-balancer" -> loadBalancer(fields);
            case "server" -> server(fields);
            case null, default -> null;
        };
    }

    private static Clients clients(Fields fields) {
        String what = "a clients node";
        fields.knowing(
                what,
                "id",
                "kind",
                "label",
                "arrivals",
                "users",
                "addresses",
                "region",
                "regions",
                "keys",
                "reads",
                "requests",
                "connection",
                "tls",
                "session-requests",
                "timeout",
                "retries",
                "hedge");
        fields.required("arrivals", what, "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }");
        ClientsDraft clients = new ClientsDraft(id(fields, what), ValueReader.arrivals(fields, "arrivals"));
        clients.label = fields.text("label");
        clients.users = fields.whole("users", clients.users, Range.USERS);
        clients.addresses = fields.text("addresses", clients.addresses);
        clients.regions = regions(fields);
        clients.keys = ValueReader.keys(fields, "keys", clients.keys);
        clients.reads = fields.number("reads", clients.reads, Range.PART);
        clients.requests = requests(fields);
        clients.connection = ValueReader.connection(fields, "connection");
        clients.tls = fields.flag("tls");
        clients.sessionRequests = fields.whole("session-requests", clients.sessionRequests, Range.SESSION_REQUESTS);
        clients.timeout = fields.duration("timeout");
        clients.retries = PolicyReader.retries(fields, "retries");
        clients.hedge = PolicyReader.hedge(fields, "hedge");
        return clients.build();
    }

    private static Map<String, Double> regions(Fields fields) {
        Map<String, Double> regions = new LinkedHashMap<>();
        String only = fields.text("region");
        if (only != null) {
            if (fields.has("regions")) {
                fields.wrong("regions", "both \"region\" and \"regions\"; write one of them");
            }
            regions.put(only, 1.0);
            return regions;
        }
        fields.entries("regions").forEach((name, value) -> {
            double share = value instanceof Json.Num number ? Double.parseDouble(number.literal()) : Double.NaN;
            if (Range.SHARE.allows(share)) {
                regions.put(name, share + 0.0);
            } else {
                fields.problems()
                        .add(
                                Json.step(fields.pointer("regions"), name),
                                value.line(),
                                "the share of " + Json.quoted(name) + " is " + Json.shown(value) + "; "
                                        + Range.SHARE.allowed() + " is allowed");
            }
        });
        return regions;
    }

    private static List<Clients.KindShare> requests(Fields fields) {
        List<Clients.KindShare> requests = new ArrayList<>();
        List<Json> items = fields.list("requests");
        for (int i = 0; i < items.size(); i++) {
            Fields kind = Fields.of(
                    items.get(i), Json.step(fields.pointer("requests"), i), fields.problems(), "a kind of request");
            if (kind != null) {
                kind.knowing("a kind of request", "share", "path", "headers", "cookies");
                Map<String, String> headers = new LinkedHashMap<>();
                kind.texts("headers").forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
                requests.add(new Clients.KindShare(
                        kind.number("share", 1, Range.SHARE),
                        new RequestKind(kind.text("path", "/"), headers, kind.texts("cookies"))));
            }
        }
        return requests;
    }

    private static LoadBalancer loadBalancer(Fields fields) {
        String what = "a load balancer";
        List<String> known = new ArrayList<>(List.of(
                "id",
                "kind",
                "label",
                "layer",
                "algorithm",
                "cores",
                "cost",
                "sticky",
                "rules",
                "tls",
                "region",
                "zone"));
        known.addAll(HealthReader.KEYS);
        known.addAll(List.of("pass-on", "failover"));
        fields.knowing(what, known);
        BalancerDraft balancer = new BalancerDraft(id(fields, what));
        balancer.label = fields.text("label");
        balancer.layer = layer(fields);
        Balancing balancing = ValueReader.balancing(fields, "algorithm");
        if (balancing != null) {
            balancer.balancing = balancing;
        }
        balancer.cores = fields.whole("cores", balancer.cores, Range.CORES);
        balancer.cost = fields.duration("cost", LoadBalancer.defaultCost(balancer.layer));
        balancer.sticky = PolicyReader.sticky(fields, "sticky");
        balancer.rules = rules(fields);
        balancer.tls = ValueReader.tls(fields, "tls");
        balancer.region = fields.text("region");
        balancer.zone = fields.text("zone");
        balancer.health = HealthReader.read(fields);
        balancer.passOn = PolicyReader.passOn(fields, "pass-on");
        balancer.failover = PolicyReader.failover(fields, "failover");
        return balancer.build();
    }

    private static int layer(Fields fields) {
        return switch (fields.get("layer")) {
            case null -> Defaults.LAYER;
            case Json.Num(int _, String literal) when literal.equals("4") -> 4;
            case Json.Num(int _, String literal) when literal.equals("7") -> 7;
            case Json value -> {
                fields.wrong("layer", "layer is " + Json.shown(value) + "; 4 (connections) or 7 (requests) is allowed");
                yield Defaults.LAYER;
            }
        };
    }

    private static List<Rule> rules(Fields fields) {
        List<Rule> rules = new ArrayList<>();
        List<Json> items = fields.list("rules");
        for (int i = 0; i < items.size(); i++) {
            Fields rule = Fields.of(items.get(i), Json.step(fields.pointer("rules"), i), fields.problems(), "a rule");
            if (rule != null) {
                rules.add(rule(rule));
            }
        }
        return rules;
    }

    private static Rule rule(Fields rule) {
        String pool = rule.name("pool", "a rule", "\"api\"");
        if (rule.has("header")) {
            rule.knowing("a header rule", "header", "value", "pool");
            return new Rule.Header(rule.text("header", ""), rule.name("value", "a header rule", "\"gold\""), pool);
        }
        if (rule.has("cookie")) {
            rule.knowing("a cookie rule", "cookie", "value", "pool");
            return new Rule.Cookie(rule.text("cookie", ""), rule.name("value", "a cookie rule", "\"1\""), pool);
        }
        rule.knowing("a path rule", "path", "pool");
        return new Rule.Path(rule.name("path", "a rule", "\"/api/*\" (or a \"header\" or \"cookie\")"), pool);
    }

    private static Server server(Fields fields) {
        String what = "a server";
        fields.knowing(
                what,
                "id",
                "kind",
                "label",
                "cores",
                "service",
                "queue",
                "connections",
                "tls-handshake",
                "region",
                "zone",
                "cold-start",
                "state");
        fields.required("service", what, "\"3ms\" or { \"type\": \"exponential\", \"mean\": \"3ms\" }");
        ServerDraft server =
                new ServerDraft(id(fields, what), ValueReader.distribution(fields, "service", Defaults.LATENCY));
        server.label = fields.text("label");
        server.cores = fields.whole("cores", server.cores, Range.CORES);
        server.queue = fields.wholeOr("unbounded", "queue", server.queue, Range.QUEUE);
        server.connections = fields.wholeOr("unlimited", "connections", server.connections, Range.CONNECTIONS);
        server.handshake = fields.duration("tls-handshake", server.handshake);
        server.region = fields.text("region");
        server.zone = fields.text("zone");
        server.coldStart = PolicyReader.coldStart(fields, "cold-start");
        server.state = PolicyReader.state(fields, "state");
        return server.build();
    }

    private static String id(Fields fields, String what) {
        return fields.name("id", what, "\"s1\"");
    }
}
