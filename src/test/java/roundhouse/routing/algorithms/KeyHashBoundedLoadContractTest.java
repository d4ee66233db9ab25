package roundhouse.routing.algorithms;

import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;

class KeyHashBoundedLoadContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HASH;
    }

    @Override
    PlacementSettings placement() {
        return PlacementSettings.of(Placements.BOUNDED_LOAD);
    }
}
