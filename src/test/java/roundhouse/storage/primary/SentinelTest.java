package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.replication.ReplicaNetwork.Operation;

/** Redis Sentinel's failover: who promotes whom and when, and what a split brain costs. */
class SentinelTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;

    private final List<WatchedReplica> members = new ArrayList<>();
    private long values;
    private boolean hasOtherTaken;

    private ReplicaNetwork network(PrimarySettings settings, long downAfterMillis, long seed) {
        members.clear();
        SentinelSettings watching = new SentinelSettings(2, downAfterMillis * MILLIS, 10 * SECOND);
        ReplicaNetwork network = new ReplicaNetwork(settings.members(), seed, (self, outbox) -> {
            WatchedReplica member =
                    new WatchedReplica(self, 0, settings, watching, outbox, new RandomStream(seed * 31 + self));
            members.add(member);
            return member;
        });
        network.delays(MILLIS, MILLIS);
        network.runUntil(5 * SECOND + seed * 137 * MILLIS % SECOND);
        return network;
    }

    /** Fact 33: down-after and up to 2.5 s, mostly 1.2 to 1.4; the follower with most of the log. */
    @Test
    void aDeadPrimaryIsReplaced() {
        int late = 0;
        for (int downAfter : new int[] {1_000, 3_000}) {
            for (int seed = 0; seed < 20; seed++) {
                ReplicaNetwork network = network(PrimarySettings.asynchronous(3), downAfter, seed);
                network.isolate(2);
                network.ask("w", 0, true, 1, 9, false);
                network.runUntil(network.now() + 10 * MILLIS);
                network.heal();
                network.crash(0);
                long killed = network.now();
                while (members.get(2).watchedPrimary() == 0 && network.now() < killed + 30 * SECOND) {
                    network.runUntil(network.now() + 10 * MILLIS);
                }
                assertThat(members.get(2).watchedPrimary())
                        .as("it has the write")
                        .isEqualTo(1);
                assertThat(network.now() - killed).isGreaterThan(downAfter * MILLIS);
                late += network.now() - killed > (downAfter + 2_500) * MILLIS ? 1 : 0;
                network.runUntil(network.now() + 3 * SECOND);
                Operation write = network.ask("w", 2, true, 1, 10, false);
                network.runUntil(network.now() + SECOND);
                assertThat(write.isOk()).as("the other follows").isTrue();
                assertThat(network.ask("r", 2, false, 1, 0, true).value).isEqualTo(10);
            }
        }
        assertThat(late).as("two watchers asked for votes at once, and waited").isLessThanOrEqualTo(4);
    }

    /** Facts 34 and 35: the side of the old primary loses all it acknowledged since the cut, and is demoted some ten seconds after. */
    @Test
    void aSplitBrainLosesOneSide() {
        ReplicaNetwork network = network(PrimarySettings.asynchronous(3), 1_000, 4);
        long cut = network.now();
        network.isolate(0);
        List<Operation> sideA = new ArrayList<>();
        List<Operation> sideB = new ArrayList<>();
        while (network.now() < cut + 6 * SECOND) {
            network.runUntil(network.now() + 50 * MILLIS);
            sideA.add(network.ask("a", 0, true, ++values, values, false));
            sideB.add(network.ask("b", 1, true, ++values, values, false));
        }
        network.heal();
        long healed = network.now();
        while (members.get(0).member().isPrimary() && network.now() < healed + 60 * SECOND) {
            network.runUntil(network.now() + 50 * MILLIS);
            if (members.get(0).member().isPrimary()) {
                sideA.add(network.ask("a", 0, true, ++values, values, false));
            }
        }
        assertThat(network.now() - healed).isBetween(8 * SECOND, 11 * SECOND);
        network.runUntil(network.now() + 5 * SECOND);
        assertThat(sideA).allMatch(Operation::isOk);
        assertThat(sideA).allMatch(write -> valueEverywhere(write) == 0);
        List<Operation> acknowledged = sideB.stream().filter(Operation::isOk).toList();
        assertThat(acknowledged.size()).isGreaterThan(30);
        assertThat(acknowledged).allMatch(write -> valueEverywhere(write) == write.request.value());
    }

    private long valueEverywhere(Operation write) {
        long value = members.get(0).member().value(write.request.key());
        assertThat(members).allMatch(each -> each.member().value(write.request.key()) == value);
        return value;
    }

    /** Fact 35: with min-replicas the old primary refuses soon. */
    @Test
    void minReplicasBoundsWhatASplitBrainCosts() {
        PrimarySettings settings = PrimarySettings.asynchronous(3).withMinFollowers(1, 2 * SECOND);
        ReplicaNetwork network = network(settings, 1_000, 5);
        long cut = network.now();
        network.isolate(0);
        long lastAccepted = cut;
        while (network.now() < cut + 6 * SECOND) {
            network.runUntil(network.now() + 20 * MILLIS);
            if (network.ask("a", 0, true, ++values, values, false).isOk()) {
                lastAccepted = network.now();
            }
        }
        assertThat(lastAccepted - cut).isBetween(SECOND, 4 * SECOND);
    }

    /** With fencing two members never take writes at once, whatever is cut and crashes; without it they do, and that is found. */
    @Test
    void withoutFencingTwoPrimariesAreFound() {
        for (int seed = 0; seed < 30; seed++) {
            assertThat(hasTwoPrimaries(800 * MILLIS, seed))
                    .as("fenced, seed %d", seed)
                    .isFalse();
        }
        int found = 0;
        for (int seed = 0; seed < 30; seed++) {
            found += hasTwoPrimaries(0, seed) ? 1 : 0;
        }
        assertThat(found).isPositive();
    }

    private boolean hasTwoPrimaries(long fence, long seed) {
        PrimarySettings settings =
                PrimarySettings.asynchronous(3).withFence(fence).withAckPeriod(200 * MILLIS);
        ReplicaNetwork network = network(settings, 2_000, seed);
        boolean[] two = {false};
        hasOtherTaken = false;
        network.afterEach(() -> {
            int taking = 0;
            hasOtherTaken |= members.get(1).member().acceptsWrites(network.now());
            for (int i = 0; i < 3; i++) {
                taking += network.isUp(i) && members.get(i).member().acceptsWrites(network.now()) ? 1 : 0;
            }
            two[0] |= taking > 1;
        });
        network.at(network.now(), () -> trouble(network));
        network.runUntil(network.now() + 60 * SECOND);
        return two[0];
    }

    private void trouble(ReplicaNetwork network) {
        int member = network.random().nextInt(3);
        switch (network.random().nextInt(4)) {
            case 0 -> network.isolate(member);
            case 1 -> {
                network.crash(member);
                network.at(network.now() + network.random().nextLong(5_000) * MILLIS, () -> network.start(member));
            }
            case 2 -> network.cut(member, (member + 1) % 3);
            default -> network.heal();
        }
        network.at(network.now() + network.random().nextLong(500, 8_000) * MILLIS, () -> trouble(network));
    }
}
