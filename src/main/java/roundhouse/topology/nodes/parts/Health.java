package roundhouse.topology.nodes.parts;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Failure;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.guarding.Breaker;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Inlined;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * How a load balancer finds out which of its targets may take requests, and what it does then.
 *
 * @param active checks it sends by itself; null for none
 * @param passive what it concludes from requests that failed, as nginx does; null for nothing
 * @param ejection which targets stand out among the others, as Envoy judges; null for none
 * @param panic percent of targets that must be available; with fewer, health is disregarded and all are used, unless backups can bear
 *     the rest of the load, of which they get a growing part as primaries fail; 0 for never
 * @param slowStart how long a target that came up takes to get its whole weight back; zero for at once
 * @param breaker each target has such a breaker, and gets no requests while it is open; null for none
 */
public record Health(
        @Nullable Active active,
        @Nullable Passive passive,
        @Nullable Ejection ejection,
        int panic,
        Duration slowStart,
        @Nullable Breaker breaker) {
    private static final Declarations<Health> DECLARED = Declarations.of(Health.class, "health");
    private static final String JUDGED = "where targets are judged";

    public static final Setting<Health, @Nullable Active> CHECKS = DECLARED.setting(
                    "checks", Health::active, Types.optional(Active.TYPE, "off"))
            .component("active")
            .says(
                    "Health checks",
                    "What the balancer asks its targets at regular intervals; without, a dead target keeps its share.")
            .usuallyMissing();
    public static final Setting<Health, @Nullable Passive> PASSIVE = DECLARED.setting(
                    "passive", Health::passive, Types.optional(Passive.TYPE, "off"))
            .says("Passive checks", "Requests that fail take a target out for a while, as nginx counts them.")
            .usuallyMissing();
    public static final Setting<Health, @Nullable Ejection> EJECTION = DECLARED.setting(
                    "ejection", Health::ejection, Types.optional(Ejection.TYPE, "off"))
            .says("Ejection", "A target that stands out among the others is taken out for a while, by Envoy's rules.")
            .usuallyMissing();
    public static final Setting<Health, Integer> PANIC = DECLARED.setting("panic", Health::panic, Types.percent())
            .says(
                    "Panic below",
                    "With a smaller part of the targets available, health is disregarded and all are used, unless backups"
                            + " can bear the rest: they get a growing part of the load. 0 % for never.")
            .when(JUDGED, Health::isAny)
            .usually(0);
    public static final Setting<Health, Duration> SLOW_START = DECLARED.setting(
                    "slow-start", Health::slowStart, Types.wholeSeconds())
            .says(
                    "Slow start",
                    "How long a target that came up takes to get its whole weight back, in whole seconds; 0s for at once. Where requests wait by HAProxy's rules, its limit grows likewise.")
            .when(JUDGED, Health::isAny)
            .usually(Duration.ZERO);

    public static final Setting<Health, @Nullable Breaker> BREAKER = DECLARED.setting(
                    "breaker", Health::breaker, Types.optional(Breaker.TYPE, "off"))
            .says(
                    "Breaker",
                    "Each target has one, and gets no requests while it is open; at layer 7. Limits of what is in flight to all targets, as Envoy's circuit breakers, are those of the queue.")
            .usuallyMissing();

    public static final Settings<Health> SETTINGS = DECLARED.settings();

    /** All targets are trusted for ever. */
    public static final Health NONE = SETTINGS.usual();

    /** Without a breaker. */
    public Health(
            @Nullable Active active,
            @Nullable Passive passive,
            @Nullable Ejection ejection,
            int panic,
            Duration slowStart) {
        this(active, passive, ejection, panic, slowStart, null);
    }

    /** The same with those checks. */
    public Health checking(@Nullable Active checks) {
        return CHECKS.with(this, checks);
    }

    private boolean isAny() {
        return !equals(NONE);
    }

    /** What a check asks of a server. */
    public enum Probe {
        /** That it accepts a connection. A server that accepts and then loses requests passes. */
        CONNECT,
        /** That it answers a request: the check waits for a core like any other. */
        REQUEST
    }

    /**
     * Checks at regular intervals, counted as HAProxy counts them.
     *
     * @param interval from one check to the next
     * @param timeout a check without an answer by then has failed
     * @param fall failures in a row that take a target out
     * @param rise successes in a row that bring it back
     * @param fastInterval the interval between the first change and the final state; null for the same
     * @param downInterval the interval while a target is out; null for the same
     * @param question where it goes and what answer is good
     * @param marked what is done about what is under way when a target goes out or comes back
     */
    public record Active(
            Probe probe,
            Duration interval,
            Duration timeout,
            int fall,
            int rise,
            @Nullable Duration fastInterval,
            @Nullable Duration downInterval,
            CheckQuestion question,
            MarkedActions marked) {
        private static final Declarations<Active> DECLARED = Declarations.of(Active.class, "a health check");

        public static final Setting<Active, Probe> PROBE = DECLARED.setting(
                        "probe",
                        Active::probe,
                        new ChoiceType<Probe>("probe")
                                .or(
                                        Probe.REQUEST,
                                        "request",
                                        "By request",
                                        "Asks for an answer, which waits for a core like any other.")
                                .or(
                                        Probe.CONNECT,
                                        "connect",
                                        "By connection",
                                        "Asks whether it accepts; what is lost later goes unseen."))
                .says("Check", "What a check asks of a target.")
                .usually(Probe.REQUEST);
        public static final Inlined<Active, CheckQuestion> QUESTION =
                DECLARED.inlined("question", Active::question, CheckQuestion.SETTINGS, "");
        public static final Setting<Active, Duration> INTERVAL = DECLARED.setting(
                        "interval", Active::interval, Types.milliseconds())
                .says("Check interval", "From one check of a target to the next.")
                .usually(Duration.ofSeconds(2));
        public static final Setting<Active, Duration> TIMEOUT = DECLARED.setting(
                        "timeout", Active::timeout, Types.milliseconds())
                .says("Check timeout", "A check without an answer by then has failed.")
                .usually(Duration.ofSeconds(1));
        public static final Setting<Active, Integer> FALL = DECLARED.setting(
                        "fall", Active::fall, Types.whole(1, 1_000))
                .says("Fall", "Failures in a row that take a target out.")
                .usually(3);
        public static final Setting<Active, Integer> RISE = DECLARED.setting(
                        "rise", Active::rise, Types.whole(1, 1_000))
                .says("Rise", "Successes in a row that bring it back.")
                .usually(2);
        public static final Setting<Active, @Nullable Duration> FAST_INTERVAL = DECLARED.setting(
                        "fast-interval", Active::fastInterval, Types.optional(Types.milliseconds(), "as interval"))
                .says("Fast interval", "The interval from the first sign of a change until it is certain.")
                .usuallyMissing();
        public static final Setting<Active, @Nullable Duration> DOWN_INTERVAL = DECLARED.setting(
                        "down-interval", Active::downInterval, Types.optional(Types.milliseconds(), "as interval"))
                .says("Down interval", "The interval while a target is out.")
                .usuallyMissing();

        public static final Inlined<Active, MarkedActions> MARKED =
                DECLARED.inlined("marked", Active::marked, MarkedActions.SETTINGS, "");

        public static final Settings<Active> SETTINGS = DECLARED.described(
                        "Checks at regular intervals, counted as HAProxy counts them.")
                .settings();
        public static final Type<Active> TYPE = new NestedType<>("checks", SETTINGS);

        /** At the port of requests, and what is under way goes on. */
        public Active(
                Probe probe,
                Duration interval,
                Duration timeout,
                int fall,
                int rise,
                @Nullable Duration fastInterval,
                @Nullable Duration downInterval) {
            this(
                    probe,
                    interval,
                    timeout,
                    fall,
                    rise,
                    fastInterval,
                    downInterval,
                    CheckQuestion.USUAL,
                    MarkedActions.NONE);
        }
    }

    /**
     * Failures of requests take a target out, counted as nginx counts them.
     *
     * @param maxFails failures that take a target out; 0 for never
     * @param failTimeout how long it stays out, whole seconds
     * @param on the failures that count
     */
    public record Passive(int maxFails, Duration failTimeout, Set<Failure> on) {
        private static final Declarations<Passive> DECLARED = Declarations.of(Passive.class, "a passive check");

        public static final Setting<Passive, Integer> MAX_FAILS = DECLARED.setting(
                        "max-fails", Passive::maxFails, Types.whole(0, 1_000))
                .says("Max. fails", "Failures within the fail timeout that take a target out; 0 for never.")
                .usually(1);
        public static final Setting<Passive, Duration> FAIL_TIMEOUT = DECLARED.setting(
                        "fail-timeout", Passive::failTimeout, Types.positiveWholeSeconds())
                .says("Fail timeout", "How long it stays out, in whole seconds.")
                .usually(Duration.ofSeconds(10));
        public static final Setting<Passive, Set<Failure>> ON = DECLARED.setting("on", Passive::on, new FailuresType())
                .says(
                        "Count",
                        "The failures that count; \"nginx\", \"haproxy\" and \"envoy\" stand for what those take for a failure by default.")
                .usually(Failure.NGINX);

        public static final Settings<Passive> SETTINGS = DECLARED.described(
                        "Failures of requests take a target out, counted as nginx counts them.")
                .settings();
        public static final Type<Passive> TYPE = new NestedType<>("passive", SETTINGS);
    }

    /**
     * Targets that stand out are taken out for a while, by Envoy's rules.
     *
     * @param consecutive failures in a row that eject a target
     * @param interval how often success rates are compared and ejections end
     * @param base the first ejection's length; the n-th lasts n times as long
     * @param max the longest ejection
     * @param maxPercent at most this part of the targets is ejected
     * @param alwaysOne one target may be ejected whatever part of them that is
     * @param minHosts targets with enough requests that a comparison of success rates needs
     * @param minRequests requests of one interval that count as enough
     * @param factor standard deviations below the mean success rate that are too many
     */
    public record Ejection(
            int consecutive,
            Duration interval,
            Duration base,
            Duration max,
            int maxPercent,
            boolean alwaysOne,
            int minHosts,
            int minRequests,
            double factor) {
        private static final Declarations<Ejection> DECLARED = Declarations.of(Ejection.class, "an ejection rule");

        public static final Setting<Ejection, Integer> CONSECUTIVE = DECLARED.setting(
                        "consecutive", Ejection::consecutive, Types.whole(1, 1_000))
                .says("Consecutive", "Failures in a row that eject a target.")
                .usually(5);
        public static final Setting<Ejection, Duration> INTERVAL = DECLARED.setting(
                        "interval", Ejection::interval, Types.milliseconds())
                .says("Sweep interval", "How often success rates are compared and ejections end.")
                .usually(Duration.ofSeconds(10));
        public static final Setting<Ejection, Duration> BASE = DECLARED.setting(
                        "base", Ejection::base, Types.positiveDuration())
                .says("Base ejection", "How long the first ejection lasts; the n-th lasts n times as long.")
                .usually(Duration.ofSeconds(30));
        public static final Setting<Ejection, Duration> MAX = DECLARED.setting(
                        "max", Ejection::max, Types.positiveDuration())
                .says("Max. ejection", "No ejection is longer.")
                .usually(Duration.ofMinutes(5));
        public static final Setting<Ejection, Integer> MAX_PERCENT = DECLARED.setting(
                        "max-percent", Ejection::maxPercent, Types.percent())
                .says("Max. ejected", "No more than this part of the targets is ejected.")
                .usually(10);
        public static final Setting<Ejection, Boolean> ALWAYS_ONE = DECLARED.setting(
                        "always-one", Ejection::alwaysOne, Types.flag())
                .says(
                        "Always one",
                        "One target may be ejected even if that is a greater part; Envoy's always_eject_one_host.")
                .usually(false);
        public static final Setting<Ejection, Integer> MIN_HOSTS = DECLARED.setting(
                        "min-hosts", Ejection::minHosts, Types.whole(1, 1_000))
                .says("Min. targets", "Targets with enough requests that a comparison of success rates needs.")
                .usually(5);
        public static final Setting<Ejection, Integer> MIN_REQUESTS = DECLARED.setting(
                        "min-requests", Ejection::minRequests, Types.whole(1, 1_000_000_000))
                .says("Min. requests", "Requests within an interval that count as enough.")
                .usually(100);
        public static final Setting<Ejection, Double> FACTOR = DECLARED.setting(
                        "factor", Ejection::factor, Types.number(0, 10))
                .says("Deviations", "Standard deviations below the mean success rate that are too many.")
                .usually(1.9);

        public static final Settings<Ejection> SETTINGS = DECLARED.described(
                        "Targets that stand out are taken out for a while, by Envoy's rules.")
                .settings();
        public static final Type<Ejection> TYPE = new NestedType<>("ejection", SETTINGS);
    }
}
