package roundhouse.routing.algorithms;

class NginxRandomTwoContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.NGINX_RANDOM_TWO;
    }
}
