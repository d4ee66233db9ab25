package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.Ring;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.searching.Budget;
import roundhouse.storage.shards.ShardMap;

/** Members join and leave under cuts, crashes and losses, and what clients are told stays linearizable. */
class HandoverSwarmTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final List<String> NAMES = List.of("s0", "s1", "s2", "s3", "s4", "s5");

    static LongStream seeds() {
        String one = System.getProperty("handover.seed");
        return one == null
                ? LongStream.range(0, Integer.getInteger("handover.seeds", 40))
                : LongStream.of(Long.parseLong(one));
    }

    private static final class Swarm {
        private final RandomStream random;
        private final List<LeaderlessReplica> members = new ArrayList<>();
        private final ReplicaNetwork network;
        private final SwarmClients clients;
        private Ring ring;
        private int changes;

        Swarm(long seed) {
            random = new RandomStream(seed);
            ring = new Ring(
                    IntStream.range(0, 4).mapToObj(i -> Target.of(NAMES.get(i))).toList(), HashFunction.XXH3, 4);
            LeaderlessSettings settings = LeaderlessSettings.of(NAMES.size(), 3, 2, 2)
                    .askingAll()
                    .withTimes(60 * MILLIS, 20 * MILLIS, 200 * MILLIS);
            network = new ReplicaNetwork(NAMES.size(), seed, (self, outbox) -> {
                LeaderlessReplica member = new LeaderlessReplica(self, settings, new ShardMap(ring, NAMES), outbox);
                members.add(member);
                return member;
            });
            network.delays(MILLIS, random.nextLong(1, 12) * MILLIS);
            network.loses(0.02);
            clients = new SwarmClients(network, random, NAMES.size(), NAMES.size());
        }

        HistoryVerdict run() {
            for (int i = 0; i < 5; i++) {
                clients.begin();
            }
            network.at(200 * MILLIS, this::change);
            network.at(300 * MILLIS, this::trouble);
            network.runUntil(4_000 * MILLIS);
            clients.end();
            IntStream.range(0, NAMES.size()).forEach(network::start);
            network.heal();
            network.loses(0);
            network.runUntil(6_000 * MILLIS);
            return new Checker(network.history(), Budget.of(5_000_000)).check(Check.LINEARIZABLE, OptionalLong.empty());
        }

        private void change() {
            if (!clients.isOver() && members.stream().noneMatch(LeaderlessReplica::isMoving)) {
                Target other = Target.of(NAMES.get(random.nextInt(NAMES.size())));
                int place = ring.indexOf(other.name());
                Ring next = place < 0 ? ring.with(other) : ring.targets().size() > 3 ? ring.without(place) : ring;
                ring = next;
                changes++;
                // Nobody hears of it at the same time as another.
                for (LeaderlessReplica member : members) {
                    int number = changes;
                    network.at(
                            network.now() + random.nextLong(40) * MILLIS,
                            () -> member.change(number, new ShardMap(next, NAMES), network.now()));
                }
            }
            network.at(network.now() + 100 * MILLIS, this::change);
        }

        private void trouble() {
            if (clients.isOver()) {
                return;
            }
            int member = random.nextInt(NAMES.size());
            switch (random.nextInt(6)) {
                case 0 -> network.isolate(member);
                case 1 -> {
                    network.crash(member);
                    network.at(network.now() + random.nextLong(200) * MILLIS, () -> network.start(member));
                }
                default -> network.heal();
            }
            network.at(network.now() + random.nextLong(20, 200) * MILLIS, this::trouble);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void membersComeAndGo(long seed) {
        Swarm swarm = new Swarm(seed);
        String again = "mvn -o -q -Pquick test -Dtest=HandoverSwarmTest -Dhandover.seed=" + seed;
        assertThat(swarm.run()).as(again).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(swarm.members).as(again).noneMatch(LeaderlessReplica::isMoving);
        assertThat(swarm.changes).as(again).isGreaterThan(3);
        assertThat(swarm.members.stream()
                        .mapToLong(LeaderlessReplica::keysStreamed)
                        .sum())
                .isPositive();
    }
}
