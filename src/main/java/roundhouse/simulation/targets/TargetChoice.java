package roundhouse.simulation.targets;

import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.routing.Balancer;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.routing.zones.ZoneRule;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.balancing.Balancing;

/** Who chooses among the targets of one pool: its balancer, or where zones are regarded those of the zones, which are told of everything. */
final class TargetChoice {
    private final RunContext context;
    private final String owner;
    private final String name;
    private final Pool pool;
    private Balancing balancing;
    private Balancer balancer;
    /** The rule by which the pool prefers a zone, and that zone. */
    private @Nullable ZoneRule zoneRule;

    private @Nullable String ownZone;
    private @Nullable ZoneRouting zones;

    /** @param name of the pool, of which the owner may have several */
    TargetChoice(RunContext context, String owner, String name, Pool pool, Balancing balancing) {
        this.context = context;
        this.owner = owner;
        this.name = name;
        this.pool = pool;
        this.balancing = balancing;
        balancer = create("");
        pool.witness(() -> balancer.look(pool));
    }

    /** The pool has the targets that it begins with. */
    void begin() {
        balancer.begin(pool);
    }

    /** From now on these rules choose; they begin with no history. */
    void balancing(Balancing now) {
        balancing = now;
        balancer = create("");
        zones(zoneRule, ownZone);
    }

    private Balancer create(String where) {
        return balancing
                .algorithm()
                .create(new Algorithm.Context(
                        context.streams.of(owner, "picks from " + name + where),
                        context.kernel::nowNanos,
                        context.regions.regions(),
                        DurationSampler.nanos(balancing.decay()),
                        balancing.placement(),
                        balancing.uri()));
    }

    /** From now on targets of the zone {@code own}, null for none, are preferred by that rule, null for none. */
    void zones(@Nullable ZoneRule rule, @Nullable String own) {
        zoneRule = rule;
        ownZone = own;
        ZoneRule applied = balancing.algorithm().zoneRule(rule);
        zones = applied == null
                ? null
                : new ZoneRouting(
                        owner,
                        pool,
                        applied,
                        own,
                        context.balancerZones,
                        context.streams.of(owner, "zones of " + name),
                        zone -> create(" in " + zone),
                        this::say);
    }

    private void say(String what) {
        String of = name.equals(Link.DEFAULT_POOL) ? "" : " (pool " + name + ")";
        context.transcript.say(context.titles.of(owner) + " " + what + of);
    }

    /** How zones are regarded, in two words; empty where they are not, or before the first pick. */
    String zoneMode() {
        return zones == null ? "" : zones.mode();
    }

    /**
     * The target for the attempt, or {@link Balancer#NONE}.
     *
     * @param levels how primaries and backups share the load, or null when backups serve only where no primary can
     * @param why what can be asked for reasons
     */
    int pick(Attempt attempt, @Nullable PriorityLevels levels, PickExplainer why) {
        Request request = levels == null ? attempt : levels.decide(attempt);
        if (zones != null) {
            return pickByZone(zones, levels, attempt, request, why);
        }
        context.observer.picking(attempt, why);
        return balancer.pick(request, pool);
    }

    private int pickByZone(
            ZoneRouting zones, @Nullable PriorityLevels levels, Attempt attempt, Request request, PickExplainer why) {
        Request decided = request;
        if (levels != null && levels.isForBackups()) {
            zones.disregard();
        } else {
            decided = zones.decide(request);
        }
        context.observer.picking(attempt, why);
        return zones.balancer(request, balancer).pick(decided, pool);
    }

    /** Why the pick for the attempt will be what it is, before it is made. */
    Explanation explain(Attempt attempt, @Nullable PriorityLevels levels) {
        Request request = levels == null ? attempt : levels.decided(attempt);
        Request seen = zones == null ? request : zones.decided(request);
        Balancer asked = zones == null ? balancer : zones.balancer(request, balancer);
        return asked.explain(seen, pool);
    }

    /** Why that zone; empty for no reason. */
    String zoneReason(Attempt attempt, @Nullable PriorityLevels levels) {
        return zones == null ? "" : zones.reason(levels == null ? attempt : levels.decided(attempt));
    }

    /** The first attempt that finds no target with room. */
    void noRoom(Attempt attempt) {
        balancer.noRoom(attempt, pool);
    }

    /** The placement that picks are made by, or null where keys do not decide. */
    @Nullable
    Placement placement() {
        return balancer.placement(pool);
    }

    private @Nullable Balancer ofZone(int target) {
        return zones == null ? null : zones.of(target);
    }

    void started(int target) {
        balancer.started(target);
        Balancer ofZone = ofZone(target);
        if (ofZone != null) {
            ofZone.started(target);
        }
    }

    void finished(int target, long nanos, Outcome outcome) {
        balancer.finished(target, nanos, outcome);
        Balancer ofZone = ofZone(target);
        if (ofZone != null) {
            ofZone.finished(target, nanos, outcome);
        }
    }

    /** The target's weight drops by that much in its next turns. */
    void weaken(int target, int amount) {
        balancer.weaken(target, amount);
        Balancer ofZone = ofZone(target);
        if (ofZone != null) {
            ofZone.weaken(target, amount);
        }
    }
}
