package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.storage.quorums.ConsistencyLevel;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.replication.ReplicaNetwork.Operation;
import roundhouse.storage.replication.StoreResult;

class LeaderlessReplicaTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;

    private final List<LeaderlessReplica> members = new ArrayList<>();

    private ReplicaNetwork network(LeaderlessSettings settings) {
        members.clear();
        return LeaderlessNetwork.of(settings, members);
    }

    private static Operation write(ReplicaNetwork network, int member, long value) {
        return network.ask("w" + value, member, true, 0, value, false);
    }

    private static Operation read(ReplicaNetwork network, int member) {
        Operation read = network.ask("r" + network.now(), member, false, 0, 0, false);
        network.runUntil(network.now() + 100 * MILLIS);
        return read;
    }

    /** Fact 48: the round trip to as many as are waited for, of which the coordinator is one. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 20", "3, 20"})
    void aWriteTakesTheRoundTripToTheLastThatItWaitsFor(int writes, long millis) {
        ReplicaNetwork network = network(LeaderlessSettings.of(3, 3, 1, writes));
        Operation write = write(network, 0, 1);
        network.runUntil(network.now() + SECOND);
        assertThat(write.returned - write.call).isEqualTo(millis * MILLIS);
    }

    /** Fact 18: too few known to be up is refused at once; too few answers is an unknown outcome, and the write may still spread. */
    @Test
    void aMinorityFirstDoesNotKnowAndThenRefuses() {
        ReplicaNetwork network = network(LeaderlessSettings.of(3, 3, 2, 2));
        network.isolate(0);
        Operation early = write(network, 0, 1);
        network.runUntil(network.now() + 3 * SECOND);
        assertThat(early.result).isEqualTo(StoreResult.UNKNOWN);
        network.runUntil(network.now() + 3 * SECOND);
        Operation late = write(network, 0, 2);
        assertThat(late.result).isEqualTo(StoreResult.REFUSED);
        assertThat(late.returned).isEqualTo(late.call);
        assertThat(read(network, 0).result).isEqualTo(StoreResult.REFUSED);
        assertThat(read(network, 1).value).as("the majority goes on").isZero();
        network.heal();
        network.runUntil(network.now() + 3 * SECOND);
        assertThat(read(network, 1).value).as("it spread, by its hints").isEqualTo(1);
        assertThat(members.get(0).hintsDelivered()).isEqualTo(2);
    }

    /** Available under partition: with one answer each side goes on, and reads are stale. */
    @Test
    void oneAnswerIsAlwaysThere() {
        ReplicaNetwork network = network(LeaderlessSettings.of(3, 3, 1, 1));
        network.isolate(0);
        network.runUntil(network.now() + 6 * SECOND);
        assertThat(write(network, 0, 1).isOk()).isTrue();
        network.runUntil(network.now() + 10 * MILLIS);
        Operation other = write(network, 1, 2);
        network.runUntil(network.now() + 100 * MILLIS);
        assertThat(other.isOk()).isTrue();
        assertThat(read(network, 0).value).as("stale").isEqualTo(1);
        assertThat(read(network, 2).value).isEqualTo(2);
        network.heal();
        network.runUntil(network.now() + 3 * SECOND);
        for (LeaderlessReplica member : members) {
            assertThat(member.value(0)).as("the last write won").isEqualTo(2);
        }
    }

    @Test
    void aReadMendsWhatItFindsOlder() {
        ReplicaNetwork network = network(LeaderlessSettings.of(3, 3, 2, 1).mending(true, false, 0));
        network.isolate(1);
        write(network, 0, 5);
        network.runUntil(network.now() + 3 * SECOND);
        network.heal();
        network.runUntil(network.now() + 2 * SECOND);
        assertThat(members.get(1).value(0)).isZero();
        Operation read = read(network, 1);
        assertThat(read.isOk()).as(read.toString()).isTrue();
        assertThat(read.value).isEqualTo(5);
        assertThat(members.get(1).value(0)).isEqualTo(5);
        assertThat(members.get(1).repairs()).isEqualTo(1);
    }

    /** Fact 20: members that stand in count, and hand on what they kept. */
    @Test
    void aSloppyQuorumWritesWhereAStrictOneRefuses() {
        LeaderlessSettings strict = LeaderlessSettings.of(5, 3, 2, 2);
        assertThat(writeWithTwoHomesDown(strict).isOk()).isFalse();
        assertThat(writeWithTwoHomesDown(strict.sloppy()).isOk()).isTrue();
    }

    private Operation writeWithTwoHomesDown(LeaderlessSettings settings) {
        ReplicaNetwork network = network(settings);
        network.crash(1);
        network.crash(2);
        network.runUntil(network.now() + 6 * SECOND);
        Operation write = write(network, 4, 7);
        network.runUntil(network.now() + 100 * MILLIS);
        network.start(1);
        network.start(2);
        network.runUntil(network.now() + 3 * SECOND);
        if (write.isOk()) {
            assertThat(members.get(1).value(0)).isEqualTo(7);
            assertThat(members.get(2).value(0)).isEqualTo(7);
            assertThat(members.get(3).value(0)).as("it only stood in").isZero();
            assertThat(members.get(3).hintsStored() + members.get(4).hintsStored())
                    .isEqualTo(2);
        }
        return write;
    }

    /** Dynamo, section 4.6: reads, too, go to the first N healthy members, and those know what they keep for others. */
    @Test
    void aSloppyQuorumReadsWhatThoseWhoStandInKeepForOthers() {
        LeaderlessSettings strict = LeaderlessSettings.of(5, 3, 2, 2);
        assertThat(readWithTwoHomesDown(strict).isOk()).isFalse();
        Operation read = readWithTwoHomesDown(strict.sloppy());
        assertThat(read.isOk()).isTrue();
        assertThat(read.value).isEqualTo(7);
    }

    /** The home that is up is cut off after the write, so that only those who stood in have it. */
    private Operation readWithTwoHomesDown(LeaderlessSettings settings) {
        ReplicaNetwork network = network(settings);
        network.crash(1);
        network.crash(2);
        network.runUntil(network.now() + 6 * SECOND);
        write(network, 4, 7);
        network.runUntil(network.now() + 100 * MILLIS);
        network.crash(0);
        network.runUntil(network.now() + 6 * SECOND);
        Operation read = read(network, 3);
        network.runUntil(network.now() + 100 * MILLIS);
        return read;
    }

    /** Three replicas in each of two datacentres, cut apart; fact 18. */
    @ParameterizedTest
    @CsvSource({
        "LOCAL_QUORUM, true",
        "LOCAL_ONE, true",
        "ONE, true",
        "THREE, true",
        "QUORUM, false",
        "EACH_QUORUM, false",
        "ALL, false",
        "ANY, true"
    })
    void levelsUnderAPartitionOfDatacentres(ConsistencyLevel level, boolean isPossible) {
        LeaderlessSettings settings = LeaderlessSettings.of(6, 6, 1, 1)
                .withLevels(Answers.of(ConsistencyLevel.ONE), Answers.of(level), 0, 0, 0, 1, 1, 1);
        ReplicaNetwork network = network(settings);
        network.isolate(0, 1, 2);
        network.runUntil(network.now() + 6 * SECOND);
        Operation write = write(network, 1, 9);
        network.runUntil(network.now() + 100 * MILLIS);
        assertThat(write.isOk()).isEqualTo(isPossible);
        assertThat(write.result == StoreResult.REFUSED).isEqualTo(!isPossible);
    }

    @Test
    void anyIsMetByAHint() {
        LeaderlessSettings settings = LeaderlessSettings.of(4, 1, 1, 1)
                .withLevels(Answers.of(ConsistencyLevel.ONE), Answers.of(ConsistencyLevel.ANY), 0, 0, 0, 0);
        ReplicaNetwork network = network(settings);
        network.crash(0);
        network.runUntil(network.now() + 6 * SECOND);
        Operation write = write(network, 2, 9);
        assertThat(write.isOk()).isTrue();
        assertThat(read(network, 2).result).as("nobody has it").isEqualTo(StoreResult.REFUSED);
        network.start(0);
        network.runUntil(network.now() + 3 * SECOND);
        assertThat(members.get(0).value(0)).isEqualTo(9);
        assertThat(members.get(2).hintsWaiting()).isZero();
    }

    /** Fact 19: who writes with a slow clock loses what was acknowledged. */
    @Test
    void theLastWriteByTheClocksWins() {
        ReplicaNetwork network = network(LeaderlessSettings.of(3, 3, 2, 2));
        network.clockAhead(0, 5 * SECOND);
        network.runUntil(network.now() + 2 * SECOND);
        Operation first = write(network, 0, 1);
        network.runUntil(network.now() + SECOND);
        Operation second = write(network, 1, 2);
        network.runUntil(network.now() + SECOND);
        assertThat(first.isOk()).isTrue();
        assertThat(second.isOk()).isTrue();
        assertThat(read(network, 2).value).as("the later one is lost").isEqualTo(1);
    }
}
