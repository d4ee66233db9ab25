package roundhouse.topology.nodes.waiting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * How long a load balancer waits for what. The limit for one target's reply is {@link FailoverPolicy#timeout}, the one for waiting in its
 * queue {@link BalancerQueue#timeout}, the one for a client that sends nothing {@link ConnectionLimits#idle}.
 *
 * <p>Source: nginx 1.22 (ngx_http_proxy_module), HAProxy 2.6 (configuration manual, 4.2), Envoy (route_components.proto, cluster.proto).
 *
 * @param connect a target that has not accepted the connection by then has refused it; null to wait for ever
 * @param request a request without a reply by then, counted from when it is given a target or begins to wait for one, fails, however
 *     many targets it was given to; null to wait for ever
 */
public record TimeLimits(
        @Nullable Duration connect, @Nullable Duration request) {
    private static final Declarations<TimeLimits> DECLARED = Declarations.of(TimeLimits.class, "time limits");

    public static final Setting<TimeLimits, @Nullable Duration> CONNECT = DECLARED.setting(
                    "connect", TimeLimits::connect, Types.optional(Types.positiveDuration(), "none"))
            .says(
                    "Connect timeout",
                    "A target that has not accepted the connection by then counts as one that refused it: for passive failures, and for passing on. Without another target the client gets 503 or 504. nginx: proxy_connect_timeout; HAProxy: timeout connect; Envoy: connect_timeout.")
            .usuallyMissing();
    public static final Setting<TimeLimits, @Nullable Duration> REQUEST = DECLARED.setting(
                    "request", TimeLimits::request, Types.optional(Types.positiveDuration(), "none"))
            .says(
                    "Request timeout",
                    "A request at layer 7 without a reply by then, its wait for a target and all its tries together, fails with 504; the target's work goes on. Envoy: timeout of a route. nginx and HAProxy limit each try only.")
            .usuallyMissing();

    public static final Settings<TimeLimits> SETTINGS =
            DECLARED.described("How long the balancer waits for what.").settings();
    /** As files and forms have it. */
    public static final Type<TimeLimits> TYPE = new NestedType<>("time-limits", SETTINGS);

    public static final TimeLimits NONE = SETTINGS.usual();
}
