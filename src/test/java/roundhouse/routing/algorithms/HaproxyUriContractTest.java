package roundhouse.routing.algorithms;

class HaproxyUriContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.HAPROXY_URI;
    }
}
