package roundhouse.caching.freshness;

import java.util.random.RandomGenerator;

/**
 * XFetch: each request fetches anew by chance before the entry expires, the likelier the nearer that is and the longer a fetch takes, so
 * that under load one does it in time and there is no stampede. The chance at distance g before the expiry is exp(-g / (delta · beta)).
 * One logarithm a request; no state.
 *
 * <p>Source: Vattani, Chierichetti, Lowenstein: Optimal Probabilistic Cache Stampede Prevention, VLDB 2015.
 *
 * @param beta above 0; more than 1 fetches earlier
 */
public record EarlyRefresh(double beta) {
    /**
     * Whether this request fetches. Draws one number.
     *
     * @param expiresNanos when the entry expires
     * @param fetchNanos how long its last fetch took
     */
    public boolean due(long expiresNanos, long fetchNanos, long nowNanos, RandomGenerator random) {
        // 1 - u is never 0, whose logarithm would make every fetch due.
        return nowNanos - fetchNanos * beta * StrictMath.log(1 - random.nextDouble()) >= expiresNanos;
    }
}
