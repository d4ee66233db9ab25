package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.limits.Quota;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitKind;
import roundhouse.topology.nodes.guarding.LimitPer;
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

    String defaultCluster = "";
    private final EnvoyTold told;
    private final EnvoyRoute routes;
    private LoadBalancer balancer = LoadBalancer.of("lb");
    private boolean policies;

    EnvoyListener(Yaml yaml, EnvoyTold told) {
        this.yaml = yaml;
        this.told = told;
        routes = new EnvoyRoute(told);
        Yaml socket = yaml.at("address", "socket_address");
        address = local(socket.get("address").text()) + ":"
                + socket.get("port_value").text();
        told.fields(yaml, Set.of("name", "address", "filter_chains"), "a load balancer");
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

    private void chain(Yaml chain) {
        told.fields(chain, Set.of("filters", "transport_socket"), "what listens");
        if (!chain.get("transport_socket").isMissing()) {
            balancer = balancer.with(LoadBalancer.TLS, Tls.MODE.with(Tls.PASS_THROUGH, Tls.Mode.TERMINATE));
        }
        for (Yaml filter : chain.get("filters").items()) {
            Yaml config = filter.get("typed_config");
            switch (filter.get("name").text().replaceAll(".*\\.", "")) {
                case "http_connection_manager" -> http(config);
                case "tcp_proxy" -> tcp(config);
                default -> told.missed(filter, filter.get("name").text(), "no part of the model knows this filter");
            }
        }
    }

    private void tcp(Yaml config) {
        told.fields(config, Set.of("cluster", "idle_timeout", "stat_prefix", "hash_policy"), "at layer 4");
        balancer = balancer.with(LoadBalancer.LAYER, 4).with(LoadBalancer.COST, Duration.ofNanos(2_000));
        defaultCluster = config.get("cluster").text();
        idle(config);
    }

    private void idle(Yaml config) {
        Duration idle = EnvoyTime.parse(config.get("idle_timeout").text()).orElse(USUAL_IDLE);
        balancer = balancer.with(
                LoadBalancer.CONNECTIONS,
                ConnectionLimits.IDLE.with(balancer.connections(), idle.isZero() ? null : idle));
    }

    private void http(Yaml config) {
        told.fields(
                config,
                Set.of("http_filters", "route_config", "common_http_protocol_options", "stat_prefix"),
                "at layer 7");
        Yaml common = config.get("common_http_protocol_options");
        told.fields(
                common,
                Set.of("idle_timeout", "max_connection_duration", "max_requests_per_connection"),
                "connections of clients");
        idle(common);
        ConnectionLimits connections = ConnectionLimits.AGE.with(
                balancer.connections(),
                EnvoyTime.parse(common.get("max_connection_duration").text())
                        .filter(its -> !its.isZero())
                        .orElse(null));
        Integer requests = common.get("max_requests_per_connection").wholeOrNull(1, 1_000_000_000);
        balancer = balancer.with(
                LoadBalancer.CONNECTIONS,
                requests == null ? connections : ConnectionLimits.REQUESTS.with(connections, requests));
        for (Yaml filter : config.get("http_filters").items()) {
            String name = filter.get("name").text();
            if (name.endsWith("local_ratelimit")) {
                rate(filter.get("typed_config"));
            } else if (name.endsWith("router")) {
                told.understood(filter, name, "it routes");
            } else {
                told.missed(filter, name, "no part of the model knows this filter");
            }
        }
        if (config.get("route_config").isMissing()) {
            told.missed(config, "routes", "only routes that stand in the file are read");
        }
        config.at("route_config", "virtual_hosts").items().forEach(this::host);
    }

    private void rate(Yaml config) {
        Yaml bucket = config.get("token_bucket");
        Duration period = EnvoyTime.parse(bucket.get("fill_interval").text()).orElse(Duration.ZERO);
        int most = bucket.get("max_tokens").whole(1, 1_000_000).orElse(0);
        int fill = bucket.get("tokens_per_fill").whole(1, 1_000_000).orElse(1);
        if (most == 0 || period.isZero() || period.toNanos() > Quota.LONGEST_NANOS) {
            told.missed(config, "token_bucket", "a bucket of this size, or with this time, is none here");
            return;
        }
        Limit limit = Limit.of(LimitKind.TOKEN_BUCKET)
                .with(Limit.PER, LimitPer.ALL)
                .with(Limit.RATE, new Quota(fill, period.toNanos()))
                .with(Limit.BURST, most == fill ? null : most)
                .with(Limit.INTERVALLY, true)
                .with(Limit.STATUS, config.at("status", "code").whole(400, 599).orElse(429));
        List<Limit> limits = new ArrayList<>(balancer.limits());
        limits.add(limit);
        balancer = balancer.with(LoadBalancer.LIMITS, List.copyOf(limits));
        told.understood(bucket, "token_bucket", "a limit of the rate of all");
    }

    private void host(Yaml host) {
        told.fields(host, Set.of("name", "domains", "routes", "retry_policy"), "rules");
        for (Yaml route : host.get("routes").items()) {
            String cluster = route.at("route", "cluster").text();
            if (cluster.isEmpty()) {
                Yaml first = route.at("route", "weighted_clusters", "clusters").items().stream()
                        .findFirst()
                        .orElse(new Yaml.Missing());
                cluster = first.get("name").text();
            }
            if (cluster.isEmpty()) {
                told.missed(
                        route,
                        "route",
                        "only routes to a cluster are taken; redirects and direct answers are not modelled");
                continue;
            }
            LoadBalancer with = routes.policies(balancer, route, host);
            if (policies && !with.equals(balancer)) {
                told.missed(route, "route", "all routes of a balancer have the time limits and retries of the first");
            } else {
                balancer = with;
                policies = true;
            }
            for (Yaml domain : host.get("domains").items()) {
                String pool = cluster;
                routes.rule(route, domain.text(), pool).ifPresent(rule -> {
                    if (rule.equals(Rule.path("/*", pool)) && defaultCluster.isEmpty()) {
                        defaultCluster = pool;
                    } else if (defaultCluster.isEmpty() || rule.host() != null) {
                        rules.add(rule);
                    } else {
                        told.missed(route, "route", "a route for all requests stands before it");
                    }
                });
            }
        }
    }
}
