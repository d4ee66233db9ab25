package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.waiting.ConnectionLimits;

/** What a listener with its filters and routes says. */
final class EnvoyListener {
    private static final Duration USUAL_IDLE = Duration.ofHours(1);

    final Yaml yaml;
    final String address;
    /** Their pools are names of clusters. */
    final List<Rule> rules = new ArrayList<>();

    /** Weights of clusters, by the name of a pool that is split among them by chance. */
    final Map<String, Map<String, Integer>> splits = new LinkedHashMap<>();

    String defaultCluster = "";
    private final YamlTold told;
    private final EnvoyRoute routes;
    private LoadBalancer balancer = LoadBalancer.of("lb");
    private final EnvoyRates rates;
    /** By the name of a cluster. */
    private final Map<String, EnvoyPassing> passing = new LinkedHashMap<>();

    EnvoyListener(Yaml yaml, YamlTold told) {
        this.yaml = yaml;
        this.told = told;
        routes = new EnvoyRoute(told);
        rates = new EnvoyRates(told);
        Yaml socket = yaml.at("address", "socket_address");
        address = local(socket.get("address").text()) + ":"
                + socket.get("port_value").text();
        told.fields(
                yaml,
                "a load balancer",
                "name",
                "address.socket_address.address",
                "address.socket_address.port_value",
                "address.socket_address.protocol",
                "filter_chains");
        List<Yaml> chains = yaml.get("filter_chains").items();
        chains.forEach(this::chain);
    }

    static String local(String address) {
        return address.equals("0.0.0.0") || address.equals("localhost") ? "127.0.0.1" : address;
    }

    LoadBalancer balancer(String id) {
        return balancer.with(LoadBalancer.ID, id);
    }

    Set<String> clusters() {
        Set<String> names = new LinkedHashSet<>();
        if (!defaultCluster.isEmpty()) {
            names.add(defaultCluster);
        }
        rules.forEach(rule -> names.add(rule.pool()));
        return names;
    }

    /** What its routes say of requests to a cluster. */
    EnvoyPassing passing(String cluster) {
        return passing.getOrDefault(cluster, EnvoyPassing.NONE);
    }

    private void chain(Yaml chain) {
        told.fields(chain, "what listens", "name", "filters", "transport_socket.name", "transport_socket.typed_config");
        if (!chain.get("transport_socket").isMissing()) {
            balancer = balancer.with(LoadBalancer.TLS, Tls.MODE.with(Tls.PASS_THROUGH, Tls.Mode.TERMINATE));
        }
        for (Yaml filter : chain.get("filters").items()) {
            told.fields(filter, "what listens", "name", "typed_config");
            Yaml config = filter.get("typed_config");
            switch (kind(filter)) {
                case "http_connection_manager" -> http(config);
                case "tcp_proxy" -> tcp(config);
                case "connection_limit" -> atOnce(config);
                default -> told.missed(filter, filter.get("name").text(), "no part of the model knows this filter");
            }
        }
    }

