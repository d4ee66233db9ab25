package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.searching.Budget;

/**
 * Under random cuts, crashes and losses: with quorums that overlap, reads that write back and clocks that are right, what clients were
 * told is linearizable; with any of that missing it is found not to be. After all is well again the replicas become equal.
 */
class LeaderlessSwarmTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final int SEEDS = 40;

    static LongStream seeds() {
        String one = System.getProperty("leaderless.seed");
        return one == null
                ? LongStream.range(0, Integer.getInteger("leaderless.seeds", SEEDS))
                : LongStream.of(Long.parseLong(one));
    }

    private static LeaderlessSettings settings(int reads, int writes) {
        return LeaderlessSettings.of(3, 3, reads, writes).askingAll().withTimes(60 * MILLIS, 50 * MILLIS, 200 * MILLIS);
    }

    private static final class Swarm {
        private final RandomStream random;
        private final List<LeaderlessReplica> members = new ArrayList<>();
        private final ReplicaNetwork network;
        private final SwarmClients clients;
        private final int size;

        Swarm(LeaderlessSettings settings, long clockError, long seed) {
            random = new RandomStream(seed);
            size = settings.members();
            network = new ReplicaNetwork(size, seed, (self, outbox) -> {
                LeaderlessReplica member = new LeaderlessReplica(self, settings, PreferenceList.clockwise(), outbox);
                members.add(member);
                return member;
            });
            for (int i = 1; i < size; i++) {
                network.clockAhead(i, clockError == 0 ? 0 : random.nextLong(clockError));
            }
            network.delays(MILLIS, random.nextLong(1, 12) * MILLIS);
            network.loses(0.02);
            clients = new SwarmClients(network, random, size, 3);
        }

        HistoryVerdict run() {
            for (int i = 0; i < 4; i++) {
                clients.begin();
            }
            network.at(100 * MILLIS, this::trouble);
            network.runUntil(3_000 * MILLIS);
            clients.end();
            for (int i = 0; i < size; i++) {
                network.start(i);
            }
            network.heal();
            network.loses(0);
            network.runUntil(5_000 * MILLIS);
            return new Checker(network.history(), Budget.of(5_000_000)).check(Check.LINEARIZABLE, OptionalLong.empty());
        }

        boolean areEqual() {
            return LongStream.range(0, 3)
                    .allMatch(key -> members.stream()
                                    .mapToLong(each -> each.value(key))
                                    .distinct()
                                    .count()
                            == 1);
        }

        private void trouble() {
            if (clients.isOver()) {
                return;
            }
            int member = random.nextInt(size);
            switch (random.nextInt(4)) {
                case 0 -> network.isolate(member);
                case 1 -> {
                    network.crash(member);
                    network.at(network.now() + random.nextLong(200) * MILLIS, () -> network.start(member));
                }
                case 2 -> network.cut(member, (member + 1) % size);
                default -> network.heal();
            }
            network.at(network.now() + random.nextLong(20, 300) * MILLIS, this::trouble);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void overlappingQuorumsThatWriteBackAreLinearizable(long seed) {
        Swarm swarm = new Swarm(settings(2, 2).mending(true, true, 150 * MILLIS), 0, seed);
        String again = "mvn -o -q -Pquick test -Dtest=LeaderlessSwarmTest -Dleaderless.seed=" + seed;
        assertThat(swarm.run()).as(again).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(swarm.areEqual()).as(again).isTrue();
        assertThat(swarm.network.operations().stream()
                        .filter(ReplicaNetwork.Operation::isOk)
                        .count())
                .isGreaterThan(30);
    }

    /** Nothing but the reads mends, so a write that got half through stays so until it is read. */
    @ParameterizedTest
    @MethodSource("seeds")
    void readsThatWriteBackAreEnough(long seed) {
        Swarm swarm = new Swarm(settings(2, 2).mending(true, false, 0), 0, seed);
        assertThat(swarm.run()).isInstanceOf(HistoryVerdict.Holds.class);
    }

    private static boolean isFound(LeaderlessSettings settings, long clockError) {
        return LongStream.range(0, 5 * SEEDS)
                .anyMatch(seed -> new Swarm(settings, clockError, seed).run() instanceof HistoryVerdict.Broken);
    }

    @Test
    void readsThatDoNotWriteBackAreFound() {
        assertThat(isFound(settings(2, 2).mending(false, true, 150 * MILLIS), 0))
                .isTrue();
    }

    @Test
    void quorumsThatDoNotOverlapAreFound() {
        assertThat(isFound(settings(1, 2).mending(true, true, 150 * MILLIS), 0)).isTrue();
    }

    @Test
    void wrongClocksAreFound() {
        assertThat(isFound(settings(2, 2).mending(true, true, 150 * MILLIS), 500 * MILLIS))
                .isTrue();
    }

    @Test
    void anyOfTheThreeWaysMendsWhatWasMissed() {
        for (long seed = 0; seed < 10; seed++) {
            Swarm compared = new Swarm(settings(1, 1).mending(false, false, 100 * MILLIS), 0, seed);
            compared.run();
            assertThat(compared.areEqual()).as("by comparing, seed %d", seed).isTrue();
        }
        boolean stayApart = LongStream.range(0, 10).anyMatch(seed -> {
            Swarm none = new Swarm(settings(1, 1).mending(false, false, 0), 0, seed);
            none.run();
            return !none.areEqual();
        });
        assertThat(stayApart).as("without any").isTrue();
    }
}
