package roundhouse.routing.algorithms;

class EnvoyLeastRequestContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.ENVOY_LEAST_REQUEST;
    }
}
