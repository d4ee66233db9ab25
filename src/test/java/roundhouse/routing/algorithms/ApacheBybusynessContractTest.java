package roundhouse.routing.algorithms;

class ApacheBybusynessContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.APACHE_BYBUSYNESS;
    }
}
