package roundhouse.topology.nodes.parts;

import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * A load balancer's part in a pair that shares an address, which a heartbeat link makes of two.
 *
 * @param priority the higher one is to be active, 1 to 255; 255 owns the address
 * @param preempt whether it takes the address back from one of lower priority
 */
public record VrrpSettings(int priority, boolean preempt) {
    private static final Declarations<VrrpSettings> DECLARED = Declarations.of(VrrpSettings.class, "failover");

    public static final Setting<VrrpSettings, Integer> PRIORITY = DECLARED.setting(
                    "priority", VrrpSettings::priority, Types.whole(1, 255))
            .says("Priority", "The balancer of the pair with the higher one is to be active; 255 owns the address.")
            .usually(100);
    public static final Setting<VrrpSettings, Boolean> PREEMPT = DECLARED.setting(
                    "preempt", VrrpSettings::preempt, Types.flag())
            .says("Preempt", "Takes the address back from a balancer of lower priority.")
            .usually(true);

    public static final Settings<VrrpSettings> SETTINGS = DECLARED.described(
                    "Its part in a pair that shares an address, by the rules of VRRP, whose version the heartbeat says.")
            .settings();
    /** As files and forms have it. */
    public static final Type<VrrpSettings> TYPE = new NestedType<>("failover", SETTINGS);
    /** As VRRP has it. */
    public static final VrrpSettings DEFAULT = SETTINGS.usual();
}
