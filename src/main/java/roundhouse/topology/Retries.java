package roundhouse.topology;

import java.time.Duration;

/**
 * What a client does when a request was refused, rejected, failed or timed out.
 *
 * @param attempts tries in all, 1 for no retries
 * @param backoff the wait before the first retry; doubled before each further one
 * @param maxBackoff the longest wait
 * @param jitter the part of each wait that is drawn by chance, 0 to 1 (1 is "full jitter")
 */
public record Retries(int attempts, Duration backoff, Duration maxBackoff, double jitter) {
    public static final Retries NONE = new Retries(1, Duration.ofMillis(100), Duration.ofSeconds(10), 1);
}
