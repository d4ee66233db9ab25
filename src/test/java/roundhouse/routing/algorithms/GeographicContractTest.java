package roundhouse.routing.algorithms;

class GeographicContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.GEOGRAPHIC;
    }
}
