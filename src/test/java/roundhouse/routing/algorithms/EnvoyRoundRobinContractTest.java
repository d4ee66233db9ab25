package roundhouse.routing.algorithms;

class EnvoyRoundRobinContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.ENVOY_ROUND_ROBIN;
    }
}
