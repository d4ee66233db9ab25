package roundhouse.routing.algorithms;

class WeightedRandomContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.RANDOM;
    }
}
