package roundhouse.routing.algorithms;

class HaproxyStaticRrContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HAPROXY_STATIC_RR;
    }
}
