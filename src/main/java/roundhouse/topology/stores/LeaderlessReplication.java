package roundhouse.topology.stores;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/**
 * Whoever is asked writes to so many members and reads of so many, as Dynamo and Cassandra do.
 *
 * @param n at how many members a key is kept
 * @param r how many answers a read waits for
 * @param w how many answers a write waits for
 * @param sloppy whether members that stand in for one that is down count
 * @param askAll whether a read asks all and takes the first answers, or only as many as it needs
 * @param readRepair whether a read writes the newest version back to those that answered with an older one
 * @param hintedHandoff whether a write is kept for a member that is down until it is back
 * @param hintWindow for so long it is
 * @param antiEntropy how often a member compares all it has with another; null for never
 * @param conflicts what becomes of two writes at a time
 * @param shards which members have a key; null where those of the N that follow each other in their order have it
 */
public record LeaderlessReplication(
        int n,
        QuorumSize r,
        QuorumSize w,
        boolean sloppy,
        boolean askAll,
        boolean readRepair,
        boolean hintedHandoff,
        Duration hintWindow,
        @Nullable Duration antiEntropy,
        Conflicts conflicts,
        @Nullable Shards shards)
        implements Replication {
    /** The protocol in files. */
    public static final String MODE = "leaderless";

    /** What becomes of two writes at a time. */
    public enum Conflicts {
        LAST_WRITE_WINS,
        SIBLINGS,
        COUNTER,
        SET
    }

    private static final Declarations<LeaderlessReplication> DECLARED =
            Declarations.of(LeaderlessReplication.class, "the mode leaderless").constant(Replication.MODE, MODE);

    public static final Setting<LeaderlessReplication, Integer> N = DECLARED.setting(
                    "n", LeaderlessReplication::n, Types.whole(1, 100))
            .says("N", "At how many members a key is kept.")
            .alwaysWritten()
            .usually(3);
    public static final Setting<LeaderlessReplication, QuorumSize> R = DECLARED.setting(
                    "r", LeaderlessReplication::r, QuorumSize.TYPE)
            .says("R", "How many of them must answer a read; a number, or a level by Cassandra's name.")
            .alwaysWritten()
            .usually(QuorumSize.of(2));
    public static final Setting<LeaderlessReplication, QuorumSize> W = DECLARED.setting(
                    "w", LeaderlessReplication::w, QuorumSize.TYPE)
            .says("W", "How many of them must have a write; a number, or a level by Cassandra's name.")
            .alwaysWritten()
            .usually(QuorumSize.of(2));
    public static final Setting<LeaderlessReplication, Boolean> SLOPPY = DECLARED.setting(
                    "sloppy", LeaderlessReplication::sloppy, Types.flag())
            .says("Sloppy quorum", "Members that stand in for one that is down count, as in Dynamo.")
            .usually(false);
    public static final Setting<LeaderlessReplication, Boolean> ASK_ALL = DECLARED.setting(
                    "ask-all", LeaderlessReplication::askAll, Types.flag())
            .says("Ask all", "A read asks all N and takes the first R answers; else it asks only R.")
            .usually(false);
    public static final Setting<LeaderlessReplication, Boolean> READ_REPAIR = DECLARED.setting(
                    "read-repair", LeaderlessReplication::readRepair, Types.flag())
            .says("Read repair", "A read writes the newest version back to those that answered with an older one.")
            .usually(true);
    public static final Setting<LeaderlessReplication, Boolean> HINTED_HANDOFF = DECLARED.setting(
                    "hinted-handoff", LeaderlessReplication::hintedHandoff, Types.flag())
            .says("Hinted handoff", "A write is kept for a member that is down, until it is back.")
            .usually(true);
    public static final Setting<LeaderlessReplication, Duration> HINT_WINDOW = DECLARED.setting(
                    "hint-window", LeaderlessReplication::hintWindow, Types.milliseconds())
            .says("Hint window", "For so long it is kept.")
            .when("with hinted handoff", leaderless -> leaderless.hintedHandoff)
            .usually(Duration.ofHours(3));
    public static final Setting<LeaderlessReplication, @Nullable Duration> ANTI_ENTROPY = DECLARED.setting(
                    "anti-entropy", LeaderlessReplication::antiEntropy, Types.optional(Types.milliseconds(), "off"))
            .says("Anti-entropy", "How often a member compares all it has with another.")
            .usuallyMissing();
    public static final Setting<LeaderlessReplication, Conflicts> CONFLICTS = DECLARED.setting(
                    "conflicts",
                    LeaderlessReplication::conflicts,
                    new ChoiceType<Conflicts>("conflicts")
                            .or(
                                    Conflicts.LAST_WRITE_WINS,
                                    "last-write-wins",
                                    "Last write wins",
                                    "The version with the later time of its coordinator's clock stays.")
                            .or(
                                    Conflicts.SIBLINGS,
                                    "siblings",
                                    "Siblings",
                                    "Both stay, told apart by version vectors, until a client that has read both writes.")
                            .or(
                                    Conflicts.COUNTER,
                                    "counter",
                                    "Counter",
                                    "A value is a sum: each write adds 1, wherever it is taken, and none is lost (CRDT).")
                            .or(
                                    Conflicts.SET,
                                    "set",
                                    "Set",
                                    "A value is a set: each write adds an element, wherever it is taken, and none is lost (CRDT)."))
            .says("Conflicts", "What becomes of two writes at a time.")
            .usually(Conflicts.LAST_WRITE_WINS);
    public static final Setting<LeaderlessReplication, @Nullable Shards> SHARDS = DECLARED.setting(
                    "shards", LeaderlessReplication::shards, Types.optional(Shards.TYPE, "off"))
            .says("Shards", "Which members have a key: by a placement, so that members can join and leave.")
            .usuallyMissing();

    public static final Settings<LeaderlessReplication> SETTINGS = DECLARED.described(
                    "Whoever is asked writes to N members, of which W must answer, and reads of R.")
            .check(LeaderlessReplication::check)
            .settings();

    private static void check(LeaderlessReplication leaderless, Checks checks) {
        checks(leaderless, leaderless.r, "r", checks);
        checks(leaderless, leaderless.w, "w", checks);
    }

    private static void checks(LeaderlessReplication leaderless, QuorumSize size, String key, Checks checks) {
        if (size instanceof QuorumSize.Count(int count) && !fits(size, leaderless.n)) {
            checks.wrong(
                    key,
                    key + " is " + count + "; a key is kept at " + leaderless.n
                            + " members, so at most so many can answer");
        }
    }

    /** Whether so many copies are enough for its quorums. */
    public boolean canKeep(int copies) {
        return fits(r, copies) && fits(w, copies);
    }

    private static boolean fits(QuorumSize size, int copies) {
        return !(size instanceof QuorumSize.Count(int count)) || count <= copies;
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> LeaderlessReplication with(
            RecordProperty<LeaderlessReplication, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    @Override
    public String mode() {
        return MODE;
    }

    @Override
    public int fewest() {
        return n;
    }

    @Override
    public LeaderlessReplication among(List<String> members) {
        int holders = shards == null ? members.size() : shards.holders(members).size();
        int fewer = Math.max(1, Math.min(n, holders));
        LeaderlessReplication left = with(N, fewer).with(R, fewer(r, fewer)).with(W, fewer(w, fewer));
        return shards == null ? left : left.with(SHARDS, shards.without(id -> !members.contains(id)));
    }

    @Override
    public LeaderlessReplication wherever() {
        return shards == null
                ? this
                : with(
                        SHARDS,
                        shards.with(Shards.PLACEMENT, PlacementSettings.DEFAULT).with(Shards.SPARES, List.of()));
    }

    private static QuorumSize fewer(QuorumSize size, int most) {
        return size instanceof QuorumSize.Count(int count) ? QuorumSize.of(Math.min(count, most)) : size;
    }

    @Override
    public boolean canBeStale() {
        return !(r instanceof QuorumSize.Count(int reads)
                && w instanceof QuorumSize.Count(int writes)
                && reads + writes > n);
    }
}
