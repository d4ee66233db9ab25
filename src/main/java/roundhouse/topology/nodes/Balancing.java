package roundhouse.topology.nodes;

import java.time.Duration;
import roundhouse.hashing.PlacementSettings;
import roundhouse.routing.Algorithm;

/**
 * An algorithm and its settings.
 *
 * @param decay the time constant of least response time's average; the others ignore it
 * @param placement how the hash algorithm places keys; the others ignore it
 */
public record Balancing(Algorithm algorithm, Duration decay, PlacementSettings placement) {
    /** Finagle's default. */
    public static final Duration DEFAULT_DECAY = Duration.ofSeconds(10);

    public Balancing(Algorithm algorithm, Duration decay) {
        this(algorithm, decay, PlacementSettings.DEFAULT);
    }

    public static Balancing of(Algorithm algorithm) {
        return new Balancing(algorithm, DEFAULT_DECAY);
    }

    /** The same with keys placed so. */
    public Balancing placed(PlacementSettings placement) {
        return new Balancing(algorithm, decay, placement);
    }

    /** Routing by key, placed so. */
    public static Balancing hash(PlacementSettings placement) {
        return new Balancing(Algorithm.HASH, DEFAULT_DECAY, placement);
    }
}
