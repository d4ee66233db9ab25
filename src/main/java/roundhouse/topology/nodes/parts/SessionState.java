package roundhouse.topology.nodes.parts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * What a server remembers of its sessions: a cart, a match.
 *
 * @param store the server that holds it instead, which each request then asks first; null for the own memory
 * @param life a session unused for so long is forgotten
 * @param bytes memory that one session takes
 */
public record SessionState(@Nullable String store, Duration life, int bytes) {
    private static final Declarations<SessionState> DECLARED = Declarations.of(SessionState.class, "session state");

    public static final Setting<SessionState, @Nullable String> STORE = DECLARED.setting(
                    "store", SessionState::store, Types.optional(Types.id(), "in memory"))
            .says("Store", "The server that holds it, which each request asks first; in memory it is lost in a crash.")
            .usuallyMissing();
    public static final Setting<SessionState, Duration> LIFE = DECLARED.setting(
                    "life", SessionState::life, Types.positiveDuration())
            .says("Session life", "A session unused for so long is forgotten.")
            .usually(Duration.ofMinutes(30));
    public static final Setting<SessionState, Integer> BYTES = DECLARED.setting(
                    "bytes", SessionState::bytes, Types.bytes())
            .says("Session size", "Memory that one session takes, in bytes.")
            .usually(65_536);

    public static final Settings<SessionState> SETTINGS = DECLARED.described(
                    "What a server remembers of its sessions: a cart, a match.")
            .settings();
    /** In memory for half an hour, 64 KiB each. */
    public static final SessionState MEMORY = SETTINGS.usual();
    /** As files and forms have it; {@code "memory"} is all as usual. */
    public static final Type<SessionState> TYPE = new NestedType<>("state", SETTINGS).orWord("memory", MEMORY);
}
