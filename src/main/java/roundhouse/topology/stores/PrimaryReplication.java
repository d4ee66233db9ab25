package roundhouse.topology.stores;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * The first member takes all writes and ships its log to the others.
 *
 * @param synchronous so many followers must have a write before it is acknowledged; 0: none
 * @param choice which of them
 * @param level what they must have done with it
 * @param visible whether a write can be read at the primary before it is acknowledged
 * @param patience how long a write waits for followers; null for however long
 * @param onTimeout what happens then
 * @param applyDelay so much later than it was sent a follower applies what it received
 * @param minFollowers with fewer followers that were heard of late the primary refuses writes; 0 for never
 * @param maxLag what late is
 * @param reads who answers a read
 * @param watchers who promotes a follower when the primary is down; null for nobody
 * @param fence a primary that hears from no majority for so long refuses everything; null for none
 */
public record PrimaryReplication(
        int synchronous,
        Choice choice,
        Level level,
        boolean visible,
        @Nullable Duration patience,
        OnTimeout onTimeout,
        Duration applyDelay,
        int minFollowers,
        Duration maxLag,
        Reads reads,
        @Nullable Watchers watchers,
        @Nullable Duration fence)
        implements Replication {
    /** The protocol in files. */
    public static final String MODE = "primary";

    /** Which followers must have a write. */
    public enum Choice {
        FIRST,
        ANY
    }

    /** What followers must have done with it. */
    public enum Level {
        RECEIVED,
        APPLIED
    }

    /** What happens to a write that waits for too long. */
    public enum OnTimeout {
        UNKNOWN,
        FALL_BACK
    }

    /** Who answers a read. */
    public enum Reads {
        PRIMARY,
        LOCAL
    }

    private static final Declarations<PrimaryReplication> DECLARED =
            Declarations.of(PrimaryReplication.class, "the mode primary").constant(Replication.MODE, MODE);

    public static final Setting<PrimaryReplication, Integer> SYNCHRONOUS = DECLARED.setting(
                    "synchronous", PrimaryReplication::synchronous, Types.whole(0, 100))
            .says("Synchronous", "So many followers must have a write before it is acknowledged; 0 for none.")
            .usually(0);
    public static final Setting<PrimaryReplication, Choice> CHOICE = DECLARED.setting(
                    "choice",
                    PrimaryReplication::choice,
                    new ChoiceType<Choice>("choice")
                            .or(Choice.ANY, "any", "Any", "Whichever are the fastest.")
                            .or(Choice.FIRST, "first", "First", "The first of the list that are connected."))
            .says("Which", "Which followers those are.")
            .when("with synchronous followers", primary -> primary.synchronous > 0)
            .usually(Choice.ANY);
    public static final Setting<PrimaryReplication, Level> LEVEL = DECLARED.setting(
                    "level",
                    PrimaryReplication::level,
                    new ChoiceType<Level>("level")
                            .or(Level.RECEIVED, "received", "Received", "It is on their disks.")
                            .or(Level.APPLIED, "applied", "Applied", "It can be read there (remote_apply)."))
            .says("Level", "What they must have done with it.")
            .when("with synchronous followers", primary -> primary.synchronous > 0)
            .usually(Level.RECEIVED);
    public static final Setting<PrimaryReplication, Boolean> VISIBLE = DECLARED.setting(
                    "visible", PrimaryReplication::visible, Types.flag())
            .says("Visible at once", "A write can be read at the primary before it is acknowledged, as in Redis.")
            .when("with synchronous followers", primary -> primary.synchronous > 0)
            .usually(false);
    public static final Setting<PrimaryReplication, @Nullable Duration> WAIT = DECLARED.setting(
                    "wait", PrimaryReplication::patience, Types.optional(Types.milliseconds(), "for ever"))
            .component("patience")
            .says("Wait", "How long a write waits for followers.")
            .when("with synchronous followers", primary -> primary.synchronous > 0)
            .usuallyMissing();
    public static final Setting<PrimaryReplication, OnTimeout> ON_TIMEOUT = DECLARED.setting(
                    "on-timeout",
                    PrimaryReplication::onTimeout,
                    new ChoiceType<OnTimeout>("what happens on a timeout")
                            .or(
                                    OnTimeout.UNKNOWN,
                                    "unknown",
                                    "Outcome unknown",
                                    "The client is told that it is not known to be safe; the write stays (WAIT).")
                            .or(
                                    OnTimeout.FALL_BACK,
                                    "fall-back",
                                    "Fall back",
                                    "It is acknowledged, and later ones at once until the followers have caught up (semi-synchronous)."))
            .says("After the wait", "What happens to a write that has waited for so long.")
            .when("with a wait", primary -> primary.patience != null)
            .usually(OnTimeout.UNKNOWN);
    public static final Setting<PrimaryReplication, Duration> APPLY_DELAY = DECLARED.setting(
                    "apply-delay", PrimaryReplication::applyDelay, Types.duration())
            .says("Apply delay", "So much later than it was sent a follower applies what it received.")
            .usually(Duration.ZERO);
    public static final Setting<PrimaryReplication, Integer> MIN_FOLLOWERS = DECLARED.setting(
                    "min-followers", PrimaryReplication::minFollowers, Types.whole(0, 100))
            .says(
                    "Followers needed",
                    "With fewer that were heard of late the primary refuses writes (min-replicas-to-write).")
            .usually(0);
    public static final Setting<PrimaryReplication, Duration> MAX_LAG = DECLARED.setting(
                    "max-lag", PrimaryReplication::maxLag, Types.milliseconds())
            .says("Most lag", "So long ago is of late; whole seconds count.")
            .when("where followers are needed", primary -> primary.minFollowers > 0)
            .usually(Duration.ofSeconds(10));
    public static final Setting<PrimaryReplication, Reads> READS = DECLARED.setting(
                    "reads",
                    PrimaryReplication::reads,
                    new ChoiceType<Reads>("reads")
                            .or(Reads.PRIMARY, "primary", "The primary", "Followers hand reads on to the primary.")
                            .or(Reads.LOCAL, "local", "Whoever is asked", "A follower answers from what it has."))
            .says("Reads", "Who answers a read.")
            .usually(Reads.PRIMARY);
    public static final Setting<PrimaryReplication, @Nullable Watchers> WATCHERS = DECLARED.setting(
                    "watchers",
                    PrimaryReplication::watchers,
                    Types.optional(
                            new NestedType<>("watchers", Watchers.SETTINGS).orTrue(Watchers.SETTINGS.usual()), "off"))
            .says("Watchers", "One beside each member: they promote a follower when the primary is down (Sentinel).")
            .usuallyMissing();
    public static final Setting<PrimaryReplication, @Nullable Duration> FENCE = DECLARED.setting(
                    "fence", PrimaryReplication::fence, Types.optional(Types.milliseconds(), "none"))
            .says("Fence", "A primary that hears from no majority for so long refuses everything.")
            .usuallyMissing();

    public static final Settings<PrimaryReplication> SETTINGS = DECLARED.described(
                    "One member, the first at the start, takes all writes and ships its log to the others.")
            .check(PrimaryReplication::check)
            .settings();

    /**
     * When watchers promote a follower, by the rules of Redis Sentinel.
     *
     * @param quorum so many must hold the primary to be down; null for a majority
     * @param downAfter without an answer for so long it is down for one of them
     * @param timeout twice this passes before the next attempt
     */
    public record Watchers(@Nullable Integer quorum, Duration downAfter, Duration timeout) {
        private static final Declarations<Watchers> DECLARED = Declarations.of(Watchers.class, "watchers");
        public static final Setting<Watchers, @Nullable Integer> QUORUM = DECLARED.setting(
                        "quorum", Watchers::quorum, Types.optional(Types.whole(1, 100), "a majority"))
                .says("Quorum", "So many must hold the primary to be down.")
                .usuallyMissing();
        public static final Setting<Watchers, Duration> DOWN_AFTER = DECLARED.setting(
                        "down-after", Watchers::downAfter, Types.milliseconds())
                .says("Down after", "Without an answer for so long it is down for one of them.")
                .usually(Duration.ofSeconds(5));
        public static final Setting<Watchers, Duration> TIMEOUT = DECLARED.setting(
                        "timeout", Watchers::timeout, Types.milliseconds())
                .says("Timeout", "Twice this passes before another attempt.")
                .usually(Duration.ofMinutes(3));
        public static final Settings<Watchers> SETTINGS = DECLARED.settings();
    }

    private static void check(PrimaryReplication primary, Checks checks) {
        if (primary.onTimeout == OnTimeout.FALL_BACK && primary.patience == null) {
            checks.wrong("on-timeout", "to fall back there must be a \"wait\", like \"1s\"");
        }
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> PrimaryReplication with(
            RecordProperty<PrimaryReplication, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    @Override
    public String mode() {
        return MODE;
    }

    @Override
    public int fewest() {
        return 1 + Math.max(synchronous, minFollowers);
    }

    @Override
    public PrimaryReplication among(List<String> members) {
        int followers = Math.max(0, members.size() - 1);
        return with(SYNCHRONOUS, Math.min(synchronous, followers))
                .with(MIN_FOLLOWERS, Math.min(minFollowers, followers));
    }

    @Override
    public boolean canBeStale() {
        return reads == Reads.LOCAL;
    }
}
