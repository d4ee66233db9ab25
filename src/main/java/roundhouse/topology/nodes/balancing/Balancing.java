package roundhouse.topology.nodes.balancing;

import java.time.Duration;
import java.util.function.Predicate;
import roundhouse.hashing.mirrors.UriKey;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
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
 * @param placement how the hash algorithm and HAProxy's {@code source} and {@code uri} place keys; the others ignore it
 * @param uri what of a path HAProxy's {@code uri} hashes; the others ignore it
 */
public record Balancing(Algorithm algorithm, Duration decay, PlacementSettings placement, UriKey uri) {
    /** Finagle's default. */
    public static final Duration DEFAULT_DECAY = Duration.ofSeconds(10);

    private static final Declarations<Balancing> DECLARED = Declarations.of(Balancing.class, "an algorithm")
            .fixed("placement", PlacementSettings.DEFAULT)
            .fixed("uri", UriKey.PATH);

    public static final Setting<Balancing, Algorithm> ALGORITHM = DECLARED.setting(
                    "type", Balancing::algorithm, algorithms(Predicate.not(Balancing::hashes)))
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

    /** Of HAProxy's {@code source}. */
    static final Settings<Balancing> SOURCE_SETTINGS = sourceSettings();

    /** Of HAProxy's {@code uri}. */
    static final Settings<Balancing> URI_SETTINGS = uriSettings();

    /** As files and forms have it; the algorithm's name alone is all else as usual. */
    public static final Type<Balancing> TYPE = new BalancingType(algorithms(_ -> true));

    public Balancing(Algorithm algorithm, Duration decay) {
        this(algorithm, decay, algorithm.usualPlacement(), UriKey.PATH);
    }

    /** Whether it has settings of hashing instead of the usual ones. */
    static boolean hashes(Algorithm algorithm) {
        return algorithm == Algorithm.HASH
                || algorithm == Algorithm.HAPROXY_SOURCE
                || algorithm == Algorithm.HAPROXY_URI;
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
        Declarations<Balancing> declared = hashing(Algorithm.HASH).fixed("uri", UriKey.PATH);
        declared.inlined("placement", Balancing::placement, PlacementDeclarations.SETTINGS, "");
        return declared.described("Routing by key: a placement decides where each key lives.")
                .settings();
    }

    private static Declarations<Balancing> hashing(Algorithm algorithm) {
        return Declarations.of(Balancing.class, "the algorithm " + algorithm.key())
                .constant("type", algorithm.key())
                .fixed("algorithm", algorithm)
                .fixed("decay", DEFAULT_DECAY);
    }

    private static Settings<Balancing> sourceSettings() {
        Declarations<Balancing> declared = hashing(Algorithm.HAPROXY_SOURCE).fixed("uri", UriKey.PATH);
        declared.inlined("placement", Balancing::placement, HaproxyHashing.HASH_TYPE, "");
        return declared.described("Routing by the client's address as HAProxy has it.")
                .settings();
    }

    private static Settings<Balancing> uriSettings() {
        Declarations<Balancing> declared = hashing(Algorithm.HAPROXY_URI);
        declared.inlined("placement", Balancing::placement, HaproxyHashing.HASH_TYPE, "");
        declared.inlined("uri", Balancing::uri, HaproxyHashing.PART_OF_PATH, "");
        return declared.described("Routing by the path as HAProxy has it.").settings();
    }

    static Settings<Balancing> settings(Algorithm algorithm) {
        return switch (algorithm) {
            case HASH -> HASH_SETTINGS;
            case HAPROXY_SOURCE -> SOURCE_SETTINGS;
            case HAPROXY_URI -> URI_SETTINGS;
            default -> SETTINGS;
        };
    }

    public static Balancing of(Algorithm algorithm) {
        return new Balancing(algorithm, DEFAULT_DECAY);
    }

    /** Whether targets are picked as HAProxy does. */
    public boolean isHaproxys() {
        return algorithm.isHaproxys()
                || (algorithm == Algorithm.HASH && placement.kind().isHaproxys());
    }

    /** Whether it goes by HAProxy's maps. */
    public boolean isByHaproxysMap() {
        return algorithm == Algorithm.HAPROXY_STATIC_RR
                || (hashes(algorithm) && placement.kind() == Placements.HAPROXY_MAP);
    }

    /** The same with keys placed so. */
    public Balancing placed(PlacementSettings placement) {
        return new Balancing(algorithm, decay, placement, uri);
    }

    /** The same by that part of paths. */
    public Balancing byPart(UriKey part) {
        return new Balancing(algorithm, decay, placement, part);
    }
}
