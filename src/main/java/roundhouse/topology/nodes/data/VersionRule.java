package roundhouse.topology.nodes.data;

import java.time.Duration;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * Keys in the caches have their version in them, so that what is old is not asked for any more. A server learns a key's version from its
 * own writes and reads, and else asks the store, which costs a read there.
 *
 * @param believed for so long a version is believed that was learnt; 0 for asking each time
 */
public record VersionRule(Duration believed) {
    private static final Declarations<VersionRule> DECLARED = Declarations.of(VersionRule.class, "versions");

    public static final Setting<VersionRule, Duration> BELIEVED = DECLARED.setting(
                    "believed", VersionRule::believed, Types.duration())
            .says("Believed", "For so long a version is believed that was learnt; 0s asks the store each time.")
            .usually(Duration.ofSeconds(1));

    public static final Settings<VersionRule> SETTINGS = DECLARED.described(
                    "Keys in the caches have their version in them, so that what is old is not asked for any more.")
            .settings();
    /** As files and forms have it; {@code true} is as usual. */
    public static final Type<VersionRule> TYPE = new NestedType<>("versions", SETTINGS).orTrue(SETTINGS.usual());
}
