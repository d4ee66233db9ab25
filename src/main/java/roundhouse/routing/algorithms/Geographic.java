package roundhouse.routing.algorithms;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;
import roundhouse.routing.Request;

/**
 * The nearest region with a target able to serve, by great-circle distance from the client's own, which is at distance 0. When it
 * has nobody able, for being down or full, the request spills over to the next nearest. Within a region the targets take turns by
 * smooth weighted round robin.
 *
 * <p>Regions at equal or unknown distance (the client names no region, or a region has no place) come in the order in which the pool
 * first names them; targets without a region form one such group. Backups serve, nearest first, only while no primary anywhere
 * can. A pick costs a walk over the region's targets; the order of regions is worked out once for each client region.
 */
final class Geographic implements Balancer {
    private static final int WALK_UP_TO = 32;

    private final Regions regions;
    private final EligibleTargets members = new EligibleTargets();
    private final SmoothWeights weights = new SmoothWeights();
    private Areas primaries;
    private Areas backups;

    Geographic(Regions regions) {
        this.regions = regions;
        primaries = new Areas(new Pool(), new int[0]);
        backups = primaries;
    }

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            primaries.flush(weights);
            backups.flush(weights);
            weights.fit(pool);
            primaries = new Areas(pool, members.primaries());
            backups = new Areas(pool, members.backups());
        }
        int target = primaries.pick(request, pool);
        return target != NONE ? target : backups.pick(request, pool);
    }

    @Override
    public void started(int target) {
        moved(target);
    }

    @Override
    public void finished(int target, long latencyNanos, Outcome outcome) {
        moved(target);
    }

    private void moved(int target) {
        primaries.moved(target);
        backups.moved(target);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        SmoothWeights now = weights.copy();
        primaries.flush(now);
        backups.flush(now);
        now.fit(pool);
        int[] nearest = nearest(request, pool, EligibleTargets.candidates(request, pool));
        int picked = NONE;
        int equals = 0;
        for (int target : nearest) {
            long difference = picked == NONE ? 1 : now.afterGain(target) - now.afterGain(picked);
            equals = difference > 0 ? 1 : difference == 0 ? equals + 1 : equals;
            picked = difference > 0 ? target : picked;
        }
        return new Explanation(
                picked,
                "the nearest region with a target able to serve; within it the most after each gains its weight",
                Explaining.candidates(
                        request,
                        pool,
                        target -> distance(request, pool, target) + "; " + now.workings(target),
                        target -> Long.toString(now.afterGain(target)),
                        target -> Arrays.binarySearch(nearest, target) >= 0 ? "" : "another region comes first"),
                Explaining.tie(equals, "the first declared wins"));
    }

    private int[] nearest(Request request, Pool pool, int[] candidates) {
        return IntStream.range(0, pool.size())
                .map(pool::region)
                .distinct()
                .mapToObj(region -> select(pool, candidates, region))
                .filter(targets -> targets.length > 0)
                .min(Comparator.comparingDouble(targets -> regions.between(request.region(), pool.region(targets[0]))))
                .orElse(new int[0]);
    }

    private static int[] select(Pool pool, int[] group, int region) {
        return Arrays.stream(group)
                .filter(target -> pool.region(target) == region)
                .toArray();
    }

    private String distance(Request request, Pool pool, int target) {
        double kilometres = regions.between(request.region(), pool.region(target));
        return Double.isInfinite(kilometres) ? "distance unknown" : Math.round(kilometres) + " km";
    }

    /** A group's targets by region, and for each client region the order to ask them in. */
    private final class Areas {
        private final int[] regionOf;
        private final SmoothWrrGroup[] groups;
        private final int[] areaOf;
        private final int[] @Nullable [] orders = new int[regions.count() + 1][];

        Areas(Pool pool, int[] targets) {
            regionOf =
                    IntStream.range(0, pool.size()).map(pool::region).distinct().toArray();
            groups = new SmoothWrrGroup[regionOf.length];
            areaOf = new int[pool.size()];
            for (int area = 0; area < regionOf.length; area++) {
                int[] within = select(pool, targets, regionOf[area]);
                groups[area] = new SmoothWrrGroup(pool, within, weights, false, WALK_UP_TO);
                for (int target : within) {
                    areaOf[target] = area;
                }
            }
        }

        int pick(Request request, Pool pool) {
            for (int area : nearestFirst(request.region())) {
                int target = groups[area].pick(request, pool);
                if (target != NONE) {
                    return target;
                }
            }
            return NONE;
        }

        void moved(int target) {
            if (target < areaOf.length) {
                groups[areaOf[target]].moved(target);
            }
        }

        void flush(SmoothWeights into) {
            for (SmoothWrrGroup group : groups) {
                group.flush(into);
            }
        }

        int[] nearestFirst(int client) {
            int[] order = orders[client + 1];
            if (order == null) {
                order = IntStream.range(0, regionOf.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(area -> regions.between(client, regionOf[area])))
                        .mapToInt(Integer::intValue)
                        .toArray();
                orders[client + 1] = order;
            }
            return order;
        }
    }
}
