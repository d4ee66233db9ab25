package roundhouse.topology.nodes.parts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * What a load balancer does with encrypted connections: passes them through, so that the server pays each handshake, or
 * terminates them and pays here.
 *
 * @param handshake processor time of one handshake, paid when a client opens a connection to a terminating balancer
 * @param handshakes what part of that each costs, and how many round trips it takes; null for the same for all, and no round trips
 */
public record Tls(Mode mode, Duration handshake, @Nullable Handshakes handshakes) {
    public enum Mode {
        PASS_THROUGH,
        TERMINATE
    }

    /** All handshakes alike. */
    public Tls(Mode mode, Duration handshake) {
        this(mode, handshake, null);
    }

    private static final Declarations<Tls> DECLARED = Declarations.of(Tls.class, "TLS");

    public static final Setting<Tls, Mode> MODE = DECLARED.setting(
                    "mode",
                    Tls::mode,
                    new ChoiceType<Mode>("TLS mode")
                            .or(Mode.PASS_THROUGH, "pass-through", "Pass through", "The server pays each handshake.")
                            .or(Mode.TERMINATE, "terminate", "Terminate here", "The balancer pays each handshake."))
            .says("TLS", "What happens to encrypted connections.")
            .required("\"terminate\"", Mode.PASS_THROUGH);
    public static final Setting<Tls, Duration> HANDSHAKE = DECLARED.setting(
                    "handshake", Tls::handshake, Types.duration())
            .says("Handshake", "Processor time of a handshake.")
            .when("where TLS is terminated", tls -> tls.mode == Mode.TERMINATE)
            .usually(Duration.ofMillis(1));

    public static final Setting<Tls, @Nullable Handshakes> HANDSHAKES = DECLARED.setting(
                    "handshakes", Tls::handshakes, Types.optional(Handshakes.TYPE, "all alike"))
            .says(
                    "Handshakes",
                    "By certificate, version and resumption; the handshake is then that of a full one with ECDSA P-256 and TLS 1.3.")
            .when("where TLS is terminated", tls -> tls.mode == Mode.TERMINATE)
            .usuallyMissing();

    public static final Settings<Tls> SETTINGS =
            DECLARED.described("What happens to encrypted connections.").settings();
    /** As files and forms have it; the mode alone is all else as usual. */
    public static final Type<Tls> TYPE = new NestedType<>("tls", SETTINGS).orJust(MODE);

    public static final Tls PASS_THROUGH = SETTINGS.usual();
}
