package roundhouse.routing.algorithms;

class IpvsRrContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_RR;
    }
}
