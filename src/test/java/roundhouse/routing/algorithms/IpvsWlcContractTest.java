package roundhouse.routing.algorithms;

class IpvsWlcContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_WLC;
    }
}
