package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.LoadBalancer;
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
        "common_lb_config",
        "load_balancing_policy.policies",
        "round_robin_lb_config",
        "least_request_lb_config",
        "ring_hash_lb_config",
        "maglev_lb_config"
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
    private final EnvoyPolicy policy;
    private boolean hasTold;

    EnvoyCluster(Yaml yaml, YamlTold told) {
        this.yaml = yaml;
        this.told = told;
        name = yaml.get("name").text();
        policy = EnvoyPolicy.of(yaml, told);
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
        policy.tell();
        Yaml type = yaml.get("type");
        if (type.text().matches("EDS|ORIGINAL_DST")) {
            told.missed(type, "type: " + type.text(), "only endpoints that stand in the file are read");
        }
        thresholds();
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
        return base.with(LoadBalancer.ALGORITHM, policy.algorithm())
                .with(LoadBalancer.TIMEOUTS, TimeLimits.CONNECT.with(base.timeouts(), none ? null : connect))
                .with(LoadBalancer.ZONE_AWARE, policy.zones())
                .with(LoadBalancer.QUEUE, queue())
                .with(LoadBalancer.HEALTH, new EnvoyHealth(told).read(yaml, policy.slowStart()));
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

    /** Retries go to it: Envoy bounds how many go on at once, by 3 where nothing is said. */
    void retried() {
        if (usualThresholds().get("max_retries").isMissing()
                && usualThresholds().get("retry_budget").isMissing()) {
            told.except(
                    yaml,
                    "max_retries",
                    "where nothing is said Envoy lets 3 retries go on at once; here they are bounded for each request");
        }
    }

    private static int threshold(Yaml yaml) {
        double number = yaml.isMissing() ? USUAL : yaml.number().orElse((double) USUAL);
        return number >= MANY || number < 1 ? Types.UNLIMITED : (int) number;
    }
}
