package roundhouse.routing.algorithms;

import java.util.random.RandomGenerator;
import roundhouse.routing.Pool;

/**
 * nginx's {@code random two least_conn}: two draws as for the {@linkplain PowerOfTwo power of two choices}, but the second wins unless
 * it has strictly more in flight for its weight. So among idle targets the heaviest gets <em>less</em> than its share (3:1:1 gives 0.30,
 * 0.35, 0.35), because it is seldom drawn second; under load the comparison sets that right.
 *
 * <p>Source: nginx 1.22, src/http/modules/ngx_http_upstream_random_module.c.
 */
final class NginxRandomTwo extends TwoDraws {
    NginxRandomTwo(RandomGenerator random) {
        super(random);
    }

    @Override
    int settle(Pool pool, int first, int second) {
        return second;
    }

    @Override
    String settled(Pool pool, int first, int second) {
        return "the second drawn wins";
    }
}
