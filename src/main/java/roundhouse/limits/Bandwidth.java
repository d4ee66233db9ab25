package roundhouse.limits;

/**
 * One of the limits of a token bucket.
 *
 * @param capacity the most it holds, at least 1
 * @param refill tokens added in a period
 * @param intervally whether all tokens of a period come at its end, as Envoy's timer adds them, instead of one by one
 * @param initial what it holds at first
 */
public record Bandwidth(long capacity, Quota refill, boolean intervally, long initial) {}
