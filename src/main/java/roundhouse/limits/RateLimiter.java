package roundhouse.limits;

/**
 * Decides for one key (an address, a session, everybody) whether a request may go on now, later or not at all. Constant time a decision
 * unless the class says otherwise, and no memory is taken by one. Times are nanoseconds of one clock and never go back.
 */
public interface RateLimiter {
    /** The request is turned away. */
    long REFUSED = -1;

    /**
     * @param permits what the request takes, at least 1
     * @return nanoseconds to wait before the request goes on, 0 for at once, or {@link #REFUSED}
     */
    long ask(int permits, long nowNanos);
}
