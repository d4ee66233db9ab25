package roundhouse.health;

import java.util.Arrays;

/**
 * What Envoy does when too few servers are healthy: sending everything to the few would bring them down as well, so below the
 * threshold it disregards health and uses all. Levels of priority, primaries before backups, share the load by what their healthy servers can bear: 1.4 times the healthy part, because servers are provisioned with a reserve. While the levels together can bear all of the load no level panics. When all panic they share the load by how many servers they have.
 *
 * <p>Loads are whole percents, rounded down, and the first level that can bear anything has the rest: with 5 % and 65 % healthy,
 * which bear 7 and 91, the first gets 8 % and the second 92 %, where the documentation has 7 % and 93 %.
 *
 * <p>Source: Envoy's documentation of panic threshold and priority levels; load_balancer_impl.cc for the rounding and for the panic
 * of all, of which the documentation's table has the old rule.
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
     * Splits the traffic between levels, of which there is at least one.
     *
     * @param healthy healthy servers of each level, by priority
     * @param servers all servers of each level
     */
    public Split split(int[] healthy, int[] servers) {
        int levels = healthy.length;
        int[] bears = new int[levels];
        for (int level = 0; level < levels; level++) {
            bears[level] = servers[level] == 0
                    ? 0
                    : (int) Math.min(100, (long) overprovisioning * healthy[level] / servers[level]);
        }
        int total = Math.min(100, Arrays.stream(bears).sum());
        boolean[] panic = new boolean[levels];
        boolean all = true;
        for (int level = 0; level < levels; level++) {
            panic[level] = total < 100 && 100L * healthy[level] < (long) percent * servers[level];
            all &= panic[level] || servers[level] == 0;
        }
        return new Split(all ? shares(servers, Arrays.stream(servers).sum()) : shares(bears, total), panic, total);
    }

    /**
     * Each level's part of the total in percent, while there is something left for it. What division leaves over is the first's that
     * has any part, or the first's when none has.
     */
    private static int[] shares(int[] parts, int total) {
        int[] shares = new int[parts.length];
        int left = 100;
        for (int level = 0; level < parts.length && total > 0; level++) {
            shares[level] = (int) Math.min(left, 100L * parts[level] / total);
            left -= shares[level];
        }
        int first = 0;
        while (first < parts.length - 1 && parts[first] == 0) {
            first++;
        }
        shares[total > 0 ? first : 0] += left;
        return shares;
    }
}
