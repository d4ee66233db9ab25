package roundhouse.topology.nodes.data;

import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * How large values are, bytes: between two sizes, small ones more often, as each doubling is equally likely. The same key has always the
 * same size.
 */
public record ValueSizes(int min, int max) {
    private static final Declarations<ValueSizes> DECLARED = Declarations.of(ValueSizes.class, "value sizes");

    public static final Setting<ValueSizes, Integer> MIN = DECLARED.setting("min", ValueSizes::min, Types.bytes())
            .says("Smallest value", "Bytes of the smallest value.")
            .usually(1_024);
    public static final Setting<ValueSizes, Integer> MAX = DECLARED.setting("max", ValueSizes::max, Types.bytes())
            .says("Largest value", "Bytes of the largest value; each doubling up to it is equally likely.")
            .usually("as the smallest", 1_024, ValueSizes::min);

    public static final Settings<ValueSizes> SETTINGS = DECLARED.described(
                    "How large values are: between two sizes, each doubling equally likely.")
            .check(ValueSizes::check)
            .settings();
    /** A kibibyte each. */
    public static final ValueSizes USUAL = SETTINGS.usual();
    /** As files and forms have it. */
    public static final Type<ValueSizes> TYPE = new NestedType<>("values", SETTINGS);

    private static void check(ValueSizes sizes, Checks checks) {
        if (sizes.min > sizes.max) {
            checks.wrong("min", "min is " + sizes.min + " above max " + sizes.max);
        }
    }
}
