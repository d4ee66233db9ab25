package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves requests, one a core at a time.
 *
 * @param service the time one core needs for one request
 * @param queue requests that may wait for a core; one more is rejected; {@link Integer#MAX_VALUE} for no bound
 * @param connections requests that may be here at once, waiting or served; one more is rejected; {@link Integer#MAX_VALUE}
 *     for no limit
 * @param handshake processor time of a TLS handshake, paid when an encrypted connection reaches the server still encrypted
 * @param coldStart how it comes up after it was down; null for at its own speed
 * @param state what it remembers of its sessions; null for nothing
 */
public record Server(
        String id,
        @Nullable String label,
        int cores,
        Distribution service,
        int queue,
        int connections,
        Duration handshake,
        @Nullable String region,
        @Nullable String zone,
        @Nullable ColdStart coldStart,
        @Nullable SessionState state)
        implements Node {
    /** A server of which a file says no more than this. */
    public static Server of(String id, Distribution service) {
        return new ServerDraft(id, service).build();
    }

    /** The same with some of its parts set. */
    public Server with(Consumer<ServerDraft> change) {
        ServerDraft draft = new ServerDraft(this);
        change.accept(draft);
        return draft.build();
    }

    @Override
    public Server labelled(@Nullable String label) {
        return with(server -> server.label = label);
    }

    @Override
    public Server renamed(String id) {
        return with(server -> server.id = id);
    }

    /** This server with other session state. */
    public Server remembering(@Nullable SessionState state) {
        return with(server -> server.state = state);
    }
}
