package roundhouse.routing;

class LeastConnectionsContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.LEAST_CONNECTIONS;
    }
}
