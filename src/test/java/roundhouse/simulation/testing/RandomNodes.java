package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.ColdStart;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.parts.VrrpSettings;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.KindShare;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.nodes.waiting.TimeLimits;
import roundhouse.topology.types.Types;

/** Nodes and links by chance. */
public final class RandomNodes {
    /** A header that some requests have. */
    static final String HEADER = "x-user";

    private final Chance chance;
    private final RandomHealth rules;

    public RandomNodes(Chance chance) {
        this.chance = chance;
        rules = new RandomHealth(chance);
    }

    Server server(String id) {
        return Server.of(id, chance.latency())
                .with(Server.CORES, chance.between(1, 3))
                .with(Server.QUEUE, chance.half() ? chance.below(5) : Types.UNLIMITED)
                .with(Server.CONNECTIONS, chance.half() ? chance.between(1, 8) : Types.UNLIMITED)
                .with(Server.HANDSHAKE, Duration.ofMillis(chance.below(3)))
                .with(Server.REGION, chance.pick(null, "eu"))
                .with(Server.ZONE, chance.pick(null, "eu-1", "eu-2"))
                .with(
                        Server.COLD_START,
                        chance.oneIn(3) ? new ColdStart(chance.between(1, 4), Duration.ofMillis(300)) : null)
                .with(Server.STATE, chance.oneIn(3) ? new SessionState(null, Duration.ofMillis(200), 1) : null);
    }

    LoadBalancer balancer(String id) {
        int layer = chance.pick(4, 7);
        return LoadBalancer.of(id)
                .with(LoadBalancer.LAYER, layer)
                .with(LoadBalancer.ALGORITHM, Balancing.of(algorithm(layer)))
                .with(LoadBalancer.CORES, chance.between(1, 2))
                .with(LoadBalancer.COST, Duration.ofNanos(chance.below(3) * 10_000L))
                .with(LoadBalancer.STICKY, rules.sticky(layer))
                .with(LoadBalancer.RULES, layer == 7 && chance.half() ? List.of(Rule.path("/api/*", "api")) : List.of())
                .with(
                        LoadBalancer.TLS,
                        chance.half() ? Tls.PASS_THROUGH : new Tls(Tls.Mode.TERMINATE, Duration.ofMillis(1)))
                .with(LoadBalancer.REGION, chance.pick(null, "us"))
                .with(LoadBalancer.ZONE, chance.pick(null, "eu-1"))
                .with(LoadBalancer.ZONE_AWARE, zoneAware())
                .with(LoadBalancer.BACKUPS, chance.pick(BackupUse.values()))
                .with(LoadBalancer.HEALTH, chance.oneIn(3) ? Health.NONE : rules.health())
                .with(LoadBalancer.PASS_ON, chance.half() ? FailoverPolicy.NEVER : rules.passOn())
                .with(LoadBalancer.FAILOVER, new VrrpSettings(priority(id), chance.half()))
                .with(LoadBalancer.QUEUE, chance.half() ? null : queue())
                .with(
                        LoadBalancer.TIMEOUTS,
                        new TimeLimits(
                                chance.half() ? null : chance.millis(5), chance.half() ? null : chance.millis(50)))
                .with(
                        LoadBalancer.CONNECTIONS,
                        new ConnectionLimits(
                                chance.half() ? Types.UNLIMITED : chance.between(1, 5),
                                chance.half() ? null : chance.millis(100),
                                chance.half() ? null : chance.millis(50)));
    }

    private BalancerQueue queue() {
        return BalancerQueue.of(chance.pick(BalancerQueue.By.values()))
                .with(BalancerQueue.LENGTH, chance.half() ? Types.UNLIMITED : chance.below(6))
                .with(BalancerQueue.TARGET_LENGTH, chance.half() ? Types.UNLIMITED : chance.between(1, 3))
                .with(BalancerQueue.TIMEOUT, chance.half() ? null : chance.millis(30))
                .with(BalancerQueue.ORDER, chance.pick(BalancerQueue.Order.values()))
                .with(BalancerQueue.REDISPATCH, chance.half())
                .with(BalancerQueue.CONNECTIONS, chance.half() ? Types.UNLIMITED : chance.between(1, 6))
                .with(BalancerQueue.REQUESTS, chance.half() ? Types.UNLIMITED : chance.between(1, 8));
    }

