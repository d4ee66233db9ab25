package roundhouse.routing;

class IpHashContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IP_HASH;
    }
}
