package roundhouse.routing;

class WeightedRandomContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.RANDOM;
    }
}
