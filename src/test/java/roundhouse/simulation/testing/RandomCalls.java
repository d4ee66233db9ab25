package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import roundhouse.routing.Failure;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.types.Types;

/** Random systems whose servers call each other, straight or over a balancer, the same for the same seed. */
public final class RandomCalls {
    private final Chance chance;
    private final long seed;

    public RandomCalls(long seed) {
        this.seed = seed;
        chance = new Chance(seed);
    }

    /** With some failures in its first two seconds. */
    public Topology failing() {
        RandomSystems systems = new RandomSystems(seed);
        Topology sound = calling(systems.topology().withScenario(List.of()));
        while (!Validation.problems(sound).isEmpty()) {
            sound = calling(systems.topology().withScenario(List.of()));
        }
        return new RandomFaults(chance).failing(sound, chance.between(2, 12), 2_000);
    }

    /** Each server may call those after it, the first ones by a balancer before the others. */
    private Topology calling(Topology topology) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>(topology.links());
        List<String> servers = topology.nodes().stream()
                .filter(node -> node instanceof Server && !node.id().equals("store"))
                .map(Node::id)
                .toList();
        LoadBalancer inner = Systems.balancer("inner", chance.pick(Algorithm.ROUND_ROBIN, Algorithm.LEAST_CONNECTIONS))
                .with(
                        LoadBalancer.PASS_ON,
                        chance.half()
                                ? FailoverPolicy.NEVER
                                : new FailoverPolicy(2, Set.of(Failure.values()), true, chance.millis(20)))
                .with(LoadBalancer.QUEUE, chance.half() ? null : queue());
        boolean inside = servers.size() > 2;
        if (inside) {
            for (String target : servers.subList(2, servers.size())) {
                links.add(Systems.link("inner", target, chance.latency())
                        .with(Link.LIMIT, chance.half() ? Types.UNLIMITED : chance.between(1, 3)));
            }
        }
        for (Node node : topology.nodes()) {
            int place = servers.indexOf(node.id());
            if (!(node instanceof Server server) || place < 0) {
                nodes.add(node);
                continue;
            }
            List<ServiceCall> calls = new ArrayList<>();
            if (inside && place < 2 && chance.half()) {
                calls.add(call("inner"));
                links.add(Systems.link(node.id(), "inner", chance.latency()));
            }
            for (int later = place + 1; later < servers.size(); later++) {
                if (chance.half()) {
                    calls.add(call(servers.get(later)));
                    links.add(Systems.link(node.id(), servers.get(later), chance.latency()));
                }
            }
            nodes.add(server.with(Server.CALLS, calls)
                    .with(Server.WORKERS, chance.half() ? chance.between(1, 6) : Types.UNLIMITED));
        }
        if (inside) {
            nodes.add(inner);
        }
        return topology.withNodes(nodes).withLinks(links);
    }

    private BalancerQueue queue() {
        return BalancerQueue.of(chance.pick(BalancerQueue.By.values()))
                .with(BalancerQueue.LENGTH, chance.below(4))
                .with(BalancerQueue.TIMEOUT, chance.half() ? null : chance.millis(20));
    }

    /** A system with no failures of its own. */
    public Topology topology() {
        return calling(new RandomSystems(seed).topology().withScenario(List.of()));
    }

    /** Something fails, is mended, comes or goes, or the calls become others. */
    public Command command(Topology now) {
        return chance.oneIn(3)
                ? new Command.Revise(calledOtherwise(now))
                : new RandomSystems(chance.seed()).command(now);
    }

    private Topology calledOtherwise(Topology now) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : now.nodes()) {
            if (node instanceof Server server && chance.half()) {
                List<ServiceCall> calls = new ArrayList<>();
                server.calls().forEach(before -> calls.add(chance.half() ? before : call(before.to())));
                nodes.add(server.with(Server.CALLS, calls).with(Server.WORKERS, chance.between(1, 6)));
            } else {
                nodes.add(node);
            }
        }
        return now.withNodes(nodes);
    }

    private ServiceCall call(String to) {
        ServiceCall call = ServiceCall.to(to)
                .with(ServiceCall.COUNT, chance.between(1, 3))
                .with(ServiceCall.PARALLEL, chance.half())
                .with(ServiceCall.SHARE, chance.pick(1.0, 0.5))
                .with(ServiceCall.PATH, chance.oneIn(3) ? "/api" : null)
                .with(ServiceCall.TIMEOUT, chance.millis(30))
                .with(ServiceCall.OPTIONAL, chance.oneIn(3));
        if (chance.half()) {
            call = call.with(
                    ServiceCall.RETRIES,
                    new Retries(
                            chance.between(2, 4),
                            Duration.ofMillis(chance.below(10)),
                            Duration.ofMillis(20),
                            0.5,
                            Retries.ANY,
                            chance.oneIn(3) ? chance.millis(50) : null,
                            chance.oneIn(3) ? new Retries.Budget(0.2, 1) : null));
        }
        if (chance.oneIn(3)) {
            call = call.with(ServiceCall.HEDGE, new Hedge(chance.millis(10), chance.between(1, 2)));
        }
        return chance.half()
                ? call
                : call.with(
                        ServiceCall.BREAKER,
                        new Breaker(
                                chance.between(1, 20),
                                chance.oneIn(3) ? Duration.ofSeconds(1) : null,
                                chance.between(1, 10),
                                0.5,
                                1,
                                chance.millis(30),
                                chance.half() ? 5 : Types.UNLIMITED,
                                chance.millis(300),
                                chance.between(1, 3)));
    }
}
