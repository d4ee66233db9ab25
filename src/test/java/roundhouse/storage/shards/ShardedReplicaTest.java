package roundhouse.storage.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.Ring;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.consensus.RaftReplica;
import roundhouse.storage.consensus.RaftSettings;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.replication.ReplicaNetwork.Operation;
import roundhouse.storage.searching.Budget;

/** Eight shards of three members each, over five members, each shard with a consensus of its own. */
class ShardedReplicaTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;
    private static final List<String> NAMES = List.of("s0", "s1", "s2", "s3", "s4");
    private static final int SHARDS = 8;
    private static final int KEYS = 60;

    private final Ring ring = new Ring(NAMES.stream().map(Target::of).toList(), HashFunction.XXH3, 8);
    private final ReplicaSets sets = ReplicaSets.of(ring, NAMES, SHARDS, 3);

    private ReplicaNetwork network() {
        RaftSettings settings = RaftSettings.etcd(3, true);
        ReplicaNetwork network = new ReplicaNetwork(
                5,
                9,
                (self, outbox) -> new ShardedReplica(
                        self,
                        sets,
                        (shard, place, inner) ->
                                new RaftReplica(place, settings, inner, new RandomStream(shard * 31L + place)),
                        outbox));
        network.delays(2 * MILLIS, 0);
        network.runUntil(5 * SECOND);
        return network;
    }

    @Test
    void aShardIsAtThoseBehindItOnTheRing() {
        Set<Integer> used = new TreeSet<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            int[] targets = new int[3];
            ring.replicas(ring.hash("shard-" + shard), 3, targets);
            assertThat(sets.members().get(shard)).isEqualTo(targets);
            Arrays.stream(targets).forEach(used::add);
        }
        assertThat(used).hasSize(5);
        for (long key = 0; key < KEYS; key++) {
            used.add(100 + sets.shardOf().applyAsInt(key));
        }
        assertThat(used).hasSize(5 + SHARDS);
    }

    @Test
    void whoeverIsAskedAnswers() {
        ReplicaNetwork network = network();
        for (int key = 0; key < KEYS; key++) {
            network.ask("w", key % 5, true, key, key + 1, false);
            network.runUntil(network.now() + 50 * MILLIS);
            network.ask("r", (key + 2) % 5, false, key, 0, false);
            network.runUntil(network.now() + 50 * MILLIS);
        }
        assertThat(network.operations())
                .allMatch(Operation::isOk)
                .allMatch(each -> each.value == each.request.key() + 1);
        assertThat(new Checker(network.history(), Budget.of(1_000_000)).check(Check.LINEARIZABLE, OptionalLong.empty()))
                .isInstanceOf(HistoryVerdict.Holds.class);
    }

    /** A partition stops, on each side, exactly the shards that have no majority there. */
    @Test
    void aPartitionIsJudgedShardByShard() {
        ReplicaNetwork network = network();
        network.isolate(0, 1);
        network.runUntil(network.now() + 5 * SECOND);
        int done = 0;
        for (int key = 0; key < KEYS; key++) {
            int[] members = sets.members().get(sets.shardOf().applyAsInt(key));
            long left = Arrays.stream(members).filter(member -> member < 2).count();
            int asked = Arrays.stream(members)
                    .filter(member -> member >= 2)
                    .findFirst()
                    .orElseThrow();
            Operation write = network.ask("w" + key, asked, true, key, 1, false);
            network.runUntil(network.now() + 100 * MILLIS);
            assertThat(write.isOk())
                    .as("%d of shard %s", key, Arrays.toString(members))
                    .isEqualTo(left < 2);
            done += write.isOk() ? 1 : 0;
        }
        assertThat(done).isBetween(1, KEYS - 1);
    }
}
