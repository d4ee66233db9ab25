package roundhouse.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.Balancing;
import roundhouse.topology.nodes.Health;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.Sticky;

/** The links of one pool, and the balancer that chooses among them. A link that left keeps its place, so that replies find it. */
final class TargetGroup {
    private final RunContext engine;
    private final String owner;
    private final String name;
    private final Pool pool = new Pool();
    private LinkComponent[] links = {};
    private String algorithm = "";
    private Balancer balancer;
    private @Nullable Stickiness stickiness;
    private @Nullable TargetHealth health;

    TargetGroup(RunContext engine, String owner, String name, Balancing balancing) {
        this.engine = engine;
        this.owner = owner;
        this.name = name;
        this.balancer = create(balancing);
    }

    /** From now on clients stick to their targets by this, beginning with no memory. */
    void stickiness(Sticky sticky) {
        stickiness = sticky.by() == Sticky.By.OFF ? null : new Stickiness(sticky);
    }

    /** What clients stick to their targets by, or null when they do not. */
    @Nullable
    Stickiness stickiness() {
        return stickiness;
    }

    /** From now on these rules say who is in health; all are, to begin with. */
    void health(Health rules) {
        if (health != null) {
            health.end();
        }
        health = rules.equals(Health.NONE) ? null : new TargetHealth(engine, owner, this, rules);
    }

    /** Nobody is picked from it any more. */
    void end() {
        if (health != null) {
            health.end();
        }
    }

    /** Who of the group is in health, or null when nobody asks. */
    @Nullable
    TargetHealth health() {
        return health;
    }

    private Balancer create(Balancing balancing) {
        algorithm = balancing.algorithm().key();
        return balancing
                .algorithm()
                .create(new Algorithm.Context(
                        engine.streams.of(owner, "picks from " + name),
                        engine.kernel::now,
                        engine.regions.regions(),
                        DurationSampler.nanos(balancing.decay()),
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
        pool.draining(target, component.isDraining());
        links = Arrays.copyOf(links, links.length + 1);
        links[target] = component;
        if (health != null) {
            health.added(target);
        }
    }

    /** The document says that it is out of use, or the address at its end is at another balancer now. */
    private static boolean isOut(LinkComponent component) {
        return component.link().down() || component.addressElsewhere();
    }

    private static @Nullable String zone(Node node) {
        return node instanceof Server server ? server.zone() : null;
    }

    /** The link's attributes, or its server's, may have changed. */
    void update(LinkComponent component) {
        int target = indexOf(component);
        Link link = component.link();
        pool.zone(target, zone(component.to.node()));
        if (pool.fullWeight(target) != link.weight()) {
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
        if (pool.isDraining(target) != component.isDraining()) {
            pool.draining(target, component.isDraining());
        }
        if (health != null) {
            health.membersChanged();
        }
    }

    void remove(LinkComponent component) {
        int target = indexOf(component);
        pool.remove(target);
        if (health != null) {
            health.removed(target);
        }
    }

    /** Whether the link is a target here, and not a removed one. */
    boolean has(LinkComponent component) {
        return indexOf(component) >= 0;
    }

    /** The link's target, or {@link Balancer#NONE} when it is none here, or a removed one. */
    int indexOf(LinkComponent component) {
        for (int target = links.length - 1; target >= 0; target--) {
            if (links[target].number() == component.number()) {
                return pool.isRemoved(target) ? Balancer.NONE : target;
            }
        }
        return Balancer.NONE;
    }

    LinkComponent link(int target) {
        return links[target];
    }

    /** The only target there ever was if it can take a request, else {@link Balancer#NONE}: then ask {@link #pick}. */
    int only() {
        return pool.size() == 1 && pool.canTake(0) ? 0 : Balancer.NONE;
    }

    /** The target that gets the call, by stickiness or else by the balancer's pick; or {@link Balancer#NONE}. */
    int choose(Attempt call) {
        if (health != null) {
            health.choosing();
        }
        if (stickiness == null) {
            return pick(call);
        }
        long now = engine.kernel.now();
        int target = stickiness.find(call, pool, now);
        if (target != Balancer.NONE) {
            engine.probe.stuck(call, this, target);
            return target;
        }
        target = pick(call);
        if (target != Balancer.NONE) {
            stickiness.given(call, pool, target, now);
        }
        return target;
    }

    /** The target the balancer picks, or {@link Balancer#NONE}. */
    int pick(Attempt call) {
        PriorityLevels levels = levels();
        Request request = levels == null ? call : levels.decide(call);
        engine.probe.picking(call, this);
        return balancer.pick(request, pool);
    }

    private @Nullable PriorityLevels levels() {
        return health == null ? null : health.levels();
    }

    /** Explains the pick that is about to be made for the call, and does nothing. */
    Explanation explain(Attempt call) {
        PriorityLevels levels = levels();
        return balancer.explain(levels == null ? call : levels.decided(call), pool);
    }

    /** Why the pick that is about to be made for the call is between primaries, or backups; empty when nothing had to be decided. */
    String level(Attempt call) {
        PriorityLevels levels = levels();
        return levels == null ? "" : levels.reason(call);
    }

    /** The placement that picks are made by, or null where keys do not decide. */
    @Nullable
    Placement placement() {
        return balancer.placement(pool);
    }

    String algorithm() {
        return algorithm;
    }

    void started(int target) {
        if (health != null) {
            health.chosen(target);
        }
        pool.started(target);
        balancer.started(target);
    }

    /** What the target made of a request says something of its health. */
    void judge(int target, Outcome outcome) {
        if (health != null && !pool.isRemoved(target)) {
            balancer.weaken(target, health.judged(target, outcome));
        }
    }

    void finished(int target, long nanos, Outcome outcome) {
        pool.finished(target);
        balancer.finished(target, nanos, outcome);
    }
}
