package roundhouse.topology.stores;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.NestedType;
import roundhouse.topology.types.Types;

/**
 * What each user of a store is promised about what it has written and read before (Terry et al. 1994).
 *
 * @param readYourWrites a read shows what its user has written
 * @param monotonicReads a read shows no less than its user has read
 * @param whenBehind what a member does that cannot show it
 * @param patience how long it waits at most before it refuses
 */
public record SessionRule(boolean readYourWrites, boolean monotonicReads, WhenBehind whenBehind, Duration patience) {
    /** What a member does that is behind what a read must show. */
    public enum WhenBehind {
        WAIT,
        FORWARD,
        REFUSE
    }

    private static final Declarations<SessionRule> DECLARED = Declarations.of(SessionRule.class, "sessions");

    public static final Setting<SessionRule, Boolean> READ_YOUR_WRITES = DECLARED.setting(
                    "read-your-writes", SessionRule::readYourWrites, Types.flag())
            .says("Read your writes", "A read shows what its user has written.")
            .usually(true);
    public static final Setting<SessionRule, Boolean> MONOTONIC_READS = DECLARED.setting(
                    "monotonic-reads", SessionRule::monotonicReads, Types.flag())
            .says("Monotonic reads", "A read shows no less than its user has read.")
            .usually(true);
    public static final Setting<SessionRule, WhenBehind> WHEN_BEHIND = DECLARED.setting(
                    "when-behind",
                    SessionRule::whenBehind,
                    new ChoiceType<WhenBehind>("what a member does that is behind")
                            .or(WhenBehind.WAIT, "wait", "Waits", "It waits until it is no longer, and then refuses.")
                            .or(WhenBehind.FORWARD, "forward", "Forwards", "It hands the read on to one that is not.")
                            .or(WhenBehind.REFUSE, "refuse", "Refuses", "The user has to try another."))
            .says("When behind", "What a member does that cannot show what a read must show.")
            .usually(WhenBehind.WAIT);
    public static final Setting<SessionRule, Duration> PATIENCE = DECLARED.setting(
                    "patience", SessionRule::patience, Types.milliseconds())
            .says("Patience", "How long it waits at most.")
            .usually(Duration.ofSeconds(1));

    public static final Settings<SessionRule> SETTINGS = DECLARED.described(
                    "What each user of a store is promised about what it has written and read before.")
            .settings();
    /** As files and forms have it; {@code true} for all of it. */
    public static final Type<SessionRule> TYPE = new NestedType<>("sessions", SETTINGS).orTrue(SETTINGS.usual());

    /** The same with one setting changed. */
    public <V extends @Nullable Object> SessionRule with(RecordProperty<SessionRule, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }
}
