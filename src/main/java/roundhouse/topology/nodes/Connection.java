package roundhouse.topology.nodes;

import java.time.Duration;

/** How long a client's connection lives. */
public sealed interface Connection {
    /** A new one for each request. */
    record PerRequest() implements Connection {}

    /**
     * Kept for further requests of the same user.
     *
     * @param requests closed after that many; {@link Integer#MAX_VALUE} for no limit
     * @param idle closed when unused so long
     */
    record KeepAlive(int requests, Duration idle) implements Connection {}
}
