package roundhouse.routing;

class PeakEwmaContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.LEAST_RESPONSE_TIME;
    }
}
