package roundhouse.topology;

import java.time.Duration;
import java.util.List;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.Replication;
import roundhouse.topology.stores.SessionRule;
import roundhouse.topology.stores.Shards;
import roundhouse.topology.stores.StalenessBound;
import roundhouse.topology.stores.Store;

/** Valid stores of three members with everything that they can say of themselves. */
final class RandomStores {
    private final RandomValues values;

    RandomStores(RandomValues values) {
        this.values = values;
    }

    Store store(String id, List<String> members) {
        return new Store(
                id,
                values.label(),
                members,
                values.pick(primary(), consensus(), leaderless()),
                values.maybe(
                        () -> new SessionRule(
                                values.random.nextBoolean(),
                                values.random.nextBoolean(),
                                values.pick(SessionRule.WhenBehind.values()),
                                values.interval()),
                        null),
                values.maybe(() -> new StalenessBound(values.pick(null, 3), values.interval()), null),
                values.interval());
    }

    private Replication consensus() {
        Duration heartbeat = values.interval();
        return new ConsensusReplication(
                heartbeat,
                heartbeat.multipliedBy(values.pick(2, 10)),
                values.pick(ConsensusReplication.Reads.values()),
                values.random.nextBoolean(),
                values.random.nextBoolean(),
                values.pick(10, 10_000));
    }

    private Replication primary() {
        return new PrimaryReplication(
                values.pick(0, 1, 2),
                values.pick(PrimaryReplication.Choice.values()),
                values.pick(PrimaryReplication.Level.values()),
                values.random.nextBoolean(),
                values.interval(),
                values.pick(PrimaryReplication.OnTimeout.values()),
                values.duration(),
                values.pick(0, 1),
                values.interval(),
                values.pick(PrimaryReplication.Reads.values()),
                values.maybe(
                        () -> new PrimaryReplication.Watchers(
                                values.pick(null, 2), values.interval(), values.interval()),
                        null),
                values.maybe(values::interval, null));
    }

    private Replication leaderless() {
        return new LeaderlessReplication(
                3,
                values.pick(QuorumSize.of(1), QuorumSize.of(2), QuorumSize.Level.QUORUM, QuorumSize.Level.LOCAL_ONE),
                values.pick(QuorumSize.of(1), QuorumSize.of(3), QuorumSize.Level.ALL, QuorumSize.Level.ANY),
                values.random.nextBoolean(),
                values.random.nextBoolean(),
                values.random.nextBoolean(),
                values.random.nextBoolean(),
                values.interval(),
                values.maybe(values::interval, null),
                values.pick(LeaderlessReplication.Conflicts.values()),
                values.maybe(this::shards, null));
    }

    /** None of three members can be spared where each keeps all keys. */
    private Shards shards() {
        return Shards.SETTINGS
                .usual()
                .with(
                        Shards.PLACEMENT,
                        values.pick(
                                PlacementSettings.DEFAULT.withVirtualNodes(8),
                                PlacementSettings.of(Placements.RENDEZVOUS)))
                .with(Shards.VALUE_BYTES, values.pick(1, 4_096))
                .with(Shards.STREAM_RATE, values.pick(1_000, 1 << 20));
    }
}
