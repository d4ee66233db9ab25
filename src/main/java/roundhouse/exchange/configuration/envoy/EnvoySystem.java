package roundhouse.exchange.configuration.envoy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import roundhouse.exchange.configuration.PoolSplits;
import roundhouse.exchange.configuration.Remarks;
import roundhouse.exchange.configuration.SystemDraft;
import roundhouse.exchange.configuration.yaml.Yaml;
import roundhouse.exchange.configuration.yaml.YamlText;
import roundhouse.exchange.configuration.yaml.YamlTold;
import roundhouse.topology.json.Problem;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Sticky;

/** Makes nodes and links of listeners and clusters. Clusters that differ become balancers of their own behind the listener's. */
final class EnvoySystem {
    /** At the end of an endpoint's line: its address is none of the document. */
    static final String ASSUMED = "address-assumed";
    /** At the end of an endpoint's line: it is out because it has no weight. */
    static final String WEIGHTLESS = "weight-0";
    /** At the end of the line of an endpoint that stands for none. */
    static final String NOTHING = "-";

    private static final int LONGEST_NAME = 64;

    private final SystemDraft system;
    private final Remarks remarks;
    private final YamlTold told;
    private final List<EnvoyListener> listeners = new ArrayList<>();
    private final Map<String, EnvoyCluster> clusters = new LinkedHashMap<>();
    private final Map<EnvoyListener, String> ids = new LinkedHashMap<>();
    private final Map<String, String> listening = new HashMap<>();
    private final Map<String, String> own = new HashMap<>();
    private final Map<String, EnvoyPassing> ofOwn = new HashMap<>();
    private final Map<String, String> servers = new HashMap<>();

    EnvoySystem(SystemDraft system, Remarks remarks) {
        this.system = system;
        this.remarks = remarks;
        told = new YamlTold(system, EnvoyReasons.byField());
    }

    Optional<Problem> read(YamlText.Result.Document document) {
        Yaml resources = document.root().get("static_resources");
        told.fields(
                document.root(), "listeners and clusters", "static_resources.listeners", "static_resources.clusters");
        resources
                .get("clusters")
                .items()
                .forEach(cluster -> clusters.put(cluster.get("name").text(), new EnvoyCluster(cluster, told)));
        resources.get("listeners").items().forEach(listener -> listeners.add(new EnvoyListener(listener, told)));
        if (clusters.values().stream().allMatch(cluster -> cluster.endpoints.isEmpty()) || listeners.isEmpty()) {
            return Optional.of(new Problem(
                    "", 0, "it has no static listener and cluster with endpoints, so there is nothing to balance"));
        }
        for (EnvoyListener listener : listeners) {
            String name = listener.yaml.get("name").text();
            String id = system.newId(name.isEmpty() ? "listener" : name);
            ids.put(listener, id);
            system.put(listener.balancer(id));
            listening.putIfAbsent(listener.address, id);
        }
        Map<String, Integer> users = new HashMap<>();
        listeners.forEach(listener -> {
            listener.clusters().forEach(name -> users.merge(name, 1, Integer::sum));
            listener.splits
                    .values()
                    .forEach(split -> split.keySet().forEach(name -> users.merge(name, 2, Integer::sum)));
        });
        listeners.forEach(listener -> listener(listener, users));
        clusters.values().forEach(cluster -> {
            if (!users.containsKey(cluster.name)) {
                told.missed(cluster.yaml, cluster.name, "no route sends anything there; left out");
            }
        });
        told.tell(document);
        return Optional.empty();
    }

    private void listener(EnvoyListener listener, Map<String, Integer> users) {
        String id = ids.getOrDefault(listener, "lb");
        LoadBalancer base = listener.balancer(id);
        List<EnvoyCluster> its = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(listener.clusters());
        listener.splits
                .values()
                .forEach(split -> split.keySet().removeIf(name -> {
                    names.add(name);
                    return !clusters.containsKey(name);
                }));
        names.removeAll(listener.splits.keySet());
        for (String name : names) {
            EnvoyCluster cluster = clusters.get(name);
            if (cluster == null) {
                told.except(listener.yaml, name, "there is no such cluster in the file");
            } else {
                cluster.tell();
                its.add(cluster);
            }
        }
        boolean one = listener.splits.isEmpty()
                && its.stream().allMatch(cluster -> users.getOrDefault(cluster.name, 0) == 1)
                && its.stream()
                                .map(cluster -> alike(cluster, listener.passing(cluster.name), base))
                                .distinct()
                                .count()
                        <= 1;
        Map<String, String> pools = new HashMap<>();
        LoadBalancer balancer = base;
        listener.splits.forEach((name, weights) -> {
            if (!weights.isEmpty()) {
                String pool = name.equals(listener.defaultCluster)
                        ? Link.DEFAULT_POOL
                        : name.substring(0, Math.min(LONGEST_NAME, name.length()));
                pools.put(name, pool);
                String split = PoolSplits.put(
                        system,
                        name,
                        weights,
                        of -> own(Objects.requireNonNull(clusters.get(of)), listener),
                        Sticky.By.OFF);
                system.put(Link.of(id, split, Link.DEFAULT_LATENCY).with(Link.POOL, pool));
            }
        });
        for (EnvoyCluster cluster : its) {
            if (!listener.clusters().contains(cluster.name)) {
                continue;
            }
            String remark = remarks.at(cluster.yaml.get("name").line()).orElse("");
            int at = remark.indexOf(' ');
            String pool = at > 0
                    ? remark.substring(at + 1)
                    : cluster.name.equals(listener.defaultCluster) ? Link.DEFAULT_POOL : cluster.name;
            pools.put(cluster.name, pool);
            if (one) {
                balancer = passed(cluster, listener.passing(cluster.name), base);
                cluster.endpoints.forEach(endpoint -> endpoint(id, pool, endpoint));
            } else {
                system.put(Link.of(id, own(cluster, listener), Link.DEFAULT_LATENCY)
                        .with(Link.POOL, pool));
            }
        }
        List<Rule> rules = listener.rules.stream()
                .filter(rule -> pools.containsKey(rule.pool()))
                .map(rule -> rule.with(Rule.POOL, String.valueOf(pools.get(rule.pool()))))
                .toList();
        system.put(base.layer() == 4 ? balancer : balancer.with(LoadBalancer.RULES, rules));
    }

