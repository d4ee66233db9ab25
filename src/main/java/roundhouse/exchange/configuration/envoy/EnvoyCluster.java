package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.nodes.waiting.TimeLimits;
import roundhouse.topology.types.Types;

/** What a cluster says. */
final class EnvoyCluster {
    private static final String[] UNDERSTOOD = {
        "name",
        "type",
        "connect_timeout",
        "lb_policy",
        "load_assignment.cluster_name",
        "load_assignment.endpoints.priority",
        "load_assignment.endpoints.locality.region",
        "load_assignment.endpoints.locality.zone",
        "load_assignment.endpoints.lb_endpoints",
        "health_checks",
        "outlier_detection",
        "circuit_breakers.thresholds.priority",
        "circuit_breakers.thresholds.max_connections",
        "circuit_breakers.thresholds.max_pending_requests",
        "circuit_breakers.thresholds.max_requests",
        "circuit_breakers.thresholds.max_retries",
        "common_lb_config.healthy_panic_threshold.value",
        "common_lb_config.zone_aware_lb_config.routing_enabled.value",
        "common_lb_config.zone_aware_lb_config.min_cluster_size",
        "common_lb_config.consistent_hashing_lb_config.hash_balance_factor",
        "round_robin_lb_config.slow_start_config.slow_start_window",
        "least_request_lb_config.choice_count",
        "least_request_lb_config.slow_start_config.slow_start_window",
        "ring_hash_lb_config.minimum_ring_size",
        "ring_hash_lb_config.maximum_ring_size",
        "ring_hash_lb_config.hash_function",
        "maglev_lb_config.table_size"
    };
    /** Where a cluster says nothing, Envoy has this many of each. */
    private static final int USUAL = 1_024;

    private static final int MANY = 1_000_000_000;

    /**
     * @param yaml the endpoint
     * @param priority above 0 for a backup
     * @param region of its locality; empty for none
     * @param zone of its locality; empty for none
     */
    record Endpoint(Yaml yaml, int priority, String region, String zone) {}

    final Yaml yaml;
    final String name;
    final List<Endpoint> endpoints = new ArrayList<>();
    private final YamlTold told;
    private boolean hasTold;

    EnvoyCluster(Yaml yaml, YamlTold told) {
        this.yaml = yaml;
        this.told = told;
        name = yaml.get("name").text();
        for (Yaml group : yaml.at("load_assignment", "endpoints").items()) {
            Yaml locality = group.get("locality");
            for (Yaml endpoint : group.get("lb_endpoints").items()) {
                endpoints.add(new Endpoint(
                        endpoint,
                        told.whole(group.get("priority"), 0, 128).orElse(0),
                        locality.get("region").text(),
                        locality.get("zone").text()));
            }
        }
    }

    /** Tells what becomes of its fields, once. */
    void tell() {
        if (hasTold) {
            return;
        }
        hasTold = true;
        told.fields(yaml, "targets of a balancer", UNDERSTOOD);
        Yaml choices = yaml.at("least_request_lb_config", "choice_count");
        if (!choices.isMissing() && !choices.text().equals("2")) {
            told.missed(choices, "choice_count: " + choices.text(), "two are drawn here, as where nothing is said");
        }
        for (String size : List.of("minimum_ring_size", "maximum_ring_size")) {
            Yaml its = yaml.at("ring_hash_lb_config", size);
            if (!its.isMissing() && !its.text().equals(size.startsWith("min") ? "1024" : "8388608")) {
                told.missed(
                        its,
                        size + ": " + its.text(),
                        "the ring is as large as where nothing is said: 1,024 to 8,388,608");
            }
        }
        Yaml table = yaml.at("maglev_lb_config", "table_size");
        if (!table.isMissing() && !table.text().equals("65537")) {
            told.missed(table, "table_size: " + table.text(), "the table has 65,537 entries here");
        }
        Yaml function = yaml.at("ring_hash_lb_config", "hash_function");
        if (!function.isMissing() && !function.text().equals("XX_HASH")) {
            told.missed(function, "hash_function: " + function.text(), "the ring is made with XX_HASH here");
        }
        Yaml type = yaml.get("type");
        if (type.text().matches("EDS|ORIGINAL_DST")) {
            told.missed(type, "type: " + type.text(), "only endpoints that stand in the file are read");
        }
        thresholds();
        String policy = yaml.get("lb_policy").text();
        if (!List.of("", "ROUND_ROBIN", "LEAST_REQUEST", "RING_HASH", "MAGLEV", "RANDOM")
                .contains(policy)) {
            told.missed(
                    yaml.get("lb_policy"),
                    "lb_policy: " + policy,
                    "no algorithm here is called so; taken as ROUND_ROBIN");
        }
        int priorities = endpoints.stream().mapToInt(Endpoint::priority).max().orElse(0);
        if (priorities > 1) {
            told.except(yaml.get("load_assignment"), "priorities", "priorities from 1 on are backups, all alike");
        }
    }

