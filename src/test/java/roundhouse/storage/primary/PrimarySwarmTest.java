package roundhouse.storage.primary;

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
import roundhouse.storage.primary.PrimarySettings.Choice;
import roundhouse.storage.primary.PrimarySettings.Level;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.searching.Budget;

/**
 * Watched members under random cuts, crashes and losses: when all followers must have a write and old primaries are fenced, what clients
 * were told is linearizable and nothing that was acknowledged is lost; without the one or the other that is found not to be so.
 */
class PrimarySwarmTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;
    private static final int SEEDS = 25;

    static LongStream seeds() {
        String one = System.getProperty("primary.seed");
        return one == null
                ? LongStream.range(0, Integer.getInteger("primary.seeds", SEEDS))
                : LongStream.of(Long.parseLong(one));
    }

    private static PrimarySettings settings(int required, long fence) {
        PrimarySettings settings = required == 0
                ? PrimarySettings.asynchronous(3)
                : PrimarySettings.synchronous(3, required, Choice.ANY, Level.RECEIVED);
        return settings.withFence(fence).withAckPeriod(200 * MILLIS);
    }

    private static final class Swarm {
        private final RandomStream random;
        private final ReplicaNetwork network;
        private final List<WatchedReplica> members = new ArrayList<>();
        /** From now on nothing goes wrong. */
        private boolean isWell;

        private boolean isOver;
        private long values;
        private int clients;

        Swarm(PrimarySettings settings, long seed) {
            random = new RandomStream(seed);
            SentinelSettings watching = new SentinelSettings(2, 2 * SECOND, 10 * SECOND);
            network = new ReplicaNetwork(3, seed, (self, outbox) -> {
                WatchedReplica member =
                        new WatchedReplica(self, 0, settings, watching, outbox, new RandomStream(seed * 31 + self));
                members.add(member);
                return member;
            });
            network.delays(MILLIS, random.nextLong(1, 40) * MILLIS);
            network.loses(0.01);
        }

        HistoryVerdict run() {
            for (int i = 0; i < 4; i++) {
                network.at(3 * SECOND, this::client);
            }
            network.at(4 * SECOND, this::trouble);
            network.runUntil(60 * SECOND);
            isWell = true;
            for (int i = 0; i < 3; i++) {
                network.start(i);
            }
            network.heal();
            network.loses(0);
            network.runUntil(130 * SECOND);
            isOver = true;
            network.runUntil(132 * SECOND);
            for (int i = 0; i < 3; i++) {
                network.ask("end" + i, i, false, i, 0, false);
                network.runUntil(network.now() + SECOND);
            }
            return new Checker(network.history(), Budget.of(20_000_000))
                    .check(Check.LINEARIZABLE, OptionalLong.empty());
        }

        /** How many writes were done in the last ten seconds, when all was well again. */
        long doneAtTheEnd() {
            return network.operations().stream()
                    .filter(each -> each.call > 120 * SECOND && each.isOk() && each.request.isWrite())
                    .count();
        }

        boolean areEqual() {
            return LongStream.range(0, 3)
                    .allMatch(key -> members.stream()
                                    .mapToLong(each -> each.member().value(key))
                                    .distinct()
                                    .count()
                            == 1);
        }

        private void client() {
            if (!isOver) {
                ask("c" + clients++);
            }
        }

        private void ask(String name) {
            boolean write = random.nextBoolean();
            ReplicaNetwork.Operation asked =
                    network.ask(name, random.nextInt(3), write, random.nextInt(3), write ? ++values : 0, false);
            network.at(network.now() + random.nextLong(100, 400) * MILLIS, () -> {
                network.giveUp(asked);
                if (!isOver && asked.isAnswered()) {
                    ask(name);
                } else {
                    client();
                }
            });
        }

        private void trouble() {
            if (isWell) {
                return;
            }
            int member = random.nextInt(3);
            switch (random.nextInt(5)) {
                case 0 -> network.isolate(member);
                case 1 -> {
                    network.crash(member);
                    network.at(network.now() + random.nextLong(5_000) * MILLIS, () -> network.start(member));
                }
                case 2 -> network.cut(member, (member + 1) % 3);
                default -> network.heal();
            }
            network.at(network.now() + random.nextLong(500, 6_000) * MILLIS, this::trouble);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fencedAndSynchronousItIsLinearizableAndLosesNothing(long seed) {
        Swarm swarm = new Swarm(settings(2, 800 * MILLIS), seed);
        String again = "mvn -o -q -Pquick test -Dtest=PrimarySwarmTest -Dprimary.seed=" + seed;
        assertThat(swarm.run()).as(again).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(swarm.areEqual()).as(again).isTrue();
        assertThat(swarm.doneAtTheEnd()).as(again).isGreaterThan(20);
    }

    private static boolean isFound(PrimarySettings settings) {
        return LongStream.range(0, 2 * SEEDS)
                .anyMatch(seed -> new Swarm(settings, seed).run() instanceof HistoryVerdict.Broken);
    }

    @Test
    void noFencingIsFound() {
        assertThat(isFound(settings(2, 0))).isTrue();
    }

    @Test
    void notWaitingForFollowersIsFound() {
        assertThat(isFound(settings(0, 800 * MILLIS))).isTrue();
    }
}
