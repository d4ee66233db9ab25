package roundhouse.simulation.targets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.routing.Balancer;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.zones.ZoneRule;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;

/** The links of one pool, and the balancer that chooses among them. A link that left keeps its place, so that replies find it. */
public final class TargetGroup implements PickExplainer {
    private final RunContext context;
    private final String owner;
    private final String name;
    private final Pool pool = new Pool();
    private final PickReasons why;
    private final TargetLines lines;
    private LinkComponent[] links = {};
    private final TargetChoice choice;
    private @Nullable Stickiness stickiness;
    private Health healthRules = Health.NONE;
    /** Null while neither the rules nor a link keep requests from any target. */
    private @Nullable TargetHealth health;

    public TargetGroup(RunContext context, String owner, String name, Balancing balancing, PoolRules rules) {
        this.context = context;
        this.owner = owner;
        this.name = name;
        this.why = new PickReasons(context, owner, rules, pool);
        this.lines = new TargetLines(this);
        this.choice = new TargetChoice(context, owner, name, pool, balancing);
        algorithm(balancing);
    }

    /**
     * From now on clients of a balancer of that layer stick to their targets by this, beginning with no memory.
     *
     * @param number another one for each memory that the balancer ever has
     */
    public void stickiness(Sticky sticky, int layer, int number) {
        stickiness = sticky.by() == Sticky.By.OFF ? null : new Stickiness(sticky, layer, number);
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

    /** It has the targets that it begins with. */
    public void begin() {
        choice.begin();
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

    /** Who waits for its targets. */
    public TargetLines lines() {
        return lines;
    }

    /** Who tells of requests that wait. */
    public void waiting(Waiting waiting) {
        why.waiting = waiting;
    }

    /** From now on targets of the zone that the balancer stands in, null for none, are preferred by that rule, null for none. */
    public void zones(@Nullable ZoneRule rule, @Nullable String own) {
        choice.zones(rule, own);
    }

    /** How zones are regarded, in two words; empty where they are not, or before the first pick. */
    public String zoneMode() {
        return choice.zoneMode();
    }

    /** From now on these rules choose; they begin with no history. */
    public void balancing(Balancing balancing) {
        choice.balancing(balancing);
        algorithm(balancing);
    }

    private void algorithm(Balancing balancing) {
        why.algorithm = balancing.algorithm().key();
        lines.balancing(balancing);
        pool.sharesPlaces(balancing.isByHaproxysMap());
    }

    public String name() {
        return name;
    }

    public Pool pool() {
        return pool;
    }

    public void add(LinkComponent component) {
        Link link = component.link();
        int target = pool.add(
                link.to(),
                link.weight(),
                link.backup(),
                lines.pickedUpTo(link.limit(), link.backup()),
                component.to.region());
        pool.address(target, link.address());
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
        return target.node().zone();
    }

    /** The link's attributes, or its server's, may have changed. */
    public void update(LinkComponent component) {
        int target = indexOf(component);
        Link link = component.link();
        pool.address(target, link.address());
        pool.zone(target, zone(component.to));
        if (pool.fullWeight(target) != link.weight()) {
            pool.weight(target, link.weight());
        }
        if (pool.isBackup(target) != link.backup()) {
            pool.backup(target, link.backup());
        }
        lines.limit(target);
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
        int target = stuck(attempt);
        return target == Balancer.NONE ? pickAnew(attempt) : target;
    }

    /** The target that the client of the attempt sticks to, or {@link Balancer#NONE}. */
    public int stuck(Attempt attempt) {
        if (health != null) {
            health.choosing();
        }
        if (stickiness == null) {
            return Balancer.NONE;
        }
        int target = stickiness.find(attempt, pool, context.kernel.nowNanos());
        if (target != Balancer.NONE) {
            context.observer.stuck(attempt, this, target);
        }
        return target;
    }

    /** The target the balancer picks, whom the client is to stick to; or {@link Balancer#NONE}. */
    public int pickAnew(Attempt attempt) {
        int target = pick(attempt);
        if (target != Balancer.NONE && stickiness != null) {
            stickiness.given(attempt, pool, target, context.kernel.nowNanos());
        }
        return target;
    }

    /** The target with room takes the attempt, which waited for any, and whose client is to stick to it. */
    public void take(Attempt attempt, int target) {
        context.observer.picking(attempt, why.room(target));
        if (stickiness != null) {
            stickiness.given(attempt, pool, target, context.kernel.nowNanos());
        }
    }

    /** A reply of the target, of whatever status, goes back to the client of the attempt. */
    public void answered(Attempt attempt, int target) {
        if (stickiness != null) {
            stickiness.answered(attempt, target, context.kernel.nowNanos());
        }
    }

    /** The attempt leaves the balancer, answered or not. */
    public void departed(Attempt attempt) {
        if (stickiness != null) {
            stickiness.left(attempt);
        }
    }

    /** The target the balancer picks, or {@link Balancer#NONE}. */
    public int pick(Attempt attempt) {
        return choice.pick(attempt, levels(), this);
    }

    private @Nullable PriorityLevels levels() {
        return health == null ? null : health.levels();
    }

    @Override
    public Pick byAlgorithm(Attempt attempt) {
        PriorityLevels levels = levels();
        return why.algorithm(
                attempt,
                TargetWords.in(choice.explain(attempt, levels), links),
                stickiness,
                levels == null ? "" : levels.reason(attempt),
                choice.zoneReason(attempt, levels));
    }

    @Override
    public Pick byStickiness(Attempt attempt, int target) {
        return why.stickiness(attempt, stickiness, target);
    }

    @Override
    public Pick byRepetition(Attempt attempt, int target) {
        return why.repetition(attempt, target);
    }

    @Override
    public Pick byConnection(Attempt attempt, int target, long opener) {
        return why.connection(attempt, target, opener);
    }

    /**
     * The attempt finds no target with room.
     *
     * @param first whether none waits for any target yet
     */
    public void noRoom(Attempt attempt, boolean first) {
        context.observer.picking(attempt, why.noRoom);
        if (first) {
            choice.noRoom(attempt);
        }
    }

    /** The placement that picks are made by, or null where keys do not decide. */
    @Nullable
    public Placement placement() {
        return choice.placement();
    }

    public void started(int target) {
        if (health != null) {
            health.chosen(target);
        }
        pool.started(target);
        choice.started(target);
    }

    /** The same, but it counts neither against the target's limit nor in picks. */
    public void startedUncounted(int target) {
        if (health != null) {
            health.chosen(target);
        }
        lines.startedUncounted(target);
    }

    /** How the target failed a request, or that it did not (null), says something of its health. */
    public void judge(int target, @Nullable Failure failure) {
        if (health != null && !pool.isRemoved(target)) {
            choice.weaken(target, health.judged(target, failure));
        }
    }

    public void finished(int target, long nanos, Outcome outcome) {
        pool.finished(target);
        if (health != null) {
            health.ended(target, nanos, outcome);
        }
        choice.finished(target, nanos, outcome);
    }

    /** One that did not count has ended. */
    public void finishedUncounted(int target, long nanos, Outcome outcome) {
        lines.finishedUncounted(target);
        if (health != null) {
            health.ended(target, nanos, outcome);
        }
    }
}