    private ZonePreference zoneAware() {
        return chance.half()
                ? ZonePreference.OFF
                : chance.pick(
                        new ZonePreference.SameZone(),
                        new ZonePreference.Envoy(chance.below(3), 100),
                        new ZonePreference.Envoy(0, 60));
    }

    /** Of a pair one at most owns the address: two owners are both active whenever they are up. */
    private int priority(String id) {
        return id.equals("lb1") && chance.oneIn(3) ? 255 : chance.pick(chance.between(1, 254), 100);
    }

    /** One that balancers of that layer may have; a layer-4 one sees no keys. */
    public Algorithm algorithm(int layer) {
        Algorithm algorithm = chance.pick(Algorithm.values());
        return layer == 4 && algorithm == Algorithm.HASH ? Algorithm.IP_HASH : algorithm;
    }

    Link link(String from, String to) {
        return Link.of(from, to, chance.latency())
                .with(Link.WEIGHT, chance.below(4))
                .with(Link.BACKUP, chance.oneIn(5))
                .with(Link.DOWN, chance.oneIn(8))
                .with(Link.LIMIT, chance.half() ? Types.UNLIMITED : chance.between(1, 5))
                .with(Link.POOL, chance.oneIn(3) ? "api" : Link.DEFAULT_POOL);
    }

    /** A heartbeat that is never late by itself: its latency varies by far less than its interval. */
    Link heartbeat(String from, String to) {
        Duration latency = Duration.ofMillis(chance.below(3));
        Distribution varying = new Distribution.Uniform(Duration.ZERO, latency);
        return Link.of(from, to, chance.half() ? new Distribution.Fixed(latency) : varying)
                .with(Link.HEARTBEAT, new Heartbeat(Duration.ofMillis(chance.between(10, 50)), chance.between(2, 4)));
    }

    Clients clients(String id) {
        Systems.ClientsBuilder clients = Systems.clients(id, arrivals())
                .users(chance.between(1, 20))
                .regions(chance.half() ? Map.of() : Map.of("eu", 1.0, "us", 2.0))
                .keys(new KeyDistribution.Zipf(100, 0.9))
                .sessionRequests(chance.below(4))
                .retries(retries());
        if (chance.oneIn(3)) {
            clients.hedge(new Hedge(chance.millis(20), chance.between(1, 3)));
        }
        if (chance.half()) {
            clients.keepAlive(chance.half() ? Integer.MAX_VALUE : chance.between(1, 5), chance.millis(100));
        }
        if (chance.half()) {
            clients.tls();
        }
        if (!chance.oneIn(3)) {
            clients.timeout(chance.millis(40));
        }
        if (chance.half()) {
            clients.kinds(List.of(
                    new KindShare(1, new RequestKind("/", Map.of(HEADER, "7"), Map.of())),
                    new KindShare(2, new RequestKind("/api/x", Map.of(), Map.of()))));
        }
        return clients.build();
    }

    private Retries retries() {
        Retries retries = new Retries(
                chance.between(1, 3),
                Duration.ofMillis(chance.below(20)),
                Duration.ofMillis(50),
                0.5,
                Retries.ANY,
                null,
                null);
        if (chance.oneIn(3)) {
            retries = Retries.TOTAL.with(retries, chance.millis(60));
        }
        if (chance.oneIn(3)) {
            retries = Retries.BUDGET.with(retries, new Retries.Budget(chance.below(3) * 0.1, chance.below(3)));
        }
        return chance.oneIn(3) ? Retries.ON.with(retries, Set.of(Outcome.TIMED_OUT, Outcome.REJECTED)) : retries;
    }

    private Arrivals arrivals() {
        return switch (chance.below(5)) {
            case 0 -> new Arrivals.Poisson(chance.below(1_000));
            case 1 -> new Arrivals.Constant(chance.below(1_000));
            case 2 -> new Arrivals.Bursty(1_000, Duration.ofMillis(50), Duration.ofMillis(100));
            case 3 ->
                new Arrivals.Curve(List.of(
                        new Arrivals.Curve.Point(Duration.ZERO, 100),
                        new Arrivals.Curve.Point(Duration.ofSeconds(1), 900),
                        new Arrivals.Curve.Point(Duration.ofSeconds(2), 0)));
            default -> new Arrivals.Closed(chance.latency());
        };
    }
}
