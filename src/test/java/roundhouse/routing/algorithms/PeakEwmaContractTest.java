package roundhouse.routing.algorithms;

class PeakEwmaContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.LEAST_RESPONSE_TIME;
    }
}
