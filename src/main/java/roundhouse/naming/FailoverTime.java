package roundhouse.naming;

/**
 * How long clients may still be sent to an address that is dead.
 *
 * @param intervalNanos between two health checks
 * @param threshold checks in a row that must fail
 * @param ttlNanos of the record, in each cache of a resolver
 * @param clientNanos how long clients keep an address, as 30 s in the JDK
 */
public record FailoverTime(long intervalNanos, int threshold, long ttlNanos, long clientNanos) {
    public long worstNanos() {
        return intervalNanos * threshold + ttlNanos + clientNanos;
    }
}
