package roundhouse.hashing.mirrors;

import java.util.List;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.BoundedPlacement;
import roundhouse.hashing.Candidates;
import roundhouse.hashing.Target;
import roundhouse.hashing.TargetLoad;

/**
 * Envoy's {@code hash_balance_factor} over its ring or its Maglev table.
 *
 * <p>All hosts together have ⌈(in flight + 1) × factor ÷ 100⌉ slots, a host ⌈slots × its share of the weights⌉, at least one. The owner of
 * a key takes it unless it has more in flight than slots. Then the hosts are asked in an order that is shuffled with the key's hash as
 * the seed, so that what is too much for one host spreads over all others instead of falling on the next. When all have too much, the
 * host with the least for its slots takes it.
 *
 * <p>Cost: the lookup, and when the owner is full a shuffle of the hosts up to the one that takes it. Source: Envoy's
 * thread_aware_lb_impl.cc; Chen, Coleman, Shrivastava, "Revisiting consistent hashing with bounded loads", AAAI 2021.
 */
public final class EnvoyBoundedLoad extends BoundedPlacement<AbstractPlacement> {
    private final int[] hosts;
    private final double total;

    /**
     * @param placement Envoy's ring or table
     * @param factor what a target may take in percent of its fair share, 100 or more
     */
    public EnvoyBoundedLoad(AbstractPlacement placement, int factor) {
        super(placement, factor);
        hosts = Candidates.usable(targets);
        total = totalWeight(1, Integer.MAX_VALUE);
    }

    @Override
    public EnvoyBoundedLoad rebuild(List<Target> targets) {
        return new EnvoyBoundedLoad(placement.rebuild(targets), factor);
    }

    @Override
    public int owner(long keyHash, TargetLoad load) {
        int owner = placement.owner(keyHash);
        if (owner == NONE || fullness(owner, load) <= 1) {
            return owner;
        }
        int[] order = hosts.clone();
        MersenneTwister random = new MersenneTwister((int) keyHash);
        int best = owner;
        double least = fullness(owner, load);
        for (int i = 0; i < order.length; i++) {
            int other = i + random.below(order.length - i);
            int host = order[other];
            order[other] = order[i];
            order[i] = host;
            double full = fullness(host, load);
            if (full <= 1) {
                return host;
            }
            if (full < least) {
                least = full;
                best = host;
            }
        }
        return best;
    }

    /** Above 1 when the host has more in flight than slots. */
    private double fullness(int target, TargetLoad load) {
        return (double) load.inFlight(target) / slots(target, load.total());
    }

    @Override
    public int slots(int target, int inFlight) {
        long slots = allSlots(inFlight);
        return (int) Math.max(1, StrictMath.ceil(slots * (weight(target) / total)));
    }

    @Override
    public long memory() {
        return placement.memory() + 4L * hosts.length;
    }
}
