package roundhouse.routing.algorithms;

class IpvsSedContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_SED;
    }
}
