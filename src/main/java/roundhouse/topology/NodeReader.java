package roundhouse.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Algorithm;
import roundhouse.routing.RequestKind;

/** Reads one node. A further kind is one case here, one in {@link NodeWriter} and one in the schema. */
final class NodeReader {
    private static final List<String> KINDS = List.of("clients", "load-balancer", "server");

    private NodeReader() {}

    /** The node, or null and a problem when there is no telling what it is. */
    static @Nullable Node read(Json value, String pointer, Problems problems) {
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

    private static Node.Clients clients(Fields fields) {
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
        return new Node.Clients(
                id(fields, what),
                fields.text("label"),
                ValueReader.arrivals(fields, "arrivals"),
                fields.whole("users", Defaults.USERS, Limit.USERS),
                fields.text("addresses", Defaults.ADDRESSES),
                regions(fields),
                ValueReader.keys(fields, "keys", Defaults.KEYS),
                fields.number("reads", 1, Limit.PART),
                requests(fields),
                ValueReader.connection(fields, "connection"),
                fields.flag("tls"),
                fields.whole("session-requests", 0, Limit.SESSION_REQUESTS),
                fields.duration("timeout"),
                PolicyReader.retries(fields, "retries"),
                PolicyReader.hedge(fields, "hedge"));
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
            if (Limit.SHARE.allows(share)) {
                regions.put(name, share + 0.0);
            } else {
                fields.problems()
                        .add(
                                Json.step(fields.pointer("regions"), name),
                                value.line(),
                                "the share of " + Json.quoted(name) + " is " + Json.shown(value) + "; "
                                        + Limit.SHARE.allowed() + " is allowed");
            }
        });
        return regions;
    }

    private static List<Node.Clients.KindShare> requests(Fields fields) {
        List<Node.Clients.KindShare> requests = new ArrayList<>();
        List<Json> items = fields.list("requests");
        for (int i = 0; i < items.size(); i++) {
            Fields kind = Fields.of(
                    items.get(i), Json.step(fields.pointer("requests"), i), fields.problems(), "a kind of request");
            if (kind != null) {
                kind.knowing("a kind of request", "share", "path", "headers", "cookies");
                Map<String, String> headers = new LinkedHashMap<>();
                kind.texts("headers").forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
                requests.add(new Node.Clients.KindShare(
                        kind.number("share", 1, Limit.SHARE),
                        new RequestKind(kind.text("path", "/"), headers, kind.texts("cookies"))));
            }
        }
        return requests;
    }

    private static Node.LoadBalancer loadBalancer(Fields fields) {
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
        int layer = layer(fields);
        Balancing balancing = ValueReader.balancing(fields, "algorithm");
        return new Node.LoadBalancer(
                id(fields, what),
                fields.text("label"),
                layer,
                balancing == null ? Balancing.of(Algorithm.ROUND_ROBIN) : balancing,
                fields.whole("cores", Defaults.BALANCER_CORES, Limit.CORES),
                fields.duration("cost", Node.LoadBalancer.defaultCost(layer)),
                PolicyReader.sticky(fields, "sticky"),
                rules(fields),
                ValueReader.tls(fields, "tls"),
                fields.text("region"),
                fields.text("zone"),
                HealthReader.read(fields),
                PolicyReader.passOn(fields, "pass-on"),
                PolicyReader.failover(fields, "failover"));
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

    private static Node.Server server(Fields fields) {
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
        return new Node.Server(
                id(fields, what),
                fields.text("label"),
                fields.whole("cores", Defaults.SERVER_CORES, Limit.CORES),
                ValueReader.distribution(fields, "service", Defaults.LATENCY),
                fields.wholeOr("unbounded", "queue", Defaults.QUEUE, Limit.QUEUE),
                fields.wholeOr("unlimited", "connections", Defaults.UNLIMITED, Limit.CONNECTIONS),
                fields.duration("tls-handshake", Tls.DEFAULT_HANDSHAKE),
                fields.text("region"),
                fields.text("zone"),
                PolicyReader.coldStart(fields, "cold-start"),
                PolicyReader.state(fields, "state"));
    }

    private static String id(Fields fields, String what) {
        return fields.name("id", what, "\"s1\"");
    }
}
