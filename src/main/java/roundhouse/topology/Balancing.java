package roundhouse.topology;

import java.time.Duration;
import roundhouse.routing.Algorithm;

/**
 * An algorithm and its settings.
 *
 * @param decay the time constant of least response time's average; the others ignore it
 */
public record Balancing(Algorithm algorithm, Duration decay) {
    /** Finagle's default. */
    public static final Duration DEFAULT_DECAY = Duration.ofSeconds(10);

    public static Balancing of(Algorithm algorithm) {
        return new Balancing(algorithm, DEFAULT_DECAY);
    }
}
