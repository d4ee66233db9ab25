package roundhouse.routing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    private final Regions regions;
    private final Members members = new Members();
    private final SmoothWeights weights = new SmoothWeights();
    private Areas primaries;
    private Areas backups;

    Geographic(Regions regions) {
        this.regions = regions;
        primaries = new Areas(regions, new Pool(), new int[0]);
        backups = primaries;
    }

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            weights.fit(pool);
            primaries = new Areas(regions, pool, members.primaries());
            backups = new Areas(regions, pool, members.backups());
        }
        int target = pick(request, pool, primaries);
        return target != NONE ? target : pick(request, pool, backups);
    }

    private int pick(Request request, Pool pool, Areas areas) {
        for (int area : areas.nearestFirst(request.region())) {
            int target = weights.pick(request, pool, areas.targets[area]);
            if (target != NONE) {
                return target;
            }
        }
        return NONE;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        SmoothWeights now = weights.copy();
        now.fit(pool);
        Areas areas = new Areas(regions, pool, Members.candidates(request, pool));
        int[] nearest = Arrays.stream(areas.nearestFirst(request.region()))
                .mapToObj(area -> areas.targets[area])
                .filter(targets -> targets.length > 0)
                .findFirst()
                .orElse(new int[0]);
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

    private String distance(Request request, Pool pool, int target) {
        double kilometres = regions.between(request.region(), pool.region(target));
        return Double.isInfinite(kilometres) ? "distance unknown" : Math.round(kilometres) + " km";
    }

    /** The targets of a group by region, and for each client region the order to ask them in. */
    private static final class Areas {
        private final Regions regions;
        private final int[] regionOf;
        private final int[][] targets;
        private final int[] @Nullable [] orders;

        Areas(Regions regions, Pool pool, int[] group) {
            this.regions = regions;
            regionOf =
                    IntStream.range(0, pool.size()).map(pool::region).distinct().toArray();
            targets = new int[regionOf.length][];
            for (int area = 0; area < regionOf.length; area++) {
                int region = regionOf[area];
                targets[area] = Arrays.stream(group)
                        .filter(target -> pool.region(target) == region)
                        .toArray();
            }
            orders = new int[regions.count() + 1][];
        }

        int[] nearestFirst(int client) {
            int[] order = orders[client + 1];
            if (order == null) {
                order = IntStream.range(0, regionOf.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(
                                regions.between(client, regionOf[a]), regions.between(client, regionOf[b])))
                        .mapToInt(Integer::intValue)
                        .toArray();
                orders[client + 1] = order;
            }
            return order;
        }
    }
}
