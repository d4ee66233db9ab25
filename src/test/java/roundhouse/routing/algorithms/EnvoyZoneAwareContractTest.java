package roundhouse.routing.algorithms;

class EnvoyZoneAwareContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.ENVOY_ZONE_AWARE;
    }
}
