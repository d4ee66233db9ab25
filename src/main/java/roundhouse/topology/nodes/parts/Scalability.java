package roundhouse.topology.nodes.parts;

import org.jspecify.annotations.Nullable;
import roundhouse.scaling.UniversalScalability;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * How much further cores help a machine, by Gunther's Universal Scalability Law: n busy cores take 1 + contention (n − 1) + coherency n
 * (n − 1) times as long for a request as one.
 *
 * @param contention the part that only one core can do at a time
 * @param coherency what each pair of cores costs
 * @param largest the most cores that there are machines with; null for no bound
 */
public record Scalability(
        double contention, double coherency, @Nullable Integer largest) {
    private static final Declarations<Scalability> DECLARED = Declarations.of(Scalability.class, "scalability");

    public static final Setting<Scalability, Double> CONTENTION = DECLARED.setting(
                    "contention", Scalability::contention, Types.share())
            .says("Contention", "What part of the work only one core can do at a time, 0 to 1.")
            .usually(0.0);
    public static final Setting<Scalability, Double> COHERENCY = DECLARED.setting(
                    "coherency", Scalability::coherency, Types.share())
            .says("Coherency", "What each pair of busy cores costs, as a part of the work, 0 to 1.")
            .usually(0.0);
    public static final Setting<Scalability, @Nullable Integer> LARGEST = DECLARED.setting(
                    "largest", Scalability::largest, Types.optional(Types.whole(1, 1_024), "no bound"))
            .says("Largest", "The most cores that there are such machines with.")
            .usuallyMissing();

    public static final Settings<Scalability> SETTINGS = DECLARED.described(
                    "How much further cores help a machine, by the Universal Scalability Law.")
            .settings();
    /** As files and forms have it. */
    public static final Type<Scalability> TYPE = new NestedType<>("scalability", SETTINGS);

    /** How many times as long a request takes while so many cores are busy as on one alone. */
    public double factor(int busy) {
        return busy / law().throughput(busy);
    }

    /** What one does is 1. */
    public UniversalScalability law() {
        return new UniversalScalability(contention, coherency, 1);
    }
}
