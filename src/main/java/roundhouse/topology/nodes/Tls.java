package roundhouse.topology.nodes;

import java.time.Duration;

/**
 * What a load balancer does with encrypted connections: passes them through, so that the server pays each handshake, or
 * terminates them and pays here.
 *
 * @param handshake processor time of one handshake, paid when a client opens a connection to a terminating balancer
 */
public record Tls(Mode mode, Duration handshake) {
    public static final Duration DEFAULT_HANDSHAKE = Duration.ofMillis(1);
    public static final Tls PASS_THROUGH = new Tls(Mode.PASS_THROUGH, DEFAULT_HANDSHAKE);

    /** {@code pass-through} and {@code terminate} in files. */
    public enum Mode {
        PASS_THROUGH,
        TERMINATE
    }
}
