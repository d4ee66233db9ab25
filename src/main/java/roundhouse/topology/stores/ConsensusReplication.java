package roundhouse.topology.stores;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/**
 * Raft, as etcd runs it.
 *
 * @param heartbeat how often the leader tells the others that it is there, and a tick of all clocks
 * @param electionTimeout so long a follower waits for a leader at least, and less than twice that
 * @param reads how a read is answered
 * @param preVote who wants to be elected asks first whether it would be
 * @param checkQuorum a leader that hears from no majority for an election timeout gives up
 * @param snapshotAfter so many applied writes are in the log at most
 */
public record ConsensusReplication(
        Duration heartbeat,
        Duration electionTimeout,
        Reads reads,
        boolean preVote,
        boolean checkQuorum,
        int snapshotAfter)
        implements Replication {
    /** The protocol in files. */
    public static final String MODE = "consensus";

    /** How a read is answered. */
    public enum Reads {
        LINEARIZABLE,
        LEASE,
        LOCAL
    }

    private static final Declarations<ConsensusReplication> DECLARED =
            Declarations.of(ConsensusReplication.class, "the mode consensus").constant(Replication.MODE, MODE);

    public static final Setting<ConsensusReplication, Duration> HEARTBEAT = DECLARED.setting(
                    "heartbeat", ConsensusReplication::heartbeat, Types.milliseconds())
            .says("Heartbeat", "How often the leader tells the others that it is there.")
            .usually(Duration.ofMillis(100));
    public static final Setting<ConsensusReplication, Duration> ELECTION_TIMEOUT = DECLARED.setting(
                    "election-timeout", ConsensusReplication::electionTimeout, Types.milliseconds())
            .says(
                    "Election timeout",
                    "So long a member waits for a leader, and by chance up to twice that, before it wants to be elected.")
            .usually(Duration.ofSeconds(1));
    public static final Setting<ConsensusReplication, Reads> READS = DECLARED.setting(
                    "reads",
                    ConsensusReplication::reads,
                    new ChoiceType<Reads>("reads")
                            .or(
                                    Reads.LINEARIZABLE,
                                    "linearizable",
                                    "Linearizable",
                                    "The leader asks a majority whether it still leads.")
                            .or(
                                    Reads.LEASE,
                                    "lease",
                                    "By lease",
                                    "The leader answers for as long as no other can have been elected by the clocks.")
                            .or(Reads.LOCAL, "local", "Local", "Whoever is asked answers from what it has."))
            .says("Reads", "How a read is answered.")
            .usually(Reads.LINEARIZABLE);
    public static final Setting<ConsensusReplication, Boolean> PRE_VOTE = DECLARED.setting(
                    "pre-vote", ConsensusReplication::preVote, Types.flag())
            .says("Pre-vote", "Who wants to be elected asks first whether it would be, before it raises the term.")
            .usually(true);
    public static final Setting<ConsensusReplication, Boolean> CHECK_QUORUM = DECLARED.setting(
                    "check-quorum", ConsensusReplication::checkQuorum, Types.flag())
            .says("Check quorum", "A leader that hears from no majority for an election timeout gives up.")
            .usually(true);
    public static final Setting<ConsensusReplication, Integer> SNAPSHOT_AFTER = DECLARED.setting(
                    "snapshot-after", ConsensusReplication::snapshotAfter, Types.whole(10, 1_000_000))
            .says("Snapshot after", "So many applied writes are kept in the log; who needs older ones gets a snapshot.")
            .usually(10_000);

    public static final Settings<ConsensusReplication> SETTINGS = DECLARED.described(
                    "The members elect a leader and agree on one log, by Raft.")
            .check(ConsensusReplication::check)
            .settings();

    private static void check(ConsensusReplication raft, Checks checks) {
        if (raft.electionTimeout.compareTo(raft.heartbeat.multipliedBy(2)) < 0) {
            checks.wrong(
                    "election-timeout",
                    "an election timeout is at least two heartbeats, or members would want to be elected while there is a leader");
        }
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> ConsensusReplication with(
            RecordProperty<ConsensusReplication, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    @Override
    public String mode() {
        return MODE;
    }

    @Override
    public int fewest() {
        return 1;
    }

    @Override
    public boolean canBeStale() {
        return reads == Reads.LOCAL;
    }
}
