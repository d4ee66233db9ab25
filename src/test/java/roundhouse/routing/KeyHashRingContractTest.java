package roundhouse.routing;

import roundhouse.hashing.PlacementSettings;

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
