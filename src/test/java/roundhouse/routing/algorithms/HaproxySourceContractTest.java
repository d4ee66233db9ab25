package roundhouse.routing.algorithms;

class HaproxySourceContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HAPROXY_SOURCE;
    }
}
