package roundhouse.routing.algorithms;

class IpvsMhContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_MH;
    }
}
