package roundhouse.routing.algorithms;

class IpvsLcContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_LC;
    }

    /** It remembers what has ended for two minutes. */
    @Override
    long betweenPicksNanos() {
        return 2_000_000;
    }
}
