package roundhouse.routing.algorithms;

import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;

class KeyHashNginxContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HASH;
    }

    @Override
    PlacementSettings placement() {
        return PlacementSettings.of(Placements.NGINX_CONSISTENT);
    }

    /** The JDK's CRC32 is an object. */
    @Override
    int bytesAPick() {
        return 40;
    }
}
