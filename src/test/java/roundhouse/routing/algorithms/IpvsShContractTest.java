package roundhouse.routing.algorithms;

class IpvsShContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_SH;
    }
}
