package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.exchange.configuration.Addresses;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.types.Types;

/** Writes the targets of one pool as a cluster. */
final class EnvoyClusterWriter {
    private static final Pattern STATUS = Pattern.compile("([1-5])(xx|\\d\\d)(?:-([1-5]\\d\\d))?");
    private static final long ALL = 4_294_967_295L;

    private final LoadBalancer balancer;
    private final Topology topology;
    private final Addresses addresses;
    private final EnvoyMethod method;

    EnvoyClusterWriter(LoadBalancer balancer, Topology topology, Addresses addresses, EnvoyMethod method) {
        this.balancer = balancer;
        this.topology = topology;
        this.addresses = addresses;
        this.method = method;
    }

    void write(String name, String pool, List<Link> links, EnvoyText text) {
        text.line(1, "- name: " + EnvoyText.quoted(name), balancer.id() + " " + pool);
        boolean names = links.stream()
                .flatMap(link -> addresses.of(link).stream())
                .anyMatch(place -> !place.text().matches("[0-9.]+:\\d+"));
        text.line(2, "type: " + (names ? "STRICT_DNS" : "STATIC"));
        Duration connect = balancer.timeouts().connect();
        text.line(2, "connect_timeout: " + EnvoyTime.format(connect == null ? Units.LONGEST : connect));
        text.line(2, "lb_policy: " + method.policy());
        common(text);
        slowStart(text);
        BalancerQueue queue = balancer.queue();
        text.line(2, "circuit_breakers:");
        text.line(3, "thresholds:");
        text.line(3, "- max_connections: " + many(queue == null ? Types.UNLIMITED : queue.connections()));
        text.line(3, "  max_pending_requests: " + many(queue == null ? Types.UNLIMITED : queue.length()));
        text.line(3, "  max_requests: " + many(queue == null ? Types.UNLIMITED : queue.requests()));
        text.line(3, "  max_retries: " + ALL);
        checks(balancer.health().active(), text);
        ejection(balancer.health().ejection(), text);
        text.line(2, "load_assignment:");
        text.line(3, "cluster_name: " + EnvoyText.quoted(name));
        endpoints(links, text);
    }

    private static long many(int most) {
        return most == Types.UNLIMITED ? ALL : most;
    }

    private void common(EnvoyText text) {
        text.line(2, "common_lb_config:");
        text.line(3, "healthy_panic_threshold: { value: " + balancer.health().panic() + " }");
        if (balancer.zoneAware() instanceof ZonePreference.Envoy(int least, int enabled)) {
            text.line(
                    3,
                    "zone_aware_lb_config: { routing_enabled: { value: " + enabled + " }, min_cluster_size: " + least
                            + " }");
        } else if (balancer.balancing().algorithm() == Algorithm.ENVOY_ZONE_AWARE) {
            text.line(3, "# zone-aware where the bootstrap names a local_cluster, as is usual there");
        }
        if (method.balanceFactor() > 0) {
            text.line(3, "consistent_hashing_lb_config: { hash_balance_factor: " + method.balanceFactor() + " }");
        }
    }

    private void slowStart(EnvoyText text) {
        Duration slow = balancer.health().slowStart();
        String of = method.policy().equals("ROUND_ROBIN")
                ? "round_robin_lb_config"
                : method.policy().equals("LEAST_REQUEST") ? "least_request_lb_config" : "";
        if (!slow.isZero() && !of.isEmpty()) {
            text.line(2, of + ": { slow_start_config: { slow_start_window: " + EnvoyTime.format(slow) + " } }");
        }
    }

