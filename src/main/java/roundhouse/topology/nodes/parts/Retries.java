package roundhouse.topology.nodes.parts;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * What a client does when an attempt did not end well.
 *
 * @param attempts attempts in all, 1 for no retries
 * @param backoff the wait before the first retry; doubled before each further one
 * @param maxBackoff the longest wait
 * @param jitter the part of each wait that is drawn by chance, 0 to 1 (1 is "full jitter")
 * @param on the outcomes that are tried again
 * @param total no retry begins later than this after the request, and an attempt still on its way by then has timed out; null for no
 *     limit
 * @param budget how many retries the clients may send together; null for no limit
 */
public record Retries(
        int attempts,
        Duration backoff,
        Duration maxBackoff,
        double jitter,
        Set<Outcome> on,
        @Nullable Duration total,
        @Nullable Budget budget) {
    /** Every outcome that is not a success. */
    public static final Set<Outcome> ANY = OutcomesType.ANY;

    private static final String WITH_RETRIES = "with 2 attempts or more";
    private static final Declarations<Retries> DECLARED = Declarations.of(Retries.class, "a retry policy");

    public static final Setting<Retries, Integer> ATTEMPTS = DECLARED.setting(
                    "attempts", Retries::attempts, Types.whole(1, 100))
            .says("Attempts", "Attempts in all; 1 for no retries.")
            .required("3", 1);
    public static final Setting<Retries, Duration> BACKOFF = DECLARED.setting(
                    "backoff", Retries::backoff, Types.duration())
            .says("Backoff", "The wait before the first retry; doubled before each further one.")
            .when(WITH_RETRIES, retries -> retries.attempts > 1)
            .usually(Duration.ofMillis(100));
    public static final Setting<Retries, Duration> MAX_BACKOFF = DECLARED.setting(
                    "max-backoff", Retries::maxBackoff, Types.duration())
            .says("Max. backoff", "No wait is longer.")
            .when(WITH_RETRIES, retries -> retries.attempts > 1)
            .usually(Duration.ofSeconds(10));
    public static final Setting<Retries, Double> JITTER = DECLARED.setting("jitter", Retries::jitter, Types.share())
            .says("Jitter", "The part of each wait that is drawn by chance.")
            .when(WITH_RETRIES, retries -> retries.attempts > 1)
            .usually(1.0);
    public static final Setting<Retries, Set<Outcome>> ON = DECLARED.setting("on", Retries::on, new OutcomesType())
            .says("Retry", "The outcomes of an attempt that are tried again.")
            .when(WITH_RETRIES, retries -> retries.attempts > 1)
            .usually(ANY);
    public static final Setting<Retries, @Nullable Duration> TOTAL = DECLARED.setting(
                    "total", Retries::total, Types.optional(Types.positiveDuration(), "none"))
            .says(
                    "Total time",
                    "No retry begins later than this after the request, and an attempt still on its way by then has timed out.")
            .when(WITH_RETRIES, retries -> retries.attempts > 1)
            .usuallyMissing();
    public static final Setting<Retries, @Nullable Budget> BUDGET = DECLARED.setting(
                    "budget", Retries::budget, Types.optional(Budget.TYPE, "none"))
            .says(
                    "Retry budget",
                    "Keeps retries a small part of the traffic, so that they cannot bring down what is weak already.")
            .when(WITH_RETRIES, retries -> retries.attempts > 1)
            .usuallyMissing();

    public static final Settings<Retries> SETTINGS = DECLARED.described(
                    "What a client does when an attempt did not end well.")
            .settings();
    /** As files and forms have it. */
    public static final Type<Retries> TYPE = new NestedType<>("retries", SETTINGS);

    public static final Retries NONE = SETTINGS.usual();

    public Retries {
        on = on.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(on));
    }

    /**
     * Keeps retries a small part of the traffic, so that they cannot bring down what is weak already. Each request puts
     * {@code share} of a retry into an account, each retry or hedge takes one out; {@code floor} is always allowed.
     *
     * @param share retries per request
     * @param floor retries a second that are allowed whatever the account says
     */
    public record Budget(double share, double floor) {
        private static final Declarations<Budget> DECLARED = Declarations.of(Budget.class, "a retry budget");

        public static final Setting<Budget, Double> SHARE = DECLARED.setting(
                        "share", Budget::share, Types.number(0, 100))
                .says("Per request", "What part of a retry each request puts into the account; a retry takes out one.")
                .usually(0.2);
        public static final Setting<Budget, Double> FLOOR = DECLARED.setting("floor", Budget::floor, Types.rate())
                .says("Always allowed", "Retries a second that are allowed whatever the account says.")
                .usually(10.0);

        public static final Settings<Budget> SETTINGS = DECLARED.described(
                        "Keeps retries a small part of the traffic, so that they cannot bring down what is weak already.")
                .settings();
        public static final Type<Budget> TYPE = new NestedType<>("budget", SETTINGS);
    }
}
