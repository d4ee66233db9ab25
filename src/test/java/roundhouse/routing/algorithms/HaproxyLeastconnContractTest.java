package roundhouse.routing.algorithms;

class HaproxyLeastconnContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HAPROXY_LEASTCONN;
    }
}
