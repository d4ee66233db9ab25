package roundhouse.routing.algorithms;

import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;

class KeyHashModuloContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HASH;
    }

    @Override
    PlacementSettings placement() {
        return PlacementSettings.of(Placements.MODULO);
    }
}
