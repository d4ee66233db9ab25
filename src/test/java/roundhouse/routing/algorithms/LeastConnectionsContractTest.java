package roundhouse.routing.algorithms;

class LeastConnectionsContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.LEAST_CONNECTIONS;
    }
}
