package roundhouse.routing.algorithms;

class HaproxyRoundrobinContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HAPROXY_ROUNDROBIN;
    }
}
