package roundhouse.routing.algorithms;

class SmoothWeightedRoundRobinContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.WEIGHTED_ROUND_ROBIN;
    }
}
