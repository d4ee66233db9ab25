package roundhouse.hashing.registry;

import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.Ring;

/**
 * What a placement may be given besides its targets.
 *
 * @param hash what keys are hashed with; placements that mirror software with a hash of its own take no other
 * @param virtualNodes tokens for each unit of weight on a {@link Ring}, 1 or more
 * @param balanceFactor what a target may have in flight in percent of its fair share, 100 or more; 0 for no bound
 */
public record PlacementOptions(HashFunction hash, int virtualNodes, int balanceFactor) {
    /** No bound on load. */
    public static final int UNBOUNDED = 0;

    public static PlacementOptions of(HashFunction hash) {
        return new PlacementOptions(hash, Ring.DEFAULT_VIRTUAL_NODES, UNBOUNDED);
    }

    public PlacementOptions withBalanceFactor(int balanceFactor) {
        return new PlacementOptions(hash, virtualNodes, balanceFactor);
    }
}