    /** A balancer that does as it says. */
    LoadBalancer balancer(LoadBalancer base) {
        Duration connect =
                told.time(yaml.get("connect_timeout"), EnvoyTime::parse).orElse(Duration.ofSeconds(5));
        boolean none = connect.isZero() || connect.compareTo(Units.LONGEST) >= 0;
        return base.with(LoadBalancer.ALGORITHM, algorithm())
                .with(LoadBalancer.TIMEOUTS, TimeLimits.CONNECT.with(base.timeouts(), none ? null : connect))
                .with(LoadBalancer.ZONE_AWARE, zones())
                .with(LoadBalancer.QUEUE, queue())
                .with(LoadBalancer.HEALTH, new EnvoyHealth(told).read(yaml));
    }

    private Balancing algorithm() {
        return switch (yaml.get("lb_policy").text()) {
            case "LEAST_REQUEST" -> Balancing.of(Algorithm.ENVOY_LEAST_REQUEST);
            case "RANDOM" -> Balancing.of(Algorithm.RANDOM);
            case "RING_HASH" ->
                Balancing.of(Algorithm.HASH).placed(bounded(PlacementSettings.of(Placements.ENVOY_RING)));
            case "MAGLEV" ->
                Balancing.of(Algorithm.HASH).placed(bounded(PlacementSettings.of(Placements.ENVOY_MAGLEV)));
            default -> Balancing.of(Algorithm.ENVOY_ROUND_ROBIN);
        };
    }

    private PlacementSettings bounded(PlacementSettings placement) {
        Integer factor = yaml.at("common_lb_config", "consistent_hashing_lb_config", "hash_balance_factor")
                .wholeOrNull(100, 100_000);
        return factor == null ? placement : placement.withBalanceFactor(factor);
    }

    private ZonePreference zones() {
        Yaml zones = yaml.at("common_lb_config", "zone_aware_lb_config");
        return zones.isMissing()
                ? ZonePreference.OFF
                : new ZonePreference.Envoy(
                        told.whole(zones.get("min_cluster_size"), 0, 1_000_000).orElse(6),
                        told.whole(zones.at("routing_enabled", "value"), 0, 100).orElse(100));
    }

    private @Nullable BalancerQueue queue() {
        Yaml thresholds = usualThresholds();
        int connections = threshold(thresholds.get("max_connections"));
        int pending = threshold(thresholds.get("max_pending_requests"));
        int requests = threshold(thresholds.get("max_requests"));
        if (connections == Types.UNLIMITED && pending == Types.UNLIMITED && requests == Types.UNLIMITED) {
            return null;
        }
        return BalancerQueue.of(BalancerQueue.By.TARGET)
                .with(BalancerQueue.CONNECTIONS, connections)
                .with(BalancerQueue.LENGTH, pending)
                .with(BalancerQueue.REQUESTS, requests);
    }

    /** Those for requests of the usual priority; the others have none here. */
    private Yaml usualThresholds() {
        return yaml.at("circuit_breakers", "thresholds").items().stream()
                .filter(its -> its.get("priority").text().matches("(DEFAULT)?"))
                .findFirst()
                .orElse(new Yaml.Missing());
    }

    private void thresholds() {
        Yaml usual = usualThresholds();
        for (Yaml its : yaml.at("circuit_breakers", "thresholds").items()) {
            if (!its.equals(usual)) {
                told.missed(its, "thresholds", "requests have no priorities here");
            }
        }
        Yaml retries = usual.get("max_retries");
        if (retries.number().orElse((double) MANY) < MANY) {
            told.missed(retries, "max_retries: " + retries.text(), "retries are bounded for each request, not at once");
        }
    }

    private static int threshold(Yaml yaml) {
        double number = yaml.isMissing() ? USUAL : yaml.number().orElse((double) USUAL);
        return number >= MANY || number < 1 ? Types.UNLIMITED : (int) number;
    }
}
