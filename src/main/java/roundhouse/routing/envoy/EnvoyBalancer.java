package roundhouse.routing.envoy;

import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * What Envoy's balancers share. Source: Envoy, source/extensions/load_balancing_policies/common/load_balancer_impl.cc,
 * EdfLoadBalancerBase.
 */
abstract class EnvoyBalancer implements Balancer {
    private static final int[] NOBODY = {};

    final EligibleTargets members = new EligibleTargets();
    final long seed;
    private final EdfSchedule.Weight weight;
    EnvoyGroup primaries;
    EnvoyGroup backups;

    EnvoyBalancer(EdfSchedule.Weight weight, long seed) {
        this.weight = weight;
        this.seed = seed;
        primaries = new EnvoyGroup(weight, new Pool(), NOBODY, seed);
        backups = primaries;
    }

    final void follow(Pool pool) {
        if (members.refresh(pool)) {
            primaries = followed(primaries, pool, members.primaries());
            backups = followed(backups, pool, members.backups());
        }
    }

    private EnvoyGroup followed(EnvoyGroup group, Pool pool, int[] targets) {
        return group.isStill(pool, targets) ? group : new EnvoyGroup(weight, pool, targets, seed);
    }

    @Override
    public final int pick(Request request, Pool pool) {
        follow(pool);
        int target = pick(request, pool, primaries);
        return target != NONE ? target : pick(request, pool, backups);
    }

    private int pick(Request request, Pool pool, EnvoyGroup group) {
        EdfSchedule schedule = group.schedule;
        return schedule == null ? unweighted(request, pool, group) : schedule.pick(request, pool);
    }

    /** Picks among targets of one weight. */
    abstract int unweighted(Request request, Pool pool, EnvoyGroup group);

    /** The schedule's part in a pick, in words; empty where there is none. */
    static String deadline(Pool pool, EnvoyBalancer balancer, int target) {
        EdfSchedule schedule = (pool.isBackup(target) ? balancer.backups : balancer.primaries).schedule;
        return schedule == null || !schedule.contains(target)
                ? ""
                : "deadline " + Explaining.decimal(schedule.deadline(target));
    }

    final void likeness(EnvoyBalancer other) {
        primaries = other.primaries.copy();
        backups = other.backups.copy();
    }
}