    /** Envoy goes by the type of a filter's settings; the name may be any. */
    private static String kind(Yaml filter) {
        String type = filter.at("typed_config", "@type").text().replaceAll(".*[./]", "");
        return type.isEmpty()
                ? filter.get("name").text().replaceAll(".*\\.", "")
                : type.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private void tcp(Yaml config) {
        told.fields(config, "at layer 4", "cluster", "idle_timeout", "stat_prefix", "hash_policy.source_ip");
        if (!config.get("weighted_clusters").isMissing()) {
            told.missed(config.get("weighted_clusters"), "weighted_clusters", "connections are not split by chance");
        }
        balancer = balancer.with(LoadBalancer.LAYER, 4).with(LoadBalancer.COST, Duration.ofNanos(2_000));
        defaultCluster = config.get("cluster").text();
        idle(config);
    }

    private void atOnce(Yaml config) {
        told.fields(config, "what may be here at once", "stat_prefix", "max_connections");
        told.whole(config.get("max_connections"), 1, 1_000_000_000)
                .ifPresent(most -> balancer = balancer.with(LoadBalancer.AT_ONCE, most));
    }

    private void idle(Yaml config) {
        Duration idle = told.time(config.get("idle_timeout"), EnvoyTime::parse).orElse(USUAL_IDLE);
        balancer = balancer.with(
                LoadBalancer.CONNECTIONS,
                ConnectionLimits.IDLE.with(balancer.connections(), idle.isZero() ? null : idle));
    }

    private void http(Yaml config) {
        told.fields(
                config,
                "at layer 7",
                "http_filters",
                "route_config.name",
                "route_config.virtual_hosts",
                "common_http_protocol_options",
                "stat_prefix");
        Yaml common = config.get("common_http_protocol_options");
        told.fields(
                common,
                "connections of clients",
                "idle_timeout",
                "max_connection_duration",
                "max_requests_per_connection");
        idle(common);
        ConnectionLimits connections = ConnectionLimits.AGE.with(
                balancer.connections(),
                told.time(common.get("max_connection_duration"), EnvoyTime::parse)
                        .filter(its -> !its.isZero())
                        .orElse(null));
        Integer requests = told.whole(common.get("max_requests_per_connection"), 1, 1_000_000_000)
                .orElse(null);
        balancer = balancer.with(
                LoadBalancer.CONNECTIONS,
                requests == null ? connections : ConnectionLimits.REQUESTS.with(connections, requests));
        for (Yaml filter : config.get("http_filters").items()) {
            String name = filter.get("name").text();
            if (EnvoyRates.isRate(kind(filter))) {
                rates.filter(filter);
            } else if (kind(filter).equals("router")) {
                told.fields(filter, "it routes", "name", "typed_config");
            } else {
                told.missed(filter, name, "no part of the model knows this filter");
            }
        }
        if (config.get("route_config").isMissing()) {
            told.except(config, "routes", "only routes that stand in the file are read");
        }
        config.at("route_config", "virtual_hosts").items().forEach(this::host);
        balancer = balancer.with(LoadBalancer.LIMITS, rates.limits());
    }

    private void host(Yaml host) {
        told.fields(host, "rules", "name", "domains", "routes", "retry_policy", "typed_per_filter_config");
        rates.host(host);
        for (Yaml route : host.get("routes").items()) {
            told.fields(route, "a rule", "name", "match", "route", "typed_per_filter_config");
            Yaml weighted = route.at("route", "weighted_clusters");
            String cluster = weighted.isMissing() ? route.at("route", "cluster").text() : split(weighted);
            if (cluster.isEmpty()) {
                told.missed(
                        route,
                        "route",
                        "only routes to a cluster are taken; redirects and direct answers are not modelled");
                continue;
            }
            route(route, host, cluster);
        }
        rates.hostEnds();
    }

    /** The name of a pool that is split among clusters; empty where nothing goes to any. */
    private String split(Yaml weighted) {
        told.fields(weighted, "a split by chance", "clusters.name", "clusters.weight", "total_weight");
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (Yaml cluster : weighted.get("clusters").items()) {
            int weight = told.whole(cluster.get("weight"), 0, 65_535).orElse(0);
            if (weight > 0) {
                weights.merge(cluster.get("name").text(), weight, Integer::sum);
            }
        }
        if (weights.size() <= 1) {
            return String.join("", weights.keySet());
        }
        String name = String.join("-or-", weights.keySet());
        splits.put(name, weights);
        return name;
    }

    private void route(Yaml route, Yaml host, String cluster) {
        List<Rule> taken = new ArrayList<>();
        for (Yaml domain : host.get("domains").items()) {
            for (Rule rule : routes.rules(route, domain.text(), cluster)) {
                if (rule.equals(Rule.path("/*", cluster)) && defaultCluster.isEmpty()) {
                    defaultCluster = cluster;
                    taken.add(rule);
                } else if (defaultCluster.isEmpty() || rule.host() != null) {
                    rules.add(rule);
                    taken.add(rule);
                }
            }
        }
        if (taken.isEmpty()) {
            told.missed(route, "route", "a route for all requests stands before it");
            return;
        }
        rates.route(route, taken);
        EnvoyPassing its = routes.passing(route, host);
        for (String to : splits.getOrDefault(cluster, Map.of(cluster, 1)).keySet()) {
            EnvoyPassing first = passing.putIfAbsent(to, its);
            if (first != null && !first.equals(its)) {
                told.except(
                        route.get("route"),
                        "route",
                        "all routes to a cluster have the time limits and retries of the first to it");
            }
        }
    }
}
