package roundhouse.routing.algorithms;

class IpvsNqContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_NQ;
    }
}
