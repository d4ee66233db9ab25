package roundhouse.simulation.targets;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Balancing;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;

/** The links of one pool, and the balancer that chooses among them. A link that left keeps its place, so that replies find it. */
public final class TargetGroup implements PickExplainer {
    /** What sends requests to this group. */
    public interface Rules {
        /** The node has no rules. */
        Rules NONE = _ -> "";

        /** The rule that the attempt comes under, in words; empty when it is none. */
        String ruleFor(Attempt attempt);
    }

    private final RunContext context;
    private final String owner;
    private final String name;
    private final Rules rules;
    private final Pool pool = new Pool();
    private LinkComponent[] links = {};
    private String algorithm = "";
    private Balancer balancer;
    private @Nullable Stickiness stickiness;
    private Health healthRules = Health.NONE;
    /** Null while neither the rules nor a link keep requests from any target. */
    private @Nullable TargetHealth health;

    public TargetGroup(RunContext context, String owner, String name, Balancing balancing, Rules rules) {
        this.context = context;
        this.owner = owner;
        this.name = name;
        this.rules = rules;
        this.balancer = create(balancing);
    }

    /** From now on clients stick to their targets by this, beginning with no memory. */
    public void stickiness(Sticky sticky) {
        stickiness = sticky.by() == Sticky.By.OFF ? null : new Stickiness(sticky);
    }

    /** From now on these health rules apply; all targets begin healthy. */
    public void health(Health rules) {
        if (health != null) {
            health.end();
        }
        healthRules = rules;
        health = null;
        if (!rules.equals(Health.NONE) || anyJudges()) {
            health = new TargetHealth(context, owner, this, rules);
        }
    }

    private boolean anyJudges() {
        return Arrays.stream(links).anyMatch(link -> link.link().passive(null) != null);
    }

    /** No target of it is picked any more. */
    public void end() {
        if (health != null) {
            health.end();
        }
    }

    /** The health of the targets, or null without health rules. */
    @Nullable
    public TargetHealth health() {
        return health;
    }

    private Balancer create(Balancing balancing) {
        algorithm = balancing.algorithm().key();
        return balancing
                .algorithm()
                .create(new Algorithm.Context(
                        context.streams.of(owner, "picks from " + name),
                        context.kernel::nowNanos,
                        context.regions.regions(),
                        DurationSampler.nanos(balancing.decay()),
                        balancing.placement()));
    }

    /** From now on these rules choose; they begin with no history. */
    public void balancing(Balancing balancing) {
        balancer = create(balancing);
    }

    public String name() {
        return name;
    }

    public Pool pool() {
        return pool;
    }

    public void add(LinkComponent component) {
        Link link = component.link();
        int target = pool.add(link.to(), link.weight(), link.backup(), link.limit(), component.to.region());
        pool.down(target, isOut(component));
        pool.zone(target, zone(component.to));
        pool.draining(target, component.isDraining());
        links = Arrays.copyOf(links, links.length + 1);
        links[target] = component;
        if (health != null) {
            health.added(target);
        } else if (component.link().passive(null) != null) {
            health(healthRules);
        }
    }

    /** The document says that it is out of use, or the address at its end is at another balancer now. */
    private static boolean isOut(LinkComponent component) {
        return component.link().down() || component.addressElsewhere();
    }

    private static @Nullable String zone(NodeComponent target) {
        return target.serves() ? target.node().zone() : null;
    }

