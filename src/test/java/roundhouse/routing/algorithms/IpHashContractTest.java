package roundhouse.routing.algorithms;

class IpHashContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IP_HASH;
    }
}
