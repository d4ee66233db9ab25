package roundhouse.simulation.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.routing.zones.ZoneCounts;

/** The zones of a pool's primaries, numbered as they come; a zone keeps its number. */
final class PoolZones {
    private final Pool pool;
    private final List<String> names = new ArrayList<>();
    /** For each target its zone's number. */
    private int[] zones = {};
    /** For each zone the primaries there that may get requests. */
    private int[][] members = {};

    PoolZones(Pool pool) {
        this.pool = pool;
    }

    private int number(@Nullable String zone) {
        String name = zone == null ? ZoneCounts.UNNAMED : zone;
        int number = names.indexOf(name);
        if (number < 0) {
            number = names.size();
            names.add(name);
        }
        return number;
    }

    /** Counts anew, for a balancer that stands in that zone, or in none, and balancers by zone. */
    ZoneCounts count(@Nullable String own, Map<String, Integer> balancers) {
        zones = new int[pool.size()];
        for (int target = 0; target < zones.length; target++) {
            zones[target] = number(pool.zone(target));
        }
        balancers.keySet().forEach(this::number);
        int home = own == null ? ZoneCounts.NOWHERE : number(own);
        int[] standing = new int[names.size()];
        balancers.forEach((zone, count) -> standing[number(zone)] = count);
        int[] targets = new int[names.size()];
        int[] healthy = new int[names.size()];
        members = new int[names.size()][];
        Arrays.setAll(members, zone -> primaries(zone, targets, healthy));
        return new ZoneCounts(List.copyOf(names), home, standing, targets, healthy, pool.panics(false));
    }

    private int[] primaries(int zone, int[] targets, int[] healthy) {
        int[] here = new int[pool.size()];
        for (int target = 0; target < zones.length; target++) {
            boolean counts = zones[target] == zone
                    && !pool.isBackup(target)
                    && !pool.isRemoved(target)
                    && !pool.isDown(target)
                    && pool.fullWeight(target) > 0;
            targets[zone] += counts ? 1 : 0;
            if (counts && pool.isHealthy(target) && !pool.isDraining(target)) {
                here[healthy[zone]++] = target;
            }
        }
        return Arrays.copyOf(here, healthy[zone]);
    }

    /** The number of the target's zone, as it was when last counted. */
    int of(int target) {
        return target < zones.length ? zones[target] : ZoneCounts.NOWHERE;
    }

    String name(int zone) {
        return names.get(zone);
    }

    /** Whether a primary of the zone can take the request. */
    boolean isAble(int zone, Request request) {
        for (int target : members[zone]) {
            if (pool.canTake(target) && !request.tried(target)) {
                return true;
            }
        }
        return false;
    }
}
