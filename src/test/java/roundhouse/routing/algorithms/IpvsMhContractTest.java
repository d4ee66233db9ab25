package roundhouse.routing.algorithms;

class IpvsMhContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.IPVS_MH;
    }

    /** Each change of the pool fills a table of 4,093 buckets. */
    @Override
    int histories() {
        return 6;
    }
}
