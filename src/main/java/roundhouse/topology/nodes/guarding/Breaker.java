package roundhouse.topology.nodes.guarding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * A circuit breaker: turns calls away for a while after too many of them failed, as resilience4j does.
 *
 * @param window it looks at the last so many calls
 * @param windowTime it looks at the calls of so long instead, whole seconds of the clock; null for by calls
 * @param minimum with fewer calls in the window it does not judge
 * @param failureRate the part that failed, above 0 and at most 1, at which it opens
 * @param slowRate the part that were slow, above 0 and at most 1, at which it opens
 * @param slowAfter what takes longer is slow
 * @param inARow failures one after the other at which it opens; {@link Types#UNLIMITED} for whatever the number
 * @param open how long it turns all calls away
 * @param trials calls it lets through then, to see
 */
public record Breaker(
        int window,
        @Nullable Duration windowTime,
        int minimum,
        double failureRate,
        double slowRate,
        Duration slowAfter,
        int inARow,
        Duration open,
        int trials) {
    private static final Declarations<Breaker> DECLARED = Declarations.of(Breaker.class, "a circuit breaker");

    public static final Setting<Breaker, Integer> WINDOW = DECLARED.setting(
                    "window", Breaker::window, Types.whole(1, 100_000))
            .says("Window", "It looks at the last so many calls.")
            .when("without a time window", breaker -> breaker.windowTime == null)
            .usually(100);
    public static final Setting<Breaker, @Nullable Duration> WINDOW_TIME = DECLARED.setting(
                    "window-time",
                    Breaker::windowTime,
                    Types.optional(Types.positiveWholeSeconds(), "by number of calls"))
            .says("Time window", "It looks at the calls of so long instead, in whole seconds of the clock.")
            .usuallyMissing();
    public static final Setting<Breaker, Integer> MINIMUM = DECLARED.setting(
                    "minimum", Breaker::minimum, Types.whole(1, 1_000_000))
            .says("At least", "With fewer calls in the window it does not judge; never more than a window of calls.")
            .usually(100);
    public static final Setting<Breaker, Double> FAILURE_RATE = DECLARED.setting(
                    "failure-rate", Breaker::failureRate, Types.share())
            .says("Failed", "The part of the calls that failed or timed out at which it opens.")
            .usually(0.5);
    public static final Setting<Breaker, Double> SLOW_RATE = DECLARED.setting(
                    "slow-rate", Breaker::slowRate, Types.share())
            .says("Slow", "The part of the calls that were slow at which it opens.")
            .usually(1.0);
    public static final Setting<Breaker, Duration> SLOW_AFTER = DECLARED.setting(
                    "slow-after", Breaker::slowAfter, Types.positiveDuration())
            .says("Slow after", "A call that takes longer is slow.")
            .usually(Duration.ofMinutes(1));
    public static final Setting<Breaker, Integer> IN_A_ROW = DECLARED.setting(
                    "in-a-row", Breaker::inARow, Types.wholeOr("off", 1, 1_000_000))
            .says("Failures in a row", "It also opens after so many failures one after the other.")
            .usually(Types.UNLIMITED);
    public static final Setting<Breaker, Duration> OPEN = DECLARED.setting(
                    "open", Breaker::open, Types.positiveDuration())
            .says("Open for", "How long it turns all calls away before it tries again.")
            .usually(Duration.ofMinutes(1));
    public static final Setting<Breaker, Integer> TRIALS = DECLARED.setting(
                    "trials", Breaker::trials, Types.whole(1, 10_000))
            .says("Trial calls", "Calls it lets through then; they decide whether it closes or opens again.")
            .usually(10);

    public static final Settings<Breaker> SETTINGS = DECLARED.described(
                    "Turns calls away for a while after too many of them failed or were slow, as resilience4j does.")
            .check(Breaker::check)
            .settings();
    /** As files and forms have it. */
    public static final Type<Breaker> TYPE = new NestedType<>("breaker", SETTINGS);

    private static void check(Breaker breaker, Checks checks) {
        above0("failure-rate", breaker.failureRate, checks);
        above0("slow-rate", breaker.slowRate, checks);
        if (breaker.windowTime != null && breaker.windowTime.compareTo(Duration.ofHours(1)) > 0) {
            checks.wrong("window-time", "window-time is longer than an hour; at most \"1h\" is allowed");
        }
    }

    private static void above0(String key, double share, Checks checks) {
        if (share == 0) {
            checks.wrong(key, key + " is 0, at which it would open with its first call; a share above 0 is allowed");
        }
    }
}
