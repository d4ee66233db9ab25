package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server remembers of its sessions: a cart, a match.
 *
 * @param store the server that holds it instead, which each request then asks first; null for the own memory
 * @param life a session unused for so long is forgotten
 * @param bytes memory that one session takes
 */
public record SessionState(@Nullable String store, Duration life, int bytes) {
    /** In memory for half an hour, 64 KiB each. */
    public static final SessionState MEMORY = new SessionState(null, Duration.ofMinutes(30), 65_536);
}
