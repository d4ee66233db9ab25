package roundhouse.routing;

import roundhouse.hashing.PlacementSettings;
import roundhouse.hashing.Placements;

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
