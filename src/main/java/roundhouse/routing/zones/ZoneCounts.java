package roundhouse.routing.zones;

import java.util.List;

/**
 * What a rule knows of the zones. Targets are a pool's primaries that are in use; those in no zone are in one without a name.
 *
 * @param names of the zones, as far as balancers or targets stand there
 * @param own the index of the balancer's own zone, or {@link #NOWHERE} when it stands in none
 * @param balancers in each zone, the balancer itself among them
 * @param targets in each zone
 * @param healthy those of them that may get requests
 * @param panic whether health is disregarded, because too few are well
 */
public record ZoneCounts(List<String> names, int own, int[] balancers, int[] targets, int[] healthy, boolean panic) {
    /** The balancer is in no zone. */
    public static final int NOWHERE = -1;
    /** The name of the zone of those that are in none. */
    public static final String UNNAMED = "";

    int allHealthy() {
        return sum(healthy);
    }

    static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** In how many zones some are. */
    static int zonesWith(int[] counts) {
        int zones = 0;
        for (int count : counts) {
            zones += count > 0 ? 1 : 0;
        }
        return zones;
    }

    /** The zone in words: "zone a". */
    String zone(int index) {
        return names.get(index).equals(UNNAMED) ? "no zone" : "zone " + names.get(index);
    }
}
