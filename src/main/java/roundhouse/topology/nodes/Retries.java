package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;

/**
 * What a client does when a try did not end well.
 *
 * @param attempts tries in all, 1 for no retries
 * @param backoff the wait before the first retry; doubled before each further one
 * @param maxBackoff the longest wait
 * @param jitter the part of each wait that is drawn by chance, 0 to 1 (1 is "full jitter")
 * @param on the outcomes that are tried again
 * @param total no retry begins later than this after the request, and a try still on its way by then has timed out; null for no limit
 * @param budget how many retries the clients may send together; null for no limit
 */
public record Retries(
        int attempts,
        Duration backoff,
        Duration maxBackoff,
        double jitter,
        Set<Outcome> on,
        @Nullable Duration total,
        @Nullable Budget budget) {
    /** Every outcome that is not a success. */
    public static final Set<Outcome> ANY = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Outcome.OK)));

    public static final Retries NONE = new Retries(1, Duration.ofMillis(100), Duration.ofSeconds(10), 1);

    public Retries {
        on = on.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(on));
    }

    /** Tries again after every outcome but a success, without limits. */
    public Retries(int attempts, Duration backoff, Duration maxBackoff, double jitter) {
        this(attempts, backoff, maxBackoff, jitter, ANY, null, null);
    }

    public Retries attempts(int attempts) {
        return new Retries(attempts, backoff, maxBackoff, jitter, on, total, budget);
    }

    public Retries backoff(Duration backoff) {
        return new Retries(attempts, backoff, maxBackoff, jitter, on, total, budget);
    }

    public Retries maxBackoff(Duration maxBackoff) {
        return new Retries(attempts, backoff, maxBackoff, jitter, on, total, budget);
    }

    public Retries jitter(double jitter) {
        return new Retries(attempts, backoff, maxBackoff, jitter, on, total, budget);
    }

    public Retries on(Set<Outcome> on) {
        return new Retries(attempts, backoff, maxBackoff, jitter, on, total, budget);
    }

    public Retries total(@Nullable Duration total) {
        return new Retries(attempts, backoff, maxBackoff, jitter, on, total, budget);
    }

    public Retries budget(@Nullable Budget budget) {
        return new Retries(attempts, backoff, maxBackoff, jitter, on, total, budget);
    }

    /**
     * Keeps retries a small part of the traffic, so that they cannot bring down what is weak already. Each request puts
     * {@code share} of a retry into an account, each retry or hedge takes one out; {@code floor} is always allowed.
     *
     * @param share retries per request
     * @param floor retries a second that are allowed whatever the account says
     */
    public record Budget(double share, double floor) {
        /** As Finagle and Linkerd have it. */
        public static final Budget DEFAULT = new Budget(0.2, 10);
    }
}
