package roundhouse.topology.stores;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * How old what a member answers by itself may be.
 *
 * @param versions one of so many latest versions of the key; null for any
 * @param age no older than this; null for however old
 */
public record StalenessBound(
        @Nullable Integer versions, @Nullable Duration age) {
    private static final Declarations<StalenessBound> DECLARED =
            Declarations.of(StalenessBound.class, "a bound of staleness");

    public static final Setting<StalenessBound, @Nullable Integer> VERSIONS = DECLARED.setting(
                    "versions", StalenessBound::versions, Types.optional(Types.whole(1, 1_000_000), "any"))
            .says("Versions", "One of so many latest versions of the key.")
            .usuallyMissing();
    public static final Setting<StalenessBound, @Nullable Duration> AGE = DECLARED.setting(
                    "age", StalenessBound::age, Types.optional(Types.milliseconds(), "however old"))
            .says("Age", "All that was written longer ago is shown.")
            .usuallyMissing();

    public static final Settings<StalenessBound> SETTINGS = DECLARED.described(
                    "How old what a member answers by itself may be.")
            .check(StalenessBound::check)
            .settings();
    /** As files and forms have it. */
    public static final Type<StalenessBound> TYPE =
            new NestedType<>("staleness", SETTINGS).beginsWith(new StalenessBound(null, Duration.ofSeconds(5)));

    private static void check(StalenessBound bound, Checks checks) {
        if (bound.versions == null && bound.age == null) {
            checks.wrong("age", "a bound says \"versions\" or \"age\", like \"age\": \"5s\"");
        }
    }
}
