package roundhouse.routing;

class RoundRobinContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.ROUND_ROBIN;
    }
}
