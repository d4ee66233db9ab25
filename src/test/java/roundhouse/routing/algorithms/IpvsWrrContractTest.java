package roundhouse.routing.algorithms;

class IpvsWrrContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_WRR;
    }
}
