package roundhouse.topology.nodes.groups;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * How a group's size follows its load, and how long a server takes to come.
 *
 * @param min servers there are at least
 * @param max servers there are at most
 * @param target what is measured and what it is to be; null for no autoscaler
 * @param policy by whose rules
 * @param every how often it decides
 * @param window how far back its measurements go, at most {@code every}
 * @param startUp from when a server is wanted until it takes requests
 * @param stabilization how long a higher recommendation keeps the group from shrinking
 * @param upStabilization how long a lower one keeps it from growing
 * @param up how many may come in a time; none for none
 * @param down how many may go
 * @param largest whether of several limits the largest counts, else the smallest
 * @param request cores that a server is taken to need; null for those it has
 * @param steps of step scaling
 * @param outAfter periods in a row that must call for more
 * @param inAfter periods in a row that must call for fewer
 * @param cooldown how long after a change it does not shrink
 * @param schedule other bounds from some times on
 */
public record Autoscaling(
        int min,
        int max,
        @Nullable ScalingTarget target,
        ScalingPolicy policy,
        Duration every,
        Duration window,
        Duration startUp,
        Duration stabilization,
        Duration upStabilization,
        List<ScalingLimit> up,
        List<ScalingLimit> down,
        boolean largest,
        @Nullable Double request,
        List<ScalingStep> steps,
        int outAfter,
        int inAfter,
        Duration cooldown,
        List<ScheduledSize> schedule) {
    private static final Duration QUARTER_MINUTE = Duration.ofSeconds(15);
    private static final Declarations<Autoscaling> DECLARED = Declarations.of(Autoscaling.class, "scaling");

    public static final Setting<Autoscaling, Integer> MIN = DECLARED.setting(
                    "min", Autoscaling::min, Types.whole(1, ScheduledSize.MOST))
            .says("Least", "Servers there are at least.")
            .usually(1);
    public static final Setting<Autoscaling, Integer> MAX = DECLARED.setting(
                    "max", Autoscaling::max, Types.whole(1, ScheduledSize.MOST))
            .says("Most", "Servers there are at most.")
            .usually(10);
    public static final Setting<Autoscaling, @Nullable ScalingTarget> TARGET = DECLARED.setting(
                    "target", Autoscaling::target, Types.optional(new ScalingTargetType(), "none"))
            .says(
                    "Target",
                    "What is measured of the servers, and what it is to be for each; without, only commands and the schedule change the size.")
            .usuallyMissing();
    public static final Setting<Autoscaling, ScalingPolicy> POLICY = DECLARED.setting(
                    "policy", Autoscaling::policy, ScalingPolicy.TYPE)
            .says("Policy", "By whose rules the size follows.")
            .when("with a target", Autoscaling::follows)
            .editedBy(Autoscaling::byRulesOf)
            .usually(ScalingPolicy.HPA);
    public static final Setting<Autoscaling, Duration> EVERY = DECLARED.setting(
                    "every", Autoscaling::every, Types.milliseconds())
            .says("Every", "How often it decides. Kubernetes: 15 s; an AWS alarm: a minute.")
            .when("with a target", Autoscaling::follows)
            .editedBy(Autoscaling::decidingEvery)
            .usually("15s with hpa, else 1min", QUARTER_MINUTE, Autoscaling::usualPeriod);
    public static final Setting<Autoscaling, Duration> WINDOW = DECLARED.setting(
                    "window", Autoscaling::window, Types.milliseconds())
            .says(
                    "Measured over",
                    "How far back a measurement goes, at most as far as the last decision. With hpa, a server that does not take requests for so long yet cannot be judged.")
            .when("with a target", Autoscaling::follows)
            .usually("as every", QUARTER_MINUTE, Autoscaling::every);
    public static final Setting<Autoscaling, Duration> START_UP = DECLARED.setting(
                    "start-up", Autoscaling::startUp, Types.duration())
            .says(
                    "Start-up",
                    "From when a server is wanted until it takes requests: it is created, boots and gets ready.")
            .usually(Duration.ZERO);
    public static final Setting<Autoscaling, Duration> STABILIZATION = DECLARED.setting(
                    "stabilization", Autoscaling::stabilization, Types.duration())
            .says("Shrinks after", "How long every recommendation must have been lower before it shrinks.")
            .when("with hpa", Autoscaling::followsKubernetes)
            .usually(Duration.ofMinutes(5));
    public static final Setting<Autoscaling, Duration> UP_STABILIZATION = DECLARED.setting(
                    "up-stabilization", Autoscaling::upStabilization, Types.duration())
            .says("Grows after", "How long every recommendation must have been higher before it grows.")
            .when("with hpa", Autoscaling::followsKubernetes)
            .usually(Duration.ZERO);
    public static final Setting<Autoscaling, List<ScalingLimit>> UP = DECLARED.setting(
                    "up", Autoscaling::up, new ListType<>(new ScalingLimit.Item()))
            .says("May come", "How many servers may come in a time; with an empty list none.")
            .when("with hpa", Autoscaling::followsKubernetes)
            .usually(List.of(new ScalingLimit(false, 4, QUARTER_MINUTE), new ScalingLimit(true, 100, QUARTER_MINUTE)));
    public static final Setting<Autoscaling, List<ScalingLimit>> DOWN = DECLARED.setting(
                    "down", Autoscaling::down, new ListType<>(new ScalingLimit.Item()))
            .says("May go", "How many servers may go in a time; with an empty list none.")
            .when("with hpa", Autoscaling::followsKubernetes)
            .usually(List.of(new ScalingLimit(true, 100, QUARTER_MINUTE)));
    public static final Setting<Autoscaling, Boolean> LARGEST = DECLARED.setting(
                    "largest", Autoscaling::largest, Types.flag())
            .says("Largest limit", "Whether of several limits the largest counts, else the smallest.")
            .when("with hpa", Autoscaling::followsKubernetes)
            .usually(true);
    public static final Setting<Autoscaling, @Nullable Double> REQUEST = DECLARED.setting(
                    "request", Autoscaling::request, Types.optional(Types.number(0.001, 1_024), "its cores"))
            .says("Request", "Cores that a server is taken to need: utilization is busy cores by these.")
            .when("with a target of utilization", Autoscaling::measuresCores)
            .usuallyMissing();
    public static final Setting<Autoscaling, List<ScalingStep>> STEPS = DECLARED.setting(
                    "steps", Autoscaling::steps, new ListType<>(new ScalingStep.Item()))
            .says("Steps", "How much the size changes by how far the metric is from the target.")
            .when("with step", scaling -> scaling.follows() && scaling.policy == ScalingPolicy.STEP)
            .usually(List.of());
    public static final Setting<Autoscaling, Integer> OUT_AFTER = DECLARED.setting(
                    "out-after", Autoscaling::outAfter, Types.whole(1, 100))
            .says("Grows after", "Decisions in a row that must call for more.")
            .when("with target-tracking and step", Autoscaling::followsAws)
            .usually(3);
    public static final Setting<Autoscaling, Integer> IN_AFTER = DECLARED.setting(
                    "in-after", Autoscaling::inAfter, Types.whole(1, 100))
            .says("Shrinks after", "Decisions in a row that must call for fewer.")
            .when("with target-tracking and step", Autoscaling::followsAws)
            .usually(15);
    public static final Setting<Autoscaling, Duration> COOLDOWN = DECLARED.setting(
                    "cooldown", Autoscaling::cooldown, Types.duration())
            .says("Cooldown", "How long after a change it does not shrink.")
            .when("with target-tracking and step", Autoscaling::followsAws)
            .usually(Duration.ofMinutes(5));
    public static final Setting<Autoscaling, List<ScheduledSize>> SCHEDULE = DECLARED.setting(
                    "schedule", Autoscaling::schedule, new ListType<>(new ScheduledSize.Item()))
            .says("Schedule", "Other bounds from some times on.")
            .usually(List.of());

    public static final Settings<Autoscaling> SETTINGS = DECLARED.described(
                    "How a group's size follows its load, and how long a server takes to come.")
            .check(Autoscaling::check)
            .settings();
    /** As files and forms have it. */
    public static final Type<Autoscaling> TYPE = new NestedType<>("scaling", SETTINGS);

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Autoscaling with(RecordProperty<Autoscaling, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    private boolean follows() {
        return target != null;
    }

    private boolean isKubernetes() {
        return policy == ScalingPolicy.HPA;
    }

    private boolean followsKubernetes() {
        return follows() && isKubernetes();
    }

    private boolean followsAws() {
        return follows() && !isKubernetes();
    }

    private Duration usualPeriod() {
        return isKubernetes() ? QUARTER_MINUTE : Duration.ofMinutes(1);
    }

    /** By other rules: a period that was only the usual one gives way to theirs, and there are steps where there must be some. */
    private static Autoscaling byRulesOf(Autoscaling before, ScalingPolicy policy) {
        Autoscaling next = POLICY.with(before, policy);
        if (before.every.equals(before.usualPeriod())) {
            next = decidingEvery(next, next.usualPeriod());
        }
        return policy == ScalingPolicy.STEP && next.steps.isEmpty() ? STEPS.with(next, ScalingStep.FIRST) : next;
    }

    /** In other periods: a measurement that goes back to the last decision goes on doing so. */
    private static Autoscaling decidingEvery(Autoscaling before, Duration every) {
        Autoscaling next = EVERY.with(before, every);
        return before.window.equals(before.every) ? WINDOW.with(next, every) : next;
    }

    private boolean measuresCores() {
        return target != null && target.metric() == ScalingMetric.UTILIZATION;
    }

    private static void check(Autoscaling scaling, Checks checks) {
        if (scaling.min > scaling.max) {
            checks.wrong("min", "min is " + scaling.min + ", more than max, which is " + scaling.max);
        }
        if (scaling.window.compareTo(scaling.every) > 0) {
            checks.wrong("window", "window is longer than every; it goes back to the last decision at most");
        }
        if (scaling.policy == ScalingPolicy.STEP && scaling.steps.isEmpty() && scaling.target != null) {
            checks.wrong("steps", "step scaling needs steps, like { \"from\": 0, \"to\": 10, \"percent\": 10 }");
        }
    }
}
