package roundhouse.topology.nodes.waiting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * When a load balancer closes a connection that a client keeps. The first two are done with a reply, which says that it was the last one
 * over that connection.
 *
 * <p>Source: nginx 1.22 (ngx_http_core_module), Envoy (protocol.proto, HttpProtocolOptions), HAProxy 2.6 (configuration manual, 4.2).
 *
 * @param requests after so many; {@link Types#UNLIMITED} for no limit
 * @param age with the first reply after it was open for so long; null for no limit
 * @param idle when no request was under way for so long; null for no limit
 */
public record ConnectionLimits(
        int requests, @Nullable Duration age, @Nullable Duration idle) {
    private static final Declarations<ConnectionLimits> DECLARED =
            Declarations.of(ConnectionLimits.class, "limits of a kept connection");

    public static final Setting<ConnectionLimits, Integer> REQUESTS = DECLARED.setting(
                    "requests", ConnectionLimits::requests, Types.wholeOr("unlimited", 1, 1_000_000_000))
            .says(
                    "Requests each",
                    "A client's connection is closed after so many. nginx: keepalive_requests; Envoy: max_requests_per_connection.")
            .usually(Types.UNLIMITED);
    public static final Setting<ConnectionLimits, @Nullable Duration> AGE = DECLARED.setting(
                    "age", ConnectionLimits::age, Types.optional(Types.positiveDuration(), "none"))
            .says(
                    "Most age",
                    "A client's connection that has been open for so long is closed with its next reply. nginx: keepalive_time; Envoy: max_connection_duration.")
            .usuallyMissing();
    public static final Setting<ConnectionLimits, @Nullable Duration> IDLE = DECLARED.setting(
                    "idle", ConnectionLimits::idle, Types.optional(Types.positiveDuration(), "none"))
            .says(
                    "Idle limit",
                    "A client's connection without a request under way for so long is closed. nginx: keepalive_timeout; HAProxy: timeout http-keep-alive and, at layer 4, timeout client; Envoy: idle_timeout.")
            .usuallyMissing();

    public static final Settings<ConnectionLimits> SETTINGS = DECLARED.described(
                    "When the balancer closes a connection that a client keeps.")
            .settings();
    /** As files and forms have it. */
    public static final Type<ConnectionLimits> TYPE = new NestedType<>("connection-limits", SETTINGS);

    public static final ConnectionLimits NONE = SETTINGS.usual();
}
