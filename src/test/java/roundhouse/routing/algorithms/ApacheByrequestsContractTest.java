package roundhouse.routing.algorithms;

class ApacheByrequestsContractTest extends BalancerContract {
    @Override
    Algorithm algorithm() {
        return Algorithm.APACHE_BYREQUESTS;
    }
}
