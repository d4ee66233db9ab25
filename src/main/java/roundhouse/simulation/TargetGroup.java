package roundhouse.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Algorithm;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.topology.Balancing;
import roundhouse.topology.Link;
import roundhouse.topology.Node;

/** The links of one pool, and the balancer that chooses among them. A link that left keeps its place, so that replies find it. */
final class TargetGroup {
    private final Engine engine;
    private final String owner;
    private final String name;
    private final Pool pool = new Pool();
    private LinkComponent[] links = {};
    private String algorithm = "";
    private Balancer balancer;

    TargetGroup(Engine engine, String owner, String name, Balancing balancing) {
        this.engine = engine;
        this.owner = owner;
        this.name = name;
        this.balancer = create(balancing);
    }

    private Balancer create(Balancing balancing) {
        algorithm = balancing.algorithm().key();
        return balancing
                .algorithm()
                .create(new Algorithm.Context(
                        engine.streams.of(owner, "picks from " + name),
                        engine.kernel::now,
                        engine.regions.regions(),
                        Durations.nanos(balancing.decay()),
                        balancing.placement()));
    }

    /** From now on these rules choose; they begin with no history. */
    void balancing(Balancing balancing) {
        balancer = create(balancing);
    }

    String name() {
        return name;
    }

    Pool pool() {
        return pool;
    }

    void add(LinkComponent component) {
        Link link = component.link();
        int target = pool.add(link.to(), link.weight(), link.backup(), link.limit(), component.to.region());
        pool.down(target, isOut(component));
        pool.zone(target, zone(component.to.node()));
        links = Arrays.copyOf(links, links.length + 1);
        links[target] = component;
    }

    /** The document says that it is out of use, or the address at its end is at another balancer now. */
    private static boolean isOut(LinkComponent component) {
        return component.link().down() || component.addressElsewhere();
    }

    private static @Nullable String zone(Node node) {
        return node instanceof Node.Server server ? server.zone() : null;
    }

    /** The link's attributes, or its server's, may have changed. */
    void update(LinkComponent component) {
        int target = indexOf(component);
        Link link = component.link();
        pool.zone(target, zone(component.to.node()));
        if (pool.weight(target) != link.weight()) {
            pool.weight(target, link.weight());
        }
        if (pool.limit(target) != link.limit()) {
            pool.limit(target, link.limit());
        }
        if (pool.isBackup(target) != link.backup()) {
            pool.backup(target, link.backup());
        }
        if (pool.isDown(target) != isOut(component)) {
            pool.down(target, isOut(component));
        }
    }

    void remove(LinkComponent component) {
        pool.remove(indexOf(component));
    }

    /** Whether the link is a target here, and not a removed one. */
    boolean has(LinkComponent component) {
        return indexOf(component) >= 0;
    }

    private int indexOf(LinkComponent component) {
        for (int target = links.length - 1; target >= 0; target--) {
            if (links[target].number() == component.number()) {
                return pool.isRemoved(target) ? -1 : target;
            }
        }
        return -1;
    }

    LinkComponent link(int target) {
        return links[target];
    }

    /** The only target there ever was if it can take a request, else {@link Balancer#NONE}: then ask {@link #pick}. */
    int only() {
        return pool.size() == 1 && pool.canTake(0) ? 0 : Balancer.NONE;
    }

    /** The target the balancer picks, or {@link Balancer#NONE}. */
    int pick(Call call) {
        engine.probe.picking(call, this);
        return balancer.pick(call, pool);
    }

    /** Explains what {@link #pick} would do now, and does nothing. */
    Explanation explain(Call call) {
        return balancer.explain(call, pool);
    }

    String algorithm() {
        return algorithm;
    }

    void started(int target) {
        pool.started(target);
        balancer.started(target);
    }

    void finished(int target, long nanos, Outcome outcome) {
        pool.finished(target);
        balancer.finished(target, nanos, outcome);
    }
}
