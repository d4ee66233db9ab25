package roundhouse.routing.zones;

import java.util.random.RandomGenerator;

/**
 * Envoy's zone-aware split. As many requests stay in the balancer's own zone as its targets are for: all, when its part of the targets
 * is no smaller than its part of the balancers, else that part over the other. The rest is drawn among the other zones in proportion to
 * what they have left, their part of the targets less their part of the balancers. If every balancer gets equally many requests, so
 * does every target, but for rounding: parts are whole ten-thousandths.
 *
 * <p>With parts of the balancers 40, 40, 20 % and of the targets 25, 50, 25 %, a balancer of the first zone keeps 62.5 % and sends two
 * thirds of the rest to the second and a third to the third.
 *
 * <p>Where rounding leaves nobody anything, a zone with healthy targets is drawn; Envoy draws among all zones, and answers with an
 * error if it draws an empty one. Source: Envoy, source/extensions/load_balancing_policies/common/load_balancer_impl.cc,
 * regenerateLocalityRoutingStructures, tryChooseLocalLocalityHosts.
 */
public final class ZoneSplit {
    /** All requests. */
    public static final int WHOLE = 10_000;

    private final int own;
    private final int kept;
    /** Running sums of what the zones have left. */
    private final int[] residual;

    private final int[] occupied;

    private ZoneSplit(int own, int kept, int[] residual, int[] occupied) {
        this.own = own;
        this.kept = kept;
        this.residual = residual;
        this.occupied = occupied;
    }

    /** Everything stays. */
    static ZoneSplit direct(int own, int zones) {
        return new ZoneSplit(own, WHOLE, new int[zones], new int[] {own});
    }

    /** By these counts, of which {@code own} is an index; there is at least one balancer there and one healthy target somewhere. */
    static ZoneSplit of(ZoneCounts counts) {
        int own = counts.own();
        int zones = counts.names().size();
        int balancers = ZoneCounts.sum(counts.balancers());
        int targets = counts.allHealthy();
        int[] residual = new int[zones];
        int[] occupied = new int[ZoneCounts.zonesWith(counts.healthy())];
        int kept = 0;
        int known = 0;
        int left = 0;
        for (int zone = 0; zone < zones; zone++) {
            int local = (int) ((long) WHOLE * counts.balancers()[zone] / balancers);
            int upstream = (int) ((long) WHOLE * counts.healthy()[zone] / targets);
            if (upstream > 0 && zone == own) {
                kept = upstream >= local ? WHOLE : upstream * WHOLE / local;
            } else if (zone != own) {
                left += Math.max(0, upstream - local);
            }
            residual[zone] = left;
            if (counts.healthy()[zone] > 0) {
                occupied[known++] = zone;
            }
        }
        return new ZoneSplit(own, kept, residual, occupied);
    }

    /** What stays in the own zone, in parts of {@link #WHOLE}. */
    public int kept() {
        return kept;
    }

    /** Whether all of it stays. */
    public boolean isDirect() {
        return kept == WHOLE;
    }

    private int left() {
        return residual[residual.length - 1];
    }

    /** The part of the requests that a zone gets, 0 to 1. */
    public double share(int zone) {
        double rest = (double) (WHOLE - kept) / WHOLE;
        double stays = zone == own ? (double) kept / WHOLE : 0;
        if (left() > 0) {
            return stays + rest * (residual[zone] - (zone == 0 ? 0 : residual[zone - 1])) / left();
        }
        for (int candidate : occupied) {
            if (candidate == zone) {
                return stays + rest / occupied.length;
            }
        }
        return stays;
    }

    /** The zone of the next request; draws up to two numbers, none while all of it stays. */
    public int next(RandomGenerator random) {
        if (isDirect() || random.nextInt(WHOLE) < kept) {
            return own;
        }
        if (left() == 0) {
            return occupied[random.nextInt(occupied.length)];
        }
        int threshold = random.nextInt(left());
        int zone = 0;
        while (threshold >= residual[zone]) {
            zone++;
        }
        return zone;
    }
}
