package roundhouse.topology.nodes.parts;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Failure;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * What a load balancer does with a request that a target refused or failed: give it to the next target.
 *
 * @param attempts targets it is given to at most; 1 for never giving it to another
 * @param on the failures after which another target gets it
 * @param writes whether another one also gets a write that a target may have begun; one that was refused it gets in any case
 * @param timeout a target without a reply by then has failed; null to wait for ever
 */
public record FailoverPolicy(
        int attempts,
        Set<Failure> on,
        boolean writes,
        @Nullable Duration timeout) {
    private static final Declarations<FailoverPolicy> DECLARED = Declarations.of(FailoverPolicy.class, "passing on");

    public static final Setting<FailoverPolicy, Integer> TRIES = DECLARED.setting(
                    "tries", FailoverPolicy::attempts, Types.whole(1, 100))
            .component("attempts")
            .says(
                    "Targets tried",
                    "How many targets a request is given to at most, one after the other, when they refuse or fail it; 1 for never passing on.")
            .usually(1);
    public static final Setting<FailoverPolicy, Set<Failure>> ON = DECLARED.setting(
                    "on", FailoverPolicy::on, new FailuresType())
            .says(
                    "Pass on",
                    "The failures after which the next target gets a request; \"nginx\", \"haproxy\" and \"envoy\" stand for what those pass on by default, Envoy with its condition 5xx.")
            .when("with 2 tries or more", policy -> policy.attempts > 1)
            .usually(Failure.NGINX);
    public static final Setting<FailoverPolicy, Boolean> WRITES = DECLARED.setting(
                    "writes", FailoverPolicy::writes, Types.flag())
            .says(
                    "Pass on writes",
                    "Also a write that a target may have begun, as Envoy does. nginx passes on only those that were refused.")
            .when("with 2 tries or more", policy -> policy.attempts > 1)
            .usually(false);
    public static final Setting<FailoverPolicy, @Nullable Duration> TIMEOUT = DECLARED.setting(
                    "timeout", FailoverPolicy::timeout, Types.optional(Types.milliseconds(), "none"))
            .says(
                    "Target timeout",
                    "A target without a reply by then has failed, and without another one the client gets 504; its work goes on. nginx: proxy_read_timeout; HAProxy: timeout server; Envoy: per_try_timeout.")
            .usuallyMissing();

    public static final Settings<FailoverPolicy> SETTINGS = DECLARED.described(
                    "What happens to a request that a target refused or failed.")
            .settings();
    /** As files and forms have it. */
    public static final Type<FailoverPolicy> TYPE = new NestedType<>("pass-on", SETTINGS);

    public static final FailoverPolicy NEVER = SETTINGS.usual();
}
