package roundhouse.topology.nodes.parts;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Failure;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * What a load balancer does with a request that a target refused or failed: give it to the next target, or to the same once more.
 *
 * @param attempts how often it is given to a target at most; 1 for once only
 * @param on the failures after which it is given to a target again
 * @param writes whether that holds for a write that a target may have begun; one that was refused is given again in any case
 * @param next who gets it then
 * @param pause how long the balancer waits before it gives it to the same target once more
 * @param timeout a target without a reply by then has failed; null to wait for ever
 */
public record FailoverPolicy(
        int attempts,
        Set<Failure> on,
        boolean writes,
        Next next,
        Duration pause,
        @Nullable Duration timeout) {
    /** Who gets a request that a target failed. */
    public enum Next {
        /** A target that has not failed it yet. */
        OTHER,
        /** Whoever is picked, as if nothing had been tried. */
        ANY,
        /** The target that failed it. */
        SAME,
        /** The target that failed it, but the last time another one. */
        SAME_THEN_OTHER;

        /** Whether that depends on who failed it last. */
        public boolean staysFirst() {
            return this == SAME || this == SAME_THEN_OTHER;
        }
    }

    private static final Duration HAPROXYS_PAUSE = Duration.ofSeconds(1);
    private static final Declarations<FailoverPolicy> DECLARED = Declarations.of(FailoverPolicy.class, "passing on");

    public static final Setting<FailoverPolicy, Integer> TRIES = DECLARED.setting(
                    "tries", FailoverPolicy::attempts, Types.whole(1, 100))
            .component("attempts")
            .says(
                    "Targets tried",
                    "How often a request is given to a target at most, when targets refuse or fail it; 1 for never again.")
            .usually(1);
    public static final Setting<FailoverPolicy, Set<Failure>> ON = DECLARED.setting(
                    "on", FailoverPolicy::on, new FailuresType())
            .says(
                    "Pass on",
                    "The failures after which a request is given to a target again; \"nginx\", \"haproxy\" and \"envoy\" stand for what those pass on by default, Envoy with its condition 5xx, and the names of their conditions stand for what they mean.")
            .when("with 2 tries or more", policy -> policy.attempts > 1)
            .usually(Failure.NGINX);
    public static final Setting<FailoverPolicy, Boolean> WRITES = DECLARED.setting(
                    "writes", FailoverPolicy::writes, Types.flag())
            .says(
                    "Pass on writes",
                    "Also a write that a target may have begun, as Envoy does. nginx passes on only those that were refused.")
            .when("with 2 tries or more", policy -> policy.attempts > 1)
            .usually(false);
    public static final Setting<FailoverPolicy, Next> NEXT = DECLARED.setting(
                    "next",
                    FailoverPolicy::next,
                    new ChoiceType<Next>("choice of the next target")
                            .or(
                                    Next.OTHER,
                                    "other",
                                    "Another target",
                                    "Never one that failed it: nginx, and Envoy with previous_hosts.")
                            .or(Next.ANY, "any", "Any target", "Picked anew, maybe the same: Envoy by default.")
                            .or(
                                    Next.SAME,
                                    "same",
                                    "The same target",
                                    "The one that failed it: HAProxy without option redispatch.")
                            .or(
                                    Next.SAME_THEN_OTHER,
                                    "same-then-other",
                                    "The same, the last time another",
                                    "HAProxy with option redispatch."))
            .says("Next target", "Who gets a request that a target failed.")
            .when("with 2 tries or more", policy -> policy.attempts > 1)
            .usually(Next.OTHER);
    public static final Setting<FailoverPolicy, Duration> WAIT = DECLARED.setting(
                    "wait", FailoverPolicy::pause, Types.duration())
            .component("pause")
            .says(
                    "Wait",
                    "How long it waits before it gives a request to the same target once more; HAProxy a second, or its connect timeout where that is shorter.")
            .when("where the same target gets it", policy -> policy.attempts > 1 && policy.next.staysFirst())
            .usually(HAPROXYS_PAUSE);
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

    /** Another target gets it each time. */
    public FailoverPolicy(int attempts, Set<Failure> on, boolean writes, @Nullable Duration timeout) {
        this(attempts, on, writes, Next.OTHER, HAPROXYS_PAUSE, timeout);
    }

    public static final FailoverPolicy NEVER = SETTINGS.usual();
}
