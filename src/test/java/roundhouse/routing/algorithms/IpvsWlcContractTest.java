package roundhouse.routing.algorithms;

class IpvsWlcContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_WLC;
    }

    /** It remembers what has ended for two minutes. */
    @Override
    long betweenPicksNanos() {
        return 2_000_000;
    }
}
