package roundhouse.routing.algorithms;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.Balancer;
import roundhouse.routing.Regions;

/**
 * The registry of balancing algorithms: a constant and a line of {@link #create} each, read by the file format, the inspector, the
 * command line and the tests.
 */
public enum Algorithm {
    ROUND_ROBIN("round-robin", "Round robin", "Each target in turn, whatever its weight.", Split.EVENLY),
    WEIGHTED_ROUND_ROBIN(
            "weighted-round-robin",
            "Weighted round robin",
            "In turn, in proportion to weight, spread smoothly.",
            Split.BY_WEIGHT),
    LEAST_CONNECTIONS(
            "least-connections", "Least connections", "Fewest requests in flight for its weight.", Split.BY_CAPACITY),
    LEAST_RESPONSE_TIME(
            "least-response-time",
            "Least response time",
            "Lowest recent latency times requests in flight.",
            Split.BY_CAPACITY),
    IP_HASH("ip-hash", "IP hash", "The client's address decides, so a client stays.", Split.BY_WEIGHT),
    GEOGRAPHIC("geographic", "Geographic", "The nearest region that can serve.", Split.BY_CAPACITY),
    RANDOM("random", "Random", "By chance, in proportion to weight.", Split.BY_WEIGHT),
    POWER_OF_TWO(
            "power-of-two",
            "Power of two choices",
            "Of two drawn by weight, the one with fewer in flight for its weight; idle targets have their share.",
            Split.BY_CAPACITY),
    NGINX_RANDOM_TWO(
            "nginx-random-two",
            "nginx's random two",
            "The same as nginx does it: between equals the second drawn, so idle targets of high weight get too little.",
            Split.BY_CAPACITY),
    HASH(
            "hash",
            "Hash of the key",
            "The request's key decides, by consistent hashing or another placement.",
            Split.BY_WEIGHT);

    private final String key;
    private final String title;
    private final String summary;
    private final Split split;

    /** How requests part among targets that all are well, in the long run. */
    public enum Split {
        EVENLY,
        BY_WEIGHT,
        /** At best by what each target can do. */
        BY_CAPACITY
    }

    Algorithm(String key, String title, String summary, Split split) {
        this.key = key;
        this.title = title;
        this.summary = summary;
        this.split = split;
    }

    /** The name in files and on the command line. */
    public String key() {
        return key;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** What it does, in a sentence. */
    public String summary() {
        return summary;
    }

    /** How requests part among its targets. */
    public Split split() {
        return split;
    }

    /** Whether it goes by who asks or for what, so that each has its target wherever that stands. */
    public boolean isByHash() {
        return this == IP_HASH || this == HASH;
    }

    public static Optional<Algorithm> of(String key) {
        for (Algorithm algorithm : values()) {
            if (algorithm.key.equals(key)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /**
     * What a balancer may be given besides the pool.
     *
     * @param random its own stream of random numbers
     * @param clock the time now, nanoseconds
     * @param decayNanos the time constant of least response time's average
     * @param placement how {@link #HASH} places keys
     */
    public record Context(
            RandomGenerator random, LongSupplier clock, Regions regions, long decayNanos, PlacementSettings placement) {
        /** With keys on a ring. */
        public Context(RandomGenerator random, LongSupplier clock, Regions regions, long decayNanos) {
            this(random, clock, regions, decayNanos, PlacementSettings.DEFAULT);
        }
    }

    /** A balancer of this algorithm with no history. */
    public Balancer create(Context context) {
        return switch (this) {
            case ROUND_ROBIN -> new RoundRobin();
            case WEIGHTED_ROUND_ROBIN -> new SmoothWeightedRoundRobin();
            case LEAST_CONNECTIONS -> new LeastConnections();
            case LEAST_RESPONSE_TIME -> new PeakEwma(context.random(), context.clock(), context.decayNanos());
            case IP_HASH -> new IpHash();
            case GEOGRAPHIC -> new Geographic(context.regions());
            case RANDOM -> new WeightedRandom(context.random());
            case POWER_OF_TWO -> new PowerOfTwo(context.random());
            case NGINX_RANDOM_TWO -> new NginxRandomTwo(context.random());
            case HASH -> new KeyHash(context.placement());
        };
    }
}
