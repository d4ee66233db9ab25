package roundhouse.simulation.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.targets.BackupUse;

/** How many random systems have what a swarm of them must have. */
public final class SwarmFeatures {
    private final Map<String, Predicate<Topology>> features = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    public SwarmFeatures() {
        balancers();
        clients();
        servers();
        features.put("a pair", topology -> topology.links().stream().anyMatch(Link::isHeartbeat));
        features.put("a balancer before a pair", SwarmFeatures::hasPairBehindBalancer);
        for (Class<?> failure : List.of(
                Command.Crash.class,
                Command.Recover.class,
                Command.Slow.class,
                Command.Pause.class,
                Command.Leak.class,
                Command.Errors.class,
                Command.Flap.class,
                Command.Failing.class,
                Command.Restart.class,
                Command.Outage.class,
                Command.OutageOver.class,
                Command.Cut.class,
                Command.Delay.class,
                Command.Loss.class,
                Command.Mend.class,
                Command.Drain.class,
                Command.Undrain.class)) {
            features.put(
                    failure.getSimpleName(),
                    topology -> topology.scenario().stream().anyMatch(timed -> failure.isInstance(timed.command())));
        }
        features.keySet().forEach(feature -> counts.put(feature, 0));
    }

    private void balancers() {
        health("health checks", health -> health.active() != null);
        health("passive failures", health -> health.passive() != null);
        health("outlier ejection", health -> health.ejection() != null);
        health("panic", health -> health.panic() > 0);
        health("slow start", health -> !health.slowStart().isZero());
        balancer("no health rules", balancer -> balancer.health().equals(Health.NONE));
        balancer("pass on", balancer -> balancer.passOn().attempts() > 1);
        balancer("pass on in time", balancer -> balancer.passOn().timeout() != null);
        for (Sticky.By by : Sticky.By.values()) {
            balancer("sticky " + by.key(), balancer -> balancer.sticky().by() == by);
        }
        balancer("layer 4", balancer -> balancer.layer() == 4);
        balancer("balancer in a zone", balancer -> balancer.zone() != null);
        balancer(
                "own zone preferred",
                balancer -> balancer.zone() != null && balancer.zoneAware().rule() != null);
        balancer("one backup", balancer -> balancer.backups() == BackupUse.FIRST);
    }

    private void clients() {
        clients("retries", clients -> clients.retries().attempts() > 1);
        clients("retry budget", clients -> clients.retries().budget() != null);
        clients("total timeout", clients -> clients.retries().total() != null);
        clients("hedges", clients -> clients.hedge() != null);
        clients("kept connections", clients -> clients.connection() instanceof Connection.KeepAlive);
        clients("no timeout", clients -> clients.timeout() == null);
    }

    private void servers() {
        server("server in a zone", server -> server.zone() != null);
        server("cold start", server -> server.coldStart() != null);
        state("session store", state -> state.store() != null);
        state("sessions in memory", state -> state.store() == null);
    }

    private void health(String feature, Predicate<Health> has) {
        balancer(feature, balancer -> has.test(balancer.health()));
    }

    private void balancer(String feature, Predicate<LoadBalancer> has) {
        node(feature, LoadBalancer.class, has);
    }

    private void clients(String feature, Predicate<Clients> has) {
        node(feature, Clients.class, has);
    }

    private void server(String feature, Predicate<Server> has) {
        node(feature, Server.class, has);
    }

    private void state(String feature, Predicate<SessionState> has) {
        server(feature, server -> {
            SessionState state = server.state();
            return state != null && has.test(state);
        });
    }

    private <T extends Node> void node(String feature, Class<T> kind, Predicate<T> has) {
        features.put(
                feature,
                topology -> topology.nodes().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .anyMatch(has));
    }

    private static boolean hasPairBehindBalancer(Topology topology) {
        return topology.links().stream()
                .filter(Link::isHeartbeat)
                .anyMatch(heartbeat -> topology.links().stream()
                        .anyMatch(link -> link.to().equals(heartbeat.to())
                                && topology.node(link.from()).stream()
                                        .anyMatch(node -> node instanceof LoadBalancer && !link.isHeartbeat())));
    }

    public void add(Topology topology) {
        features.forEach((feature, has) -> {
            if (has.test(topology)) {
                counts.merge(feature, 1, Integer::sum);
            }
        });
    }

    /** Those that fewer systems have than that, with how many. */
    public List<String> seldom(int least) {
        return counts.entrySet().stream()
                .filter(count -> Objects.requireNonNull(count.getValue()) < least)
                .map(count -> count.getKey() + ": " + count.getValue())
                .toList();
    }
}
