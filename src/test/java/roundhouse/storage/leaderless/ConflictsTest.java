package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.quorums.ConsistencyLevel;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.replication.ReplicaNetwork.Operation;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

class ConflictsTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;

    private final List<LeaderlessReplica> members = new ArrayList<>();

    private ReplicaNetwork network(LeaderlessSettings settings) {
        members.clear();
        return LeaderlessNetwork.of(settings, members);
    }

    private static LeaderlessSettings settings(Conflicts conflicts) {
        return LeaderlessSettings.of(3, 3, 1, 1).withConflicts(conflicts);
    }

    private static Operation read(ReplicaNetwork network, int member) {
        Operation read = network.ask("r", member, StoreRequest.read(0, 0).after(Seen.Nothing.YET));
        network.runUntil(network.now() + 100 * MILLIS);
        return read;
    }

    private static Operation write(ReplicaNetwork network, int member, long value, Seen context) {
        Operation write =
                network.ask("w" + value, member, StoreRequest.write(0, 0, value).after(context));
        network.runUntil(network.now() + 100 * MILLIS);
        return write;
    }

    /** Fact 21: both sides of a partition keep their write; a write with what was read replaces both, one without adds one. */
    @Test
    void bothSidesOfAPartitionAreSiblingsUntilSomebodyWhoReadThemWrites() {
        ReplicaNetwork network = network(settings(Conflicts.SIBLINGS));
        network.isolate(0);
        write(network, 0, 1, Seen.Nothing.YET);
        write(network, 1, 2, Seen.Nothing.YET);
        network.heal();
        network.runUntil(network.now() + 3 * SECOND);
        Operation both = read(network, 2);
        assertThat(both.found.values()).containsExactlyInAnyOrder(1, 2);
        assertThat(members).allSatisfy(member -> {
            assertThat(member.conflicts()).isEqualTo(1);
            assertThat(member.siblings()).isEqualTo(1);
        });
        write(network, 2, 3, both.found.seen());
        assertThat(read(network, 0).found.values()).containsExactly(3);
        assertThat(members).allSatisfy(member -> assertThat(member.siblings()).isZero());
        write(network, 1, 4, both.found.seen());
        assertThat(read(network, 0).found.values()).containsExactlyInAnyOrder(3, 4);
    }

    /** The context of a deletion is what it deletes. */
    @Test
    void aDeletionLeavesWhatItsClientDidNotRead() {
        ReplicaNetwork network = network(settings(Conflicts.SIBLINGS));
        write(network, 0, 1, Seen.Nothing.YET);
        Operation first = read(network, 0);
        write(network, 0, 2, Seen.Nothing.YET);
        network.ask("d", 1, StoreRequest.removal(0, 0, 0).after(first.found.seen()));
        network.runUntil(network.now() + 100 * MILLIS);
        assertThat(read(network, 2).found.values()).containsExactly(2);
    }

    /** Nothing that was acknowledged to a counter is lost, on whichever side of a partition, and nothing counts twice. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aCounterKeepsEveryAcknowledgedIncrement(long seed) {
        RandomStream random = new RandomStream(seed);
        ReplicaNetwork network = network(settings(Conflicts.COUNTER).mending(true, true, 500 * MILLIS));
        network.loses(0.05);
        List<Operation> writes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (i % 20 == 0) {
                network.isolate(random.nextInt(3));
            } else if (i % 20 == 15) {
                network.heal();
            }
            writes.add(network.ask("w" + i, random.nextInt(3), StoreRequest.write(0, 0, 1 + random.nextInt(9))));
            network.runUntil(network.now() + random.nextLong(40) * MILLIS);
        }
        network.heal();
        network.loses(0);
        network.runUntil(network.now() + 10 * SECOND);
        assertThat(writes).allMatch(Operation::isOk);
        long sum = writes.stream().mapToLong(each -> each.request.value()).sum();
        assertThat(members).allSatisfy(member -> assertThat(member.value(0)).isEqualTo(sum));
        assertThat(members).allSatisfy(member -> assertThat(member.conflicts()).isZero());
    }

    /** Fact 22: of an add and a removal that did not know of each other the add stays. */
    @Test
    void anAddWinsOverARemovalThatDidNotKnowOfIt() {
        ReplicaNetwork network = network(settings(Conflicts.SET));
        write(network, 0, 7, Seen.Nothing.YET);
        write(network, 0, 8, Seen.Nothing.YET);
        network.isolate(0);
        network.ask("a", 0, StoreRequest.write(0, 0, 7));
        network.ask("b", 1, StoreRequest.removal(0, 0, 7));
        network.ask("c", 1, StoreRequest.removal(0, 0, 8));
        network.runUntil(network.now() + SECOND);
        network.heal();
        network.runUntil(network.now() + 3 * SECOND);
        for (int member = 0; member < 3; member++) {
            assertThat(read(network, member).found.values()).containsExactly(7);
        }
    }

    /** Only a replica can coordinate what changes what it has; another hands it on: one message more each way. */
    @ParameterizedTest
    @EnumSource(Conflicts.class)
    void whoIsNoReplicaHandsOn(Conflicts conflicts) {
        ReplicaNetwork network = network(LeaderlessSettings.of(4, 2, 1, 1).withConflicts(conflicts));
        Operation write = write(network, 3, 5, Seen.Nothing.YET);
        assertThat(write.isOk()).isTrue();
        assertThat(write.returned - write.call).isEqualTo(20 * MILLIS);
        assertThat(members.get(0).found(0).values()).containsExactly(5);
        assertThat(members.get(3).found(0).values()).doesNotContain(5);
        network.crash(0);
        network.crash(1);
        network.runUntil(network.now() + 6 * SECOND);
        assertThat(write(network, 3, 6, Seen.Nothing.YET).result).isEqualTo(StoreResult.REFUSED);
    }

    /** A hint counts for ANY where there is one; else a replica must have it. */
    @Test
    void anyWaitsForAReplicaWhileNoneIsDown() {
        ReplicaNetwork network = network(LeaderlessSettings.of(4, 1, 1, 1)
                .withLevels(Answers.of(ConsistencyLevel.ONE), Answers.of(ConsistencyLevel.ANY), 0, 0, 0, 0));
        Operation write = write(network, 2, 9, Seen.Nothing.UNASKED);
        assertThat(write.returned - write.call).isEqualTo(20 * MILLIS);
    }

    @Test
    void levelsHaveNames() {
        assertThat(Answers.named("local-quorum")).isEqualTo(Answers.of(ConsistencyLevel.LOCAL_QUORUM));
        assertThat(Answers.named("EACH_QUORUM")).isEqualTo(Answers.of(ConsistencyLevel.EACH_QUORUM));
        assertThat(Answers.named("2")).isEqualTo(Answers.of(2));
        assertThatThrownBy(() -> Answers.named("most"))
                .hasMessageContaining("neither")
                .hasMessageContaining("QUORUM");
        assertThatThrownBy(() -> Answers.named("0")).isInstanceOf(IllegalArgumentException.class);
    }
}