    /** A copy that tells nothing, to see whether clusters can share a balancer. */
    private LoadBalancer alike(EnvoyCluster cluster, EnvoyPassing passing, LoadBalancer base) {
        return passing.on(
                new EnvoyCluster(cluster.yaml, new YamlTold(new SystemDraft("", ""), Map.of())).balancer(base));
    }

    private static LoadBalancer passed(EnvoyCluster cluster, EnvoyPassing passing, LoadBalancer base) {
        if (passing.passOn().attempts() > 1) {
            cluster.retried();
        }
        return passing.on(cluster.balancer(base));
    }

    private String own(EnvoyCluster cluster, EnvoyListener listener) {
        EnvoyPassing passing = listener.passing(cluster.name);
        String there = own.get(cluster.name);
        if (there != null) {
            if (!passing.equals(ofOwn.get(cluster.name))) {
                told.except(
                        listener.yaml,
                        cluster.name,
                        "all listeners have the time limits and retries of the first for a cluster that they share");
            }
            return there;
        }
        String id = system.newId(cluster.name);
        own.put(cluster.name, id);
        ofOwn.put(cluster.name, passing);
        // It is the same process as the listener, which has taken its time already.
        system.put(passed(cluster, passing, LoadBalancer.of(id).with(LoadBalancer.COST, Duration.ZERO)));
        cluster.endpoints.forEach(endpoint -> endpoint(id, Link.DEFAULT_POOL, endpoint));
        return id;
    }

    private void endpoint(String balancer, String pool, EnvoyCluster.Endpoint endpoint) {
        Yaml yaml = endpoint.yaml();
        Yaml socket = yaml.at("endpoint", "address", "socket_address");
        String host = socket.get("address").text();
        String address = host + ":" + socket.get("port_value").text();
        String remark = remarks.at(yaml.line()).orElse("");
        String wanted = remark.replaceAll(" .*", "");
        told.fields(
                yaml,
                "a target",
                "endpoint.address.socket_address.address",
                "endpoint.address.socket_address.port_value",
                "endpoint.address.socket_address.protocol",
                "endpoint.health_check_config.port_value",
                "load_balancing_weight",
                "health_status");
        if (wanted.equals(NOTHING)) {
            return;
        }
        String behind = listening.get(
                EnvoyListener.local(host) + ":" + socket.get("port_value").text());
        String id = !wanted.isEmpty()
                ? wanted
                : behind != null && !behind.equals(balancer)
                        ? behind
                        : servers.computeIfAbsent(
                                address, _ -> system.newId(host.matches("[0-9.]+") ? "s-" + address : host));
        if (system.node(id).isEmpty()) {
            Server server = system.server(id);
            server = endpoint.region().isEmpty() ? server : server.with(Server.REGION, endpoint.region());
            system.put(endpoint.zone().isEmpty() ? server : server.with(Server.ZONE, endpoint.zone()));
        }
        boolean weightless = remark.contains(WEIGHTLESS);
        String status = yaml.get("health_status").text();
        Link link = Link.of(balancer, id, Link.DEFAULT_LATENCY)
                .with(Link.POOL, pool)
                .with(
                        Link.WEIGHT,
                        weightless
                                ? 0
                                : told.whole(yaml.get("load_balancing_weight"), 1, 65_535)
                                        .orElse(1))
                .with(Link.BACKUP, endpoint.priority() > 0)
                .with(Link.DOWN, !weightless && (status.equals("UNHEALTHY") || status.equals("DRAINING")));
        if (!remark.contains(ASSUMED) && behind == null && address.matches("[A-Za-z0-9.-]{1,200}:\\d{1,5}")) {
            link = link.with(Link.ADDRESS, address);
        }
        system.put(link);
    }
}
