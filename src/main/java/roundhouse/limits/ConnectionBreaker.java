package roundhouse.limits;

/**
 * Envoy's circuit breaker of a cluster: so many connections, so many requests that wait for one, so many in all; what comes beyond is
 * refused at once instead of waiting. For HTTP/1.1, a request a connection. After {@code circuit_breaker.proto}; that what waits counts
 * among the requests too is a simplification.
 *
 * @see RetryShare
 */
public final class ConnectionBreaker {
    /** What became of a request. */
    public enum Answer {
        SENT,
        PENDING,
        OVERFLOW
    }

    private final int connections;
    private final int mostPending;
    private final int requests;
    private int active;
    private int pending;

    /** Each of them 1,024 in Envoy if nothing is said. */
    public ConnectionBreaker(int connections, int mostPending, int requests) {
        this.connections = connections;
        this.mostPending = mostPending;
        this.requests = requests;
    }

    public Answer ask() {
        if (active + pending >= requests) {
            return Answer.OVERFLOW;
        }
        if (active < connections) {
            active++;
            return Answer.SENT;
        }
        if (pending >= mostPending) {
            return Answer.OVERFLOW;
        }
        pending++;
        return Answer.PENDING;
    }

    /** A request has ended; answers whether one of those that wait takes its connection. */
    public boolean ended() {
        if (pending > 0) {
            pending--;
            return true;
        }
        active--;
        return false;
    }
}
