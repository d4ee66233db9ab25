package roundhouse.simulation.balancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.routing.Balancer;
import roundhouse.routing.RequestRules;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.PickText;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.targets.AtLimit;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.simulation.targets.TargetHealth;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.types.Types;

/** A load balancer's links, by pool. At layer 4 they are all one. A pool stays when its last link leaves. */
final class TargetGroups {
    private static final TargetGroup[] NONE = {};

    private final RunContext context;
    private TargetGroup[] groups = NONE;
    private final List<LinkComponent> links = new ArrayList<>();
    private LoadBalancer spec;
    private RequestRules rules;
    /** The index of the group that requests of no rule go to, or {@link Balancer#NONE}. */
    private int byDefault = Balancer.NONE;

    /** How many memories of who sticks to whom there ever were. */
    private int memories;

    TargetGroups(RunContext context, LoadBalancer spec) {
        this.context = context;
        this.spec = spec;
        this.rules = spec.requestRules();
    }

    /** The balancer is another one from now on; of another layer it {@linkplain #forget forgets} too. */
    void update(LoadBalancer now) {
        LoadBalancer before = spec;
        spec = now;
        rules = now.requestRules();
        for (TargetGroup group : groups) {
            if (!before.balancing().equals(spec.balancing())) {
                group.balancing(spec.balancing());
            }
            if (!Objects.equals(before.queue(), spec.queue())) {
                atLimit(group);
            }
            if (!before.sticky().equals(spec.sticky())) {
                group.stickiness(spec.sticky(), spec.layer(), ++memories);
            }
            if (!before.health().equals(spec.health())) {
                group.health(spec.health());
            }
            if (!before.zoneAware().equals(spec.zoneAware()) || !Objects.equals(before.zone(), spec.zone())) {
                group.zones(spec.zoneAware().rule(), spec.zone());
            }
            if (before.backups() != spec.backups()) {
                group.lines().oneBackup(spec.backups() == BackupUse.FIRST);
            }
        }
    }

    private void atLimit(TargetGroup group) {
        BalancerQueue queue = spec.queue();
        if (queue == null) {
            group.lines().atLimit(AtLimit.ELSEWHERE, Types.UNLIMITED);
        } else {
            group.lines()
                    .atLimit(
                            queue.by() == BalancerQueue.By.TARGET ? AtLimit.WAITS_THERE : AtLimit.WAITS,
                            queue.targetLength());
        }
    }

    /** Adds the pools that are routed by key. */
    void addKeyedPools(List<KeyedPool> pools) {
        for (TargetGroup group : groups) {
            Placement placement = group.placement();
            if (placement != null) {
                pools.add(new KeyedPool(spec.id(), group.name(), placement, null));
            }
        }
    }

    /** Distances between regions changed. */
    void regionsChanged() {
        for (TargetGroup group : groups) {
            group.balancing(spec.balancing());
        }
    }

    /** They have the targets that they begin with. */
    void begin() {
        for (TargetGroup group : groups) {
            group.begin();
        }
    }

    List<LinkComponent> links() {
        return links;
    }

    void add(LinkComponent link) {
        links.add(link);
        groupFor(link).add(link);
    }

    /** The link's target was added while the balancer is at work. */
    void startSlowly(LinkComponent link) {
        groupFor(link).startSlowly(link);
    }

    void remove(LinkComponent link) {
        links.remove(link);
        leave(link);
    }

    private void leave(LinkComponent link) {
        for (TargetGroup group : groups) {
            if (group.has(link)) {
                group.remove(link);
            }
        }
    }

    /** The link's weight, pool or other attributes may have changed. Returns whether it is in another pool now. */
    boolean update(LinkComponent link) {
        TargetGroup group = groupFor(link);
        if (group.has(link)) {
            group.update(link);
            return false;
        }
        leave(link);
        group.add(link);
        return true;
    }

