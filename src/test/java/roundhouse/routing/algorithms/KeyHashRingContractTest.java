package roundhouse.routing.algorithms;

import roundhouse.hashing.registry.PlacementSettings;

class KeyHashRingContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HASH;
    }

    @Override
    PlacementSettings placement() {
        return PlacementSettings.DEFAULT;
    }
}
