package roundhouse.routing;

class GeographicContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.GEOGRAPHIC;
    }
}