    /** Starts anew: counts at zero, new balancers, an empty stick table. */
    void forget() {
        for (TargetGroup group : groups) {
            group.end();
        }
        groups = NONE;
        byDefault = Balancer.NONE;
        links.forEach(link -> groupFor(link).add(link));
        begin();
    }

    /** The group that the link belongs to; made when there is none. */
    private TargetGroup groupFor(LinkComponent link) {
        String pool = spec.layer() == 4 ? Link.DEFAULT_POOL : link.link().pool();
        int group = find(pool);
        if (group != Balancer.NONE) {
            return groups[group];
        }
        TargetGroup made = new TargetGroup(context, spec.id(), pool, spec.balancing(), this::rule);
        atLimit(made);
        made.stickiness(spec.sticky(), spec.layer(), ++memories);
        made.health(spec.health());
        made.zones(spec.zoneAware().rule(), spec.zone());
        made.lines().oneBackup(spec.backups() == BackupUse.FIRST);
        groups = Arrays.copyOf(groups, groups.length + 1);
        groups[groups.length - 1] = made;
        byDefault = find(Link.DEFAULT_POOL);
        return made;
    }

    /** How zones are regarded in the first pool where they are, in two words; empty where they are in none. */
    String zoneMode() {
        for (TargetGroup group : groups) {
            if (!group.zoneMode().isEmpty()) {
                return group.zoneMode();
            }
        }
        return "";
    }

    TargetGroup get(int index) {
        return groups[index];
    }

    /** The attempt leaves the balancer, answered or not. */
    void departed(Attempt attempt) {
        if (attempt.top().kept != 0) {
            for (TargetGroup group : groups) {
                group.departed(attempt);
            }
        }
    }

    /** The index of the group that the attempt is for, or {@link Balancer#NONE}. */
    int indexFor(Attempt attempt) {
        Rule rule = ruleFor(attempt);
        return rule == null ? byDefault : find(rule.pool());
    }

    /** The rule that the attempt comes under, or null when it is none. */
    private @Nullable Rule ruleFor(Attempt attempt) {
        int rule = spec.layer() == 4 ? RequestRules.NO_RULE : rules.match(attempt.kind(), attempt.read);
        return rule == RequestRules.NO_RULE ? null : spec.rules().get(rule);
    }

    /** The same in words; empty when it is none. */
    String rule(Attempt attempt) {
        Rule rule = ruleFor(attempt);
        return rule == null ? "" : PickText.rule(rule);
    }

    private int find(String name) {
        for (int group = 0; group < groups.length; group++) {
            if (groups[group].name().equals(name)) {
                return group;
            }
        }
        return Balancer.NONE;
    }

    /** Checks found out that the target at the link's end is up, or down. */
    void checked(LinkComponent link, boolean up) {
        for (TargetGroup group : groups) {
            TargetHealth health = group.health();
            if (health != null && group.has(link)) {
                health.checked(group.indexOf(link), up);
            }
        }
    }

    /** Outlier ejection's interval is over. */
    void ejectionInterval() {
        for (TargetGroup group : groups) {
            TargetHealth health = group.health();
            if (health != null) {
                health.interval();
            }
        }
    }

    /** How the balancer sees the target at the link's end: one of {@link TargetState}. */
    byte view(LinkComponent link) {
        TargetGroup group = groupFor(link);
        TargetHealth health = group.health();
        byte view = health == null ? TargetState.IN_USE : health.view(group.indexOf(link));
        return link.isDraining() && (view == TargetState.IN_USE || view == TargetState.WARMING)
                ? TargetState.DRAINING
                : view;
    }

    /** Since when the target is in that state for it, simulated nanoseconds. */
    long viewedSinceNanos(LinkComponent link) {
        TargetGroup group = groupFor(link);
        TargetHealth health = group.health();
        return health == null || view(link) == TargetState.DRAINING
                ? link.drainedAtNanos()
                : health.sinceNanos(group.indexOf(link));
    }
}
