package roundhouse.topology.nodes.parts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Units;
import roundhouse.topology.settings.Checks;
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
 * @param version of VRRP, 2 or 3; null for the one that has such an interval, see {@link #vrrp}
 */
public record Heartbeat(
        Duration interval, int misses, @Nullable Integer version) {
    private static final int SECONDS = 2;
    private static final int CENTISECONDS = 3;
    private static final Duration LONGEST_2 = Duration.ofSeconds(255);
    private static final Duration CENTISECOND = Duration.ofMillis(10);
    private static final Duration LONGEST_3 = CENTISECOND.multipliedBy(4_095);

    private static final Declarations<Heartbeat> DECLARED = Declarations.of(Heartbeat.class, "a heartbeat");

    public static final Setting<Heartbeat, Duration> INTERVAL = DECLARED.setting(
                    "interval", Heartbeat::interval, Types.milliseconds())
            .says("Interval", "From one heartbeat to the next.")
            .usually(Duration.ofSeconds(1));
    public static final Setting<Heartbeat, Integer> MISSES = DECLARED.setting(
                    "misses", Heartbeat::misses, Types.whole(1, 1_000))
            .says("Misses", "Heartbeats missed until the standby takes over, apart from a skew by priority.")
            .usually(3);
    public static final Setting<Heartbeat, @Nullable Integer> VERSION = DECLARED.setting(
                    "version", Heartbeat::version, Types.optional(Types.whole(SECONDS, CENTISECONDS), "by interval"))
            .says(
                    "VRRP version",
                    "Version 2, keepalived's default, has intervals of whole seconds and a skew that is a part of a second;"
                            + " version 3 has intervals of hundredths of a second and a skew that is a part of the interval."
                            + " Where nothing is said, 2 for whole seconds and 3 for other intervals.")
            .usuallyMissing();

    public static final Settings<Heartbeat> SETTINGS = DECLARED.described(
                    "Makes a link between two load balancers their heartbeat; it carries no requests.")
            .check(Heartbeat::check)
            .settings();
    /** As VRRP has it. */
    public static final Heartbeat DEFAULT = SETTINGS.usual();
    /** As files and forms have it; {@code true} is all as usual. */
    public static final Type<Heartbeat> TYPE = new NestedType<>("heartbeat", SETTINGS).orTrue(DEFAULT);

    /** Of the version that has such an interval. */
    public Heartbeat(Duration interval, int misses) {
        this(interval, misses, null);
    }

    /** The version of VRRP that is meant, 2 or 3. */
    public int vrrp() {
        if (version != null) {
            return version;
        }
        return isWhole(interval, Duration.ofSeconds(1)) ? SECONDS : CENTISECONDS;
    }

    private static boolean isWhole(Duration interval, Duration unit) {
        return interval.toNanos() % unit.toNanos() == 0;
    }

    private static void check(Heartbeat heartbeat, Checks checks) {
        Duration interval = heartbeat.interval;
        if (heartbeat.version == null) {
            return;
        }
        if (heartbeat.version == SECONDS
                && !(isWhole(interval, Duration.ofSeconds(1)) && interval.compareTo(LONGEST_2) <= 0)) {
            checks.wrong(
                    "version",
                    "version 2 of VRRP has intervals of whole seconds from 1s to 255s, not " + Units.format(interval)
                            + "; version 3 has hundredths of a second");
        }
        if (heartbeat.version == CENTISECONDS
                && !(isWhole(interval, CENTISECOND) && interval.compareTo(LONGEST_3) <= 0)) {
            checks.wrong(
                    "version",
                    "version 3 of VRRP has intervals of whole hundredths of a second from 10ms to 40.95s, not "
                            + Units.format(interval));
        }
    }
}
