package roundhouse.routing.algorithms;

class PowerOfTwoContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.POWER_OF_TWO;
    }
}
