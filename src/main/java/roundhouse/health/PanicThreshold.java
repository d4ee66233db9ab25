package roundhouse.health;

/**
 * What Envoy does when too few servers are healthy: sending everything to the few would bring them down as well, so below the
 * threshold it disregards health and uses all. Levels of priority, primaries before backups, share the load by how much of it their
 * healthy servers can bear: 1.4 times their healthy part, as servers are provisioned with something to spare. While the levels
 * together can bear it all nobody panics.
 *
 * <p>Source: Envoy's documentation of panic threshold and priority levels; load_balancer_impl.cc for the rounding.
 *
 * @param percent healthy part of a level below which it panics; 50 in Envoy
 * @param overprovisioning what a healthy part can bear in hundredths; 140 in Envoy
 */
public record PanicThreshold(int percent, int overprovisioning) {
    public static final PanicThreshold ENVOY = new PanicThreshold(50, 140);

    /**
     * How the load is shared.
     *
     * @param load percent of the traffic for each level
     * @param panic whether the level uses all its servers, healthy or not
     * @param total what the levels can bear together, percent, at most 100
     */
    public record Split(int[] load, boolean[] panic, int total) {}

    /**
     * Splits the traffic between levels.
     *
     * @param healthyPercent healthy part of each level, by priority
     */
    public Split split(int... healthyPercent) {
        int levels = healthyPercent.length;
        int[] bears = new int[levels];
        int sum = 0;
        for (int level = 0; level < levels; level++) {
            bears[level] = Math.min(100, healthyPercent[level] * overprovisioning / 100);
            sum += bears[level];
        }
        int total = Math.min(100, sum);
        int[] load = new int[levels];
        boolean[] panic = new boolean[levels];
        int left = 100;
        int first = 0;
        for (int level = levels - 1; level >= 0; level--) {
            first = bears[level] > 0 ? level : first;
            panic[level] = total < 100 && healthyPercent[level] < percent;
        }
        for (int level = 0; level < levels && total > 0; level++) {
            load[level] = Math.min(left, bears[level] * 100 / total);
            left -= load[level];
        }
        if (levels > 0) {
            // What division left over; or everything, when nobody is healthy and all panic.
            load[first] += left;
        }
        return new Split(load, panic, total);
    }
}
