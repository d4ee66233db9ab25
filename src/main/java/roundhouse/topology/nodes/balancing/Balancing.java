package roundhouse.topology.nodes.balancing;

import java.time.Duration;
import java.util.function.Predicate;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.nodes.parts.PlacementDeclarations;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/**
 * An algorithm and its settings.
 *
 * @param decay the time constant of least response time's average; the others ignore it
 * @param placement how the hash algorithm places keys; the others ignore it
 */
public record Balancing(Algorithm algorithm, Duration decay, PlacementSettings placement) {
    /** Finagle's default. */
    public static final Duration DEFAULT_DECAY = Duration.ofSeconds(10);

    private static final Declarations<Balancing> DECLARED =
            Declarations.of(Balancing.class, "an algorithm").fixed("placement", PlacementSettings.DEFAULT);

    public static final Setting<Balancing, Algorithm> ALGORITHM = DECLARED.setting(
                    "type", Balancing::algorithm, algorithms(algorithm -> algorithm != Algorithm.HASH))
            .component("algorithm")
            .says(
                    "Algorithm",
                    "Which target takes a request. power-of-two draws two by weight and takes the one with fewer connections"
                            + " for its weight; nginx-random-two does that as nginx does, which gives idle targets of"
                            + " high weight less than their share.")
            .required("\"round-robin\"", Algorithm.ROUND_ROBIN);
    public static final Setting<Balancing, Duration> DECAY = DECLARED.setting(
                    "decay", Balancing::decay, Types.positiveDuration())
            .says("Decay", "The time constant of the latency average.")
            .when("least-response-time only", balancing -> balancing.algorithm == Algorithm.LEAST_RESPONSE_TIME)
            .usually(DEFAULT_DECAY);
    public static final Settings<Balancing> SETTINGS =
            DECLARED.described("An algorithm with its settings.").settings();

    /** Of the algorithm that routes by key. */
    public static final Settings<Balancing> HASH_SETTINGS = hashSettings();

    /** As files and forms have it; the algorithm's name alone is all else as usual. */
    public static final Type<Balancing> TYPE = new BalancingType(algorithms(_ -> true));

    public Balancing(Algorithm algorithm, Duration decay) {
        this(algorithm, decay, PlacementSettings.DEFAULT);
    }

    private static ChoiceType<Algorithm> algorithms(Predicate<Algorithm> which) {
        ChoiceType<Algorithm> choice = new ChoiceType<>("algorithm");
        for (Algorithm algorithm : Algorithm.values()) {
            if (which.test(algorithm)) {
                choice.or(algorithm, algorithm.key(), algorithm.title(), algorithm.summary());
            }
        }
        return choice;
    }

    private static Settings<Balancing> hashSettings() {
        Declarations<Balancing> declared = Declarations.of(Balancing.class, "the algorithm hash")
                .constant("type", Algorithm.HASH.key())
                .fixed("algorithm", Algorithm.HASH)
                .fixed("decay", DEFAULT_DECAY);
        declared.inlined("placement", Balancing::placement, PlacementDeclarations.SETTINGS, "");
        return declared.described("Routing by key: a placement decides where each key lives.")
                .settings();
    }

    public static Balancing of(Algorithm algorithm) {
        return new Balancing(algorithm, DEFAULT_DECAY);
    }

    /** The same with keys placed so. */
    public Balancing placed(PlacementSettings placement) {
        return new Balancing(algorithm, decay, placement);
    }
}
