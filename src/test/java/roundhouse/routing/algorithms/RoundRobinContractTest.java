package roundhouse.routing.algorithms;

class RoundRobinContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.ROUND_ROBIN;
    }
}
