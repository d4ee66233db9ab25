package roundhouse.exchange.configuration.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import roundhouse.health.PassiveFailures;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Health;

/** What the balancer of a topology picks, by the objects that a simulation has too. */
final class LiveModel {
    private final Pool pool = new Pool();
    private final List<Link> links;
    private final Balancer balancer;
    private final PassiveFailures failures;

    LiveModel(Topology topology, LoadBalancer node) {
        links = topology.linksFrom(node.id());
        failures = new PassiveFailures(links.size());
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            int target = pool.add(link.to(), link.weight(), link.backup(), link.limit(), Regions.NOWHERE);
            pool.address(target, link.address());
            pool.down(target, link.down());
            Health.Passive passive = link.passive(node.health().passive());
            if (passive != null) {
                failures.rule(i, passive.maxFails(), passive.failTimeout().toSeconds());
            }
        }
        Algorithm algorithm = node.balancing().algorithm();
        balancer = algorithm.create(new Algorithm.Context(
                new RandomStream(topology.seed()),
                () -> 0,
                new Regions(new double[0][]),
                node.balancing().decay().toNanos(),
                node.balancing().placement(),
                node.balancing().uri()));
        balancer.begin(pool);
        pool.witness(() -> balancer.look(pool));
    }

    /** A request of a client about a key. */
    record Asked(Address client, long key, RequestKind kind, Set<Integer> failed) implements Request {
        Asked(Address client, long key) {
            this(client, key, RequestKind.PLAIN, new HashSet<>());
        }

        @Override
        public int region() {
            return Regions.NOWHERE;
        }

        @Override
        public long session() {
            return key;
        }

        @Override
        public boolean tried(int target) {
            return failed.contains(target);
        }

        @Override
        public boolean anyTried() {
            return !failed.isEmpty();
        }
    }

    /** The target of a request, which has it in hand until it is {@link #done}. */
    int pick(Request request) {
        int target = balancer.pick(request, pool);
        if (target != Balancer.NONE) {
            pool.started(target);
            balancer.started(target);
        }
        return target;
    }

    /** As checks have found it. */
    void down(int target, boolean down) {
        pool.down(target, down);
    }

    void draining(int target, boolean draining) {
        pool.draining(target, draining);
    }

    void weight(int target, int weight) {
        pool.weight(target, weight);
    }

    void done(int target, Outcome outcome) {
        pool.finished(target);
        balancer.finished(target, 1_000_000, outcome);
    }

    /** The next target under the rule of failures. */
    int pick(Request request, long nowSeconds) {
        for (int target = 0; target < pool.size(); target++) {
            boolean out = links.get(target).down() || failures.isOut(target, nowSeconds);
            if (out != pool.isDown(target)) {
                pool.down(target, out);
            }
        }
        int target = pick(request);
        if (target != Balancer.NONE) {
            failures.picked(target, nowSeconds);
        }
        return target;
    }

    void failed(Asked request, int target, long nowSeconds) {
        done(target, Outcome.REFUSED);
        request.failed().add(target);
        balancer.weaken(target, failures.failed(target, pool.weight(target), nowSeconds));
    }

    void answered(int target) {
        done(target, Outcome.OK);
        failures.succeeded(target);
    }
}
