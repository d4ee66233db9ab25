package roundhouse.simulation.storing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.storage.consensus.RaftReplica;
import roundhouse.storage.consensus.RaftSettings;
import roundhouse.storage.leaderless.Answers;
import roundhouse.storage.leaderless.Conflicts;
import roundhouse.storage.leaderless.LeaderlessReplica;
import roundhouse.storage.leaderless.LeaderlessSettings;
import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.leaderless.StreamPace;
import roundhouse.storage.primary.PrimaryReplica;
import roundhouse.storage.primary.PrimarySettings;
import roundhouse.storage.primary.SentinelSettings;
import roundhouse.storage.primary.WatchedReplica;
import roundhouse.storage.quorums.ConsistencyLevel;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.Shards;
import roundhouse.topology.stores.Store;

/** The machines of the protocols, as stores say how they are run: a case a protocol. */
final class ReplicaMachines {
    private static final long SECOND = 1_000_000_000;
    private static final int BACKLOG = 10_000;

    private ReplicaMachines() {}

    /**
     * @param self its number among the members
     * @param regions of each member the number of its region
     * @param preferences at which members a key is kept where nobody leads
     */
    static Replica of(
            Store store,
            int self,
            List<Integer> regions,
            PreferenceList preferences,
            Outbox outbox,
            RandomStream random) {
        int members = store.members().size();
        return switch (store.replication()) {
            case ConsensusReplication raft -> new RaftReplica(self, settings(raft, members), outbox, random);
            case PrimaryReplication primary -> {
                PrimaryReplication.Watchers watchers = primary.watchers();
                yield watchers == null
                        ? new PrimaryReplica(self, 0, settings(primary, members), outbox)
                        : new WatchedReplica(
                                self, 0, settings(primary, members), settings(watchers, members), outbox, random);
            }
            case LeaderlessReplication leaderless ->
                new LeaderlessReplica(
                        self, settings(leaderless, store, regions), preferences, pace(leaderless.shards()), outbox);
            default -> throw new IllegalArgumentException("no machine for " + store.replication());
        };
    }

    private static RaftSettings settings(ConsensusReplication raft, int members) {
        int ticks = (int) Math.max(2, raft.electionTimeout().dividedBy(raft.heartbeat()));
        return new RaftSettings(
                members,
                DurationSampler.nanos(raft.heartbeat()),
                ticks,
                raft.preVote(),
                raft.checkQuorum(),
                switch (raft.reads()) {
                    case LINEARIZABLE -> RaftSettings.Reads.READ_INDEX;
                    case LEASE -> RaftSettings.Reads.LEASE;
                    case LOCAL -> RaftSettings.Reads.LOCAL;
                },
                100,
                raft.snapshotAfter());
    }

    private static PrimarySettings settings(PrimaryReplication primary, int members) {
        return new PrimarySettings(
                members,
                new PrimarySettings.Acknowledgement(
                        primary.synchronous(),
                        primary.choice() == PrimaryReplication.Choice.FIRST
                                ? PrimarySettings.Choice.FIRST
                                : PrimarySettings.Choice.ANY,
                        primary.level() == PrimaryReplication.Level.APPLIED
                                ? PrimarySettings.Level.APPLIED
                                : PrimarySettings.Level.RECEIVED,
                        primary.synchronous() == 0 || primary.visible(),
                        primary.patience() == null ? 0 : DurationSampler.nanos(primary.patience()),
                        primary.onTimeout() == PrimaryReplication.OnTimeout.FALL_BACK
                                ? PrimarySettings.OnTimeout.FALL_BACK
                                : PrimarySettings.OnTimeout.TELL_UNKNOWN),
                new PrimarySettings.Refusal(
                        primary.minFollowers(),
                        DurationSampler.nanos(primary.maxLag()),
                        primary.fence() == null ? 0 : DurationSampler.nanos(primary.fence())),
                DurationSampler.nanos(primary.applyDelay()),
                SECOND,
                BACKLOG);
    }

    private static SentinelSettings settings(PrimaryReplication.Watchers watchers, int members) {
        return new SentinelSettings(
                watchers.quorum() == null ? members / 2 + 1 : watchers.quorum(),
                DurationSampler.nanos(watchers.downAfter()),
                DurationSampler.nanos(watchers.timeout()));
    }

    private static LeaderlessSettings settings(LeaderlessReplication leaderless, Store store, List<Integer> regions) {
        return new LeaderlessSettings(
                datacentres(regions),
                leaderless.n(),
                new LeaderlessSettings.Quorum(
                        answers(leaderless.r()), answers(leaderless.w()), leaderless.sloppy(), leaderless.askAll()),
                new LeaderlessSettings.Repair(
                        leaderless.readRepair(),
                        leaderless.hintedHandoff(),
                        DurationSampler.nanos(leaderless.hintWindow()),
                        leaderless.antiEntropy() == null ? 0 : DurationSampler.nanos(leaderless.antiEntropy())),
                new LeaderlessSettings.Timing(DurationSampler.nanos(store.timeout()), SECOND, 4 * SECOND),
                switch (leaderless.conflicts()) {
                    case LAST_WRITE_WINS -> Conflicts.LAST_WRITE_WINS;
                    case SIBLINGS -> Conflicts.SIBLINGS;
                    case COUNTER -> Conflicts.COUNTER;
                    case SET -> Conflicts.SET;
                });
    }

    private static StreamPace pace(@Nullable Shards shards) {
        return shards == null ? StreamPace.UNLIMITED : new StreamPace(shards.streamRate(), shards.valueBytes());
    }

    /** Each region is a datacentre. */
    private static int[] datacentres(List<Integer> regions) {
        List<Integer> known = regions.stream().distinct().toList();
        return regions.stream().mapToInt(known::indexOf).toArray();
    }

    private static Answers answers(QuorumSize size) {
        return switch (size) {
            case QuorumSize.Count(int count) -> Answers.of(count);
            case QuorumSize.Level level -> Answers.of(ConsistencyLevel.valueOf(level.name()));
        };
    }
}
