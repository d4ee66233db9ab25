package roundhouse.topology.nodes.parts;

import java.time.Duration;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * Makes a link between two load balancers their heartbeat: the active one says that it lives, and the standby takes over when it hears
 * nothing. Such a link carries no requests.
 *
 * @param interval from one heartbeat to the next, a millisecond or more
 * @param misses heartbeats missed, apart from a skew by priority, until the standby takes over
 */
public record Heartbeat(Duration interval, int misses) {
    private static final Declarations<Heartbeat> DECLARED = Declarations.of(Heartbeat.class, "a heartbeat");

    public static final Setting<Heartbeat, Duration> INTERVAL = DECLARED.setting(
                    "interval", Heartbeat::interval, Types.milliseconds())
            .says("Interval", "From one heartbeat to the next.")
            .usually(Duration.ofSeconds(1));
    public static final Setting<Heartbeat, Integer> MISSES = DECLARED.setting(
                    "misses", Heartbeat::misses, Types.whole(1, 1_000))
            .says("Misses", "Heartbeats missed until the standby takes over, apart from a skew by priority.")
            .usually(3);

    public static final Settings<Heartbeat> SETTINGS = DECLARED.described(
                    "Makes a link between two load balancers their heartbeat; it carries no requests.")
            .settings();
    /** As VRRP has it. */
    public static final Heartbeat DEFAULT = SETTINGS.usual();
    /** As files and forms have it; {@code true} is all as usual. */
    public static final Type<Heartbeat> TYPE = new NestedType<>("heartbeat", SETTINGS).orTrue(DEFAULT);
}
