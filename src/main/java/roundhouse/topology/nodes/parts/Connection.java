package roundhouse.topology.nodes.parts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.Types;
import roundhouse.topology.types.VariantsType;

/** How long a client's connection lives. */
public sealed interface Connection {
    /** A new one for each request. */
    record PerRequest() implements Connection {
        public static final Settings<PerRequest> SETTINGS = Declarations.of(
                        PerRequest.class, "a connection per request")
                .constant("type", "per-request")
                .described("A new one for each request.")
                .settings();
    }

    /**
     * Kept for further requests of the same user.
     *
     * @param requests closed after that many; {@link Types#UNLIMITED} for no limit
     * @param idle closed when unused so long
     * @param age closed when it is so old and no request is under way, or with the last reply; null for no limit
     */
    record KeepAlive(int requests, Duration idle, @Nullable Duration age) implements Connection {
        private static final Declarations<KeepAlive> DECLARED =
                Declarations.of(KeepAlive.class, "a kept connection").constant("type", "keep-alive");
        public static final Setting<KeepAlive, Integer> REQUESTS = DECLARED.setting(
                        "requests", KeepAlive::requests, Types.wholeOr("unlimited", 1, 1_000_000_000))
                .says("Requests each", "A connection is closed after so many.")
                .usually(Types.UNLIMITED);
        public static final Setting<KeepAlive, Duration> IDLE = DECLARED.setting(
                        "idle", KeepAlive::idle, Types.positiveDuration())
                .says("Idle limit", "A connection unused for so long is closed.")
                .usually(Duration.ofSeconds(60));
        public static final Setting<KeepAlive, @Nullable Duration> AGE = DECLARED.setting(
                        "age", KeepAlive::age, Types.optional(Types.positiveDuration(), "none"))
                .says(
                        "Most age",
                        "A connection so old is closed as soon as no request is under way, and the next one is spread anew. HikariCP: maxLifetime; gRPC servers: MAX_CONNECTION_AGE.")
                .usuallyMissing();
        public static final Settings<KeepAlive> SETTINGS = DECLARED.described(
                        "Kept for further requests of the same user.")
                .settings();
    }

    /** As files and forms have it. */
    VariantsType<Connection> TYPE = new VariantsType<Connection>(
                    "connection", "a connection", "connection", "\"per-request\"")
            .or("per-request", "One per request", "A new connection each time.", PerRequest.class, PerRequest.SETTINGS)
            .or("keep-alive", "Kept alive", "A user's requests share one.", KeepAlive.class, KeepAlive.SETTINGS)
            .orJustTheWord();
}
