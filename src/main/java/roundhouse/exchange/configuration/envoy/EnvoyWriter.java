package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.routing.PathPattern;
import roundhouse.routing.RequestRules;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.types.Types;

/** Writes one load balancer: a listener, and a cluster for each of its pools. */
final class EnvoyWriter {
    private static final String FILTERS = "envoy.extensions.filters.";

    private final LoadBalancer balancer;
    private final Topology topology;
    private final Addresses addresses;
    private final EnvoyMethod method;
    private final Map<String, List<Link>> pools = new LinkedHashMap<>();

    EnvoyWriter(LoadBalancer balancer, Topology topology, Addresses addresses) {
        this.balancer = balancer;
        this.topology = topology;
        this.addresses = addresses;
        method = EnvoyMethod.of(balancer.balancing());
        pools.put(Link.DEFAULT_POOL, new ArrayList<>());
        for (Rule rule : balancer.layer() == 4 ? List.<Rule>of() : balancer.rules()) {
            if (canBeSaid(rule)) {
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

    void listener(EnvoyText text) {
        text.line(1, "- name: " + EnvoyText.quoted(balancer.id()));
        text.line(
                1,
                "  address: { socket_address: { address: 127.0.0.1, port_value: " + addresses.port(balancer.id())
                        + " } }");
        text.line(1, "  filter_chains:");
        if (balancer.tls().mode() == Tls.Mode.TERMINATE) {
            text.line(1, "  # a transport_socket with a certificate goes below, as it terminates TLS");
        }
        text.line(1, "  - filters:");
        if (balancer.layer() == 4) {
            text.extension(3, "envoy.filters.network.tcp_proxy", FILTERS + "network.tcp_proxy.v3.TcpProxy");
            text.line(5, "stat_prefix: " + EnvoyText.quoted(balancer.id()));
            text.line(5, "cluster: " + EnvoyText.quoted(cluster(Link.DEFAULT_POOL)));
            text.line(5, "idle_timeout: " + time(balancer.connections().idle()));
            if (!method.hashes().isEmpty()) {
                text.line(5, "hash_policy: [ { source_ip: {} } ]");
            }
            return;
        }
        text.extension(
                3,
                "envoy.filters.network.http_connection_manager",
                FILTERS + "network.http_connection_manager.v3.HttpConnectionManager");
        text.line(5, "stat_prefix: " + EnvoyText.quoted(balancer.id()));
        text.line(5, "common_http_protocol_options:");
        text.line(6, "idle_timeout: " + time(balancer.connections().idle()));
        if (balancer.connections().age() != null) {
            text.line(
                    6, "max_connection_duration: " + time(balancer.connections().age()));
        }
        if (balancer.connections().requests() != Types.UNLIMITED) {
            text.line(
                    6, "max_requests_per_connection: " + balancer.connections().requests());
        }
        text.line(5, "http_filters:");
        List<Rule> rules = rules();
        EnvoyRateWriter rates = new EnvoyRateWriter(balancer.limits(), rules);
        rates.filters(text);
        text.extension(5, "envoy.filters.http.router", FILTERS + "http.router.v3.Router");
        routes(rules, rates, text);
    }

    private static String time(@Nullable Duration time) {
        return time == null ? "0s" : EnvoyTime.format(time);
    }

    private void routes(List<Rule> rules, EnvoyRateWriter rates, EnvoyText text) {
        text.line(5, "route_config:");
        text.line(6, "virtual_hosts:");
        text.line(6, "- name: " + EnvoyText.quoted(balancer.id()));
        text.line(6, "  domains: [ \"*\" ]");
        text.line(6, "  routes:");
        for (Rule rule : rules) {
            route(match(rule), rule.pool(), text);
            rates.route(rule, text);
        }
        route("{ prefix: \"/\" }", Link.DEFAULT_POOL, text);
    }

    /** In the order in which Envoy is to ask them. */
    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(balancer.rules());
        if (balancer.ruleOrder() == RequestRules.Order.LONGEST_PREFIX) {
            rules.sort(Comparator.comparingLong(EnvoyWriter::rank));
        }
        return rules.stream().filter(EnvoyWriter::canBeSaid).toList();
    }

    /** The host before the path, an exact one before a pattern, a longer pattern before a shorter one. */
    private static long rank(Rule rule) {
        String host = rule.host();
        String path = rule.path();
        int ofHost = host == null ? 0 : host.contains("*") ? host.length() : 500;
        return -((long) ofHost << 32) - (path == null ? 0 : new PathPattern(path).rank());
    }

    private static boolean canBeSaid(Rule rule) {
        boolean host =
                rule.host() == null || EnvoyRoute.HOST.matcher(rule.host()).matches();
        boolean path = rule.path() == null
                || EnvoyRoute.PATH.matcher(rule.path().replace("*", "")).matches();
        boolean named = rule.named() == null || !String.valueOf(rule.value()).isEmpty();
        boolean header =
                rule.header() == null || EnvoyRoute.NAME.matcher(rule.header()).matches();
        boolean query = rule.query() == null || !rule.query().isEmpty();
        return rule.cookie() == null && host && path && named && header && query && !"/*".equals(rule.path());
    }

    private static String match(Rule rule) {
        String path = rule.path();
        StringBuilder match =
                new StringBuilder("{ ").append(path == null ? "prefix: \"/\"" : path(new PathPattern(path)));
        List<String> headers = new ArrayList<>();
        String host = rule.host();
        if (host != null) {
            headers.add(
                    host.startsWith("*.")
                            ? header(":authority", "suffix", host.substring(1))
                            : host.endsWith(".*")
                                    ? header(":authority", "prefix", host.substring(0, host.length() - 1))
                                    : header(":authority", "exact", host));
        }
        if (rule.method() != null) {
            headers.add(header(":method", "exact", rule.method()));
        }
        String value = String.valueOf(rule.value());
        if (rule.header() != null) {
            headers.add(header(rule.header(), "exact", value));
        }
        if (!headers.isEmpty()) {
            match.append(", headers: [ ").append(String.join(", ", headers)).append(" ]");
        }
        if (rule.query() != null) {
            match.append(", query_parameters: [ ")
                    .append(header(rule.query(), "exact", value))
                    .append(" ]");
        }
        return match.append(" }").toString();
    }

    private static String path(PathPattern path) {
        return path.isExact()
                ? "path: " + EnvoyText.quoted(path.text())
                : path.isPrefix()
                        ? "prefix: " + EnvoyText.quoted(path.beginning())
                        : "safe_regex: { regex: "
                                + EnvoyText.quoted(literal(path.beginning()) + ".*" + literal(path.end())) + " }";
    }

    /** As an expression that means the text alone. */
    private static String literal(String text) {
        return text.replaceAll("[^A-Za-z0-9/_-]", "\\\\$0");
    }

    private static String header(String name, String how, String value) {
        return "{ name: " + EnvoyText.quoted(name) + ", string_match: { " + how + ": " + EnvoyText.quoted(value)
                + " } }";
    }

    private void route(String match, String pool, EnvoyText text) {
        text.line(7, "- match: " + match);
        text.line(7, "  route:");
        text.line(9, "cluster: " + EnvoyText.quoted(cluster(pool)));
        text.line(9, "timeout: " + time(balancer.timeouts().request()));
        FailoverPolicy passOn = balancer.passOn();
        if (passOn.attempts() > 1 || passOn.timeout() != null) {
            text.line(9, "retry_policy:");
            text.line(10, "retry_on: " + EnvoyText.quoted(EnvoyRoute.words(passOn.on())));
            text.line(10, "num_retries: " + (passOn.attempts() - 1));
            if (passOn.timeout() != null) {
                text.line(10, "per_try_timeout: " + time(passOn.timeout()));
            }
            if (passOn.attempts() > 1 && passOn.next() == FailoverPolicy.Next.OTHER) {
                text.line(10, "retry_host_predicate:");
                text.extension(
                        10,
                        "envoy.retry_host_predicates.previous_hosts",
                        "envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate");
                text.line(10, "host_selection_retry_max_attempts: 10");
            }
        }
        if (!method.hashes().isEmpty()) {
            text.line(9, "hash_policy: [ { " + method.hashes() + " } ]");
        }
    }

    void clusters(EnvoyText text) {
        pools.forEach((pool, links) ->
                new EnvoyClusterWriter(balancer, topology, addresses, method).write(cluster(pool), pool, links, text));
    }

    private String cluster(String pool) {
        return pool.equals(Link.DEFAULT_POOL) ? balancer.id() : balancer.id() + "." + pool;
    }
}