    private static void checks(Health.@Nullable Active checks, EnvoyText text) {
        if (checks == null) {
            return;
        }
        text.line(2, "health_checks:");
        text.line(2, "- timeout: " + EnvoyTime.format(checks.timeout()));
        text.line(2, "  interval: " + EnvoyTime.format(checks.interval()));
        text.line(2, "  unhealthy_threshold: " + checks.fall());
        text.line(2, "  healthy_threshold: " + checks.rise());
        if (checks.fastInterval() != null) {
            text.line(2, "  unhealthy_edge_interval: " + EnvoyTime.format(checks.fastInterval()));
        }
        if (checks.downInterval() != null) {
            text.line(2, "  unhealthy_interval: " + EnvoyTime.format(checks.downInterval()));
        }
        if (checks.probe() == Health.Probe.CONNECT) {
            text.line(2, "  tcp_health_check: {}");
            return;
        }
        String path = checks.question().path();
        text.line(2, "  http_health_check:");
        text.line(4, "path: " + EnvoyText.quoted(path == null ? "/" : path));
        List<String> ranges = new ArrayList<>();
        Matcher status = STATUS.matcher(checks.question().status());
        while (status.find()) {
            boolean all = status.group(2).equals("xx");
            int start = Integer.parseInt(status.group(1) + (all ? "00" : status.group(2)));
            int end = status.group(3) != null ? Integer.parseInt(status.group(3)) : all ? start + 99 : start;
            ranges.add("{ start: " + start + ", end: " + (end + 1) + " }");
        }
        text.line(4, "expected_statuses: [ " + String.join(", ", ranges) + " ]");
    }

    private static void ejection(Health.@Nullable Ejection ejection, EnvoyText text) {
        if (ejection == null) {
            return;
        }
        text.line(2, "outlier_detection:");
        text.line(3, "consecutive_5xx: " + ejection.consecutive());
        text.line(3, "interval: " + EnvoyTime.format(ejection.interval()));
        text.line(3, "base_ejection_time: " + EnvoyTime.format(ejection.base()));
        text.line(3, "max_ejection_time: " + EnvoyTime.format(ejection.max()));
        text.line(3, "max_ejection_percent: " + ejection.maxPercent());
        text.line(3, "always_eject_one_host: " + ejection.alwaysOne());
        text.line(3, "success_rate_minimum_hosts: " + ejection.minHosts());
        text.line(3, "success_rate_request_volume: " + ejection.minRequests());
        text.line(3, "success_rate_stdev_factor: " + Math.round(ejection.factor() * 1_000));
    }

    private record Group(int priority, String region, String zone) {}

    private void endpoints(List<Link> links, EnvoyText text) {
        Map<Group, List<Link>> groups = new LinkedHashMap<>();
        for (Link link : links) {
            Server server = topology.node(link.to()).orElse(null) instanceof Server its ? its : null;
            Group group = new Group(
                    link.backup() ? 1 : 0,
                    server == null || server.region() == null ? "" : server.region(),
                    server == null || server.zone() == null ? "" : server.zone());
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(link);
        }
        text.line(3, "endpoints:");
        if (groups.keySet().stream().noneMatch(group -> group.priority() == 0)) {
            text.line(3, "- lb_endpoints:");
            text.line(
                    4,
                    "- { endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 9 } } }, health_status: UNHEALTHY }",
                    EnvoySystem.NOTHING);
        }
        groups.forEach((group, its) -> {
            text.line(3, "- priority: " + group.priority());
            if (!group.region().isEmpty() || !group.zone().isEmpty()) {
                text.line(
                        3,
                        "  locality: { region: " + EnvoyText.quoted(group.region()) + ", zone: "
                                + EnvoyText.quoted(group.zone()) + " }");
            }
            text.line(3, "  lb_endpoints:");
            its.forEach(link -> endpoint(link, text));
        });
    }

    private void endpoint(Link link, EnvoyText text) {
        boolean weightless = link.weight() == 0;
        String weight = method.weights() && link.weight() > 1 ? ", load_balancing_weight: " + link.weight() : "";
        String status = link.down() || weightless ? ", health_status: UNHEALTHY" : "";
        for (Addresses.Place place : addresses.of(link)) {
            String address = place.text().matches(".*:\\d+") ? place.text() : place.text() + ":80";
            int colon = address.lastIndexOf(':');
            text.line(
                    4,
                    "- { endpoint: { address: { socket_address: { address: "
                            + EnvoyText.quoted(address.substring(0, colon)) + ", port_value: "
                            + address.substring(colon + 1) + " } } }" + weight + status + " }",
                    link.to()
                            + (place.assumed() ? " " + EnvoySystem.ASSUMED : "")
                            + (weightless ? " " + EnvoySystem.WEIGHTLESS : ""));
        }
    }
}
