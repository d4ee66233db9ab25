package roundhouse.topology.nodes.parts;

import java.time.Duration;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * How a server comes up after it was down: slower than it is, because its caches are empty.
 *
 * @param factor how many times as long a request takes at first, 1 or more
 * @param over how long it takes to come back to its own speed, in a straight line
 */
public record ColdStart(double factor, Duration over) {
    private static final Declarations<ColdStart> DECLARED = Declarations.of(ColdStart.class, "a cold start");

    public static final Setting<ColdStart, Double> FACTOR = DECLARED.setting(
                    "factor", ColdStart::factor, Types.number(1, 1_000))
            .says("Times slower", "How many times as long a request takes at first.")
            .required("5", 5.0);
    public static final Setting<ColdStart, Duration> OVER = DECLARED.setting("over", ColdStart::over, Types.duration())
            .says("Warm after", "How long it takes to come back to its own speed, in a straight line.")
            .required("\"30s\"", Duration.ofSeconds(30));

    public static final Settings<ColdStart> SETTINGS = DECLARED.described(
                    "How a server comes up after it was down: slower than it is, because its caches are empty.")
            .settings();
    /** As files and forms have it. */
    public static final Type<ColdStart> TYPE = new NestedType<>("cold-start", SETTINGS);
}