    /** The link's attributes, or its server's, may have changed. */
    public void update(LinkComponent component) {
        int target = indexOf(component);
        Link link = component.link();
        pool.zone(target, zone(component.to));
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
            if (!isOut(component) && component.addressSinceNanos() != context.kernel.nowNanos()) {
                // It is in use again because somebody said so.
                startSlowly(component);
            }
        }
        if (pool.isDraining(target) != component.isDraining()) {
            pool.draining(target, component.isDraining());
        }
        if (health != null) {
            health.membersChanged();
            health.judgeByLink(target);
        } else if (component.link().passive(null) != null) {
            health(healthRules);
        }
    }

    /** The link's target is new here, or in use again: it gets its weight step by step, if the rules say so. */
    public void startSlowly(LinkComponent component) {
        if (health != null) {
            health.startSlowly(indexOf(component));
        }
    }

    public void remove(LinkComponent component) {
        int target = indexOf(component);
        pool.remove(target);
        if (health != null) {
            health.removed(target);
        }
    }

    /** Whether the link is a target here, and not a removed one. */
    public boolean has(LinkComponent component) {
        return indexOf(component) >= 0;
    }

    /** The link's target, or {@link Balancer#NONE} when it is none here, or a removed one. */
    public int indexOf(Component component) {
        for (int target = links.length - 1; target >= 0; target--) {
            if (links[target].number() == component.number()) {
                return pool.isRemoved(target) ? Balancer.NONE : target;
            }
        }
        return Balancer.NONE;
    }

    public LinkComponent link(int target) {
        return links[target];
    }

    /** The only target there ever was if it can take a request, else {@link Balancer#NONE}: then ask {@link #pick}. */
    public int only() {
        return pool.size() == 1 && pool.canTake(0) ? 0 : Balancer.NONE;
    }

    /** The target that gets the attempt, by stickiness or else by the balancer's pick; or {@link Balancer#NONE}. */
    public int choose(Attempt attempt) {
        if (health != null) {
            health.choosing();
        }
        if (stickiness == null) {
            return pick(attempt);
        }
        long nowNanos = context.kernel.nowNanos();
        int target = stickiness.find(attempt, pool, nowNanos);
        if (target != Balancer.NONE) {
            context.observer.stuck(attempt, this, target);
            return target;
        }
        target = pick(attempt);
        if (target != Balancer.NONE) {
            stickiness.given(attempt, pool, target, nowNanos);
        }
        return target;
    }

    /** The target the balancer picks, or {@link Balancer#NONE}. */
    public int pick(Attempt attempt) {
        PriorityLevels levels = levels();
        Request request = levels == null ? attempt : levels.decide(attempt);
        context.observer.picking(attempt, this);
        return balancer.pick(request, pool);
    }

    private @Nullable PriorityLevels levels() {
        return health == null ? null : health.levels();
    }

    @Override
    public Pick byAlgorithm(Attempt attempt) {
        PriorityLevels levels = levels();
        Explanation explanation = balancer.explain(levels == null ? attempt : levels.decided(attempt), pool);
        String level = levels == null ? "" : levels.reason(attempt);
        Pick.Ground ground = new Pick.Ground.Algorithm(AddressWords.in(explanation, links), unstuck(attempt), level);
        int target = explanation.picked();
        return pick(attempt, ground, target == Balancer.NONE ? "" : pool.name(target));
    }

    private String unstuck(Attempt attempt) {
        String client = stickiness == null ? "" : stickiness.client(attempt);
        if (stickiness == null || client.isEmpty()) {
            return "";
        }
        int target = stickiness.peek(attempt, pool);
        return target == Balancer.NONE
                ? client.substring(0, 1).toUpperCase(Locale.ROOT) + client.substring(1) + " sticks to nobody yet."
                : pool.name(target) + ", to which " + client + " sticks, cannot take it now.";
    }

    @Override
    public Pick byStickiness(Attempt attempt, int target) {
        String client = stickiness == null ? "" : stickiness.client(attempt);
        return pick(attempt, new Pick.Ground.Stickiness(client), pool.name(target));
    }

    @Override
    public Pick byRepetition(Attempt attempt, int target) {
        return pick(attempt, new Pick.Ground.Repetition(attempt.top().failures()), pool.name(target));
    }

    @Override
    public Pick byConnection(Attempt attempt, int target, long opener) {
        return pick(attempt, new Pick.Ground.Connection(opener), pool.name(target));
    }

    private Pick pick(Attempt attempt, Pick.Ground ground, String target) {
        return new Pick(owner, context.kernel.nowNanos(), algorithm, rules.ruleFor(attempt), ground, target);
    }

    /** The placement that picks are made by, or null where keys do not decide. */
    @Nullable
    public Placement placement() {
        return balancer.placement(pool);
    }

    public void started(int target) {
        if (health != null) {
            health.chosen(target);
        }
        pool.started(target);
        balancer.started(target);
    }

    /** How the target failed a request, or that it did not (null), says something of its health. */
    public void judge(int target, @Nullable Failure failure) {
        if (health != null && !pool.isRemoved(target)) {
            balancer.weaken(target, health.judged(target, failure));
        }
    }

    public void finished(int target, long nanos, Outcome outcome) {
        pool.finished(target);
        balancer.finished(target, nanos, outcome);
    }
}
