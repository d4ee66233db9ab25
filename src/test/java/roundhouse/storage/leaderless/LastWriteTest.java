package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.replication.ReplicaNetwork.Operation;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.versions.Cell;

/** Fact 19: which of two writes wins, and what a wrong clock does. */
class LastWriteTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;

    private static Cell cell(LastWrite write) {
        byte[] value = write.isTombstone()
                ? new byte[0]
                : ByteBuffer.allocate(8).putLong(write.value()).array();
        return new Cell(write.timestamp(), write.isTombstone() ? Cell.State.TOMBSTONE : Cell.State.LIVE, 0, value);
    }

    @Test
    void theWinnerIsCassandras() {
        RandomStream random = new RandomStream(4);
        for (int i = 0; i < 20_000; i++) {
            LastWrite a = write(random);
            LastWrite b = write(random);
            Cell winner = cell(a).resolve(cell(b));
            assertThat(cell((LastWrite) a.merge(b))).as("%s and %s", a, b).isEqualTo(winner);
            assertThat(cell((LastWrite) b.merge(a))).as("%s and %s", b, a).isEqualTo(winner);
        }
    }

    private static LastWrite write(RandomStream random) {
        boolean isTombstone = random.nextInt(4) == 0;
        long value = random.nextLong() >> random.nextInt(64);
        return new LastWrite(isTombstone ? 0 : value, random.nextInt(2), isTombstone);
    }

    private static ReplicaNetwork network() {
        LeaderlessSettings settings = LeaderlessSettings.of(3, 3, 2, 2);
        ReplicaNetwork network = new ReplicaNetwork(
                3, 3, (self, outbox) -> new LeaderlessReplica(self, settings, PreferenceList.clockwise(), outbox));
        network.delays(10 * MILLIS, 0);
        network.runUntil(2 * SECOND);
        return network;
    }

    private static long read(ReplicaNetwork network) {
        network.runUntil(network.now() + SECOND);
        Operation read = network.ask("r", 2, StoreRequest.read(0, 0));
        network.runUntil(network.now() + SECOND);
        assertThat(read.isOk()).isTrue();
        return read.value;
    }

    /** In the same microsecond the larger value wins, its bytes with their signs: 0x80 is less than 0x7f. */
    @ParameterizedTest
    @CsvSource({"1, 2, 2", "127, 128, 127", "255, 256, 256", "-1, 1, 1"})
    void aTieGoesToTheLargerBytes(long one, long other, long wins) {
        ReplicaNetwork network = network();
        network.ask("a", 0, StoreRequest.write(0, 0, one));
        network.ask("b", 1, StoreRequest.write(0, 0, other));
        assertThat(read(network)).isEqualTo(wins);
    }

    @Test
    void atATieADeletionWins() {
        ReplicaNetwork network = network();
        network.ask("a", 0, StoreRequest.removal(0, 0, 0));
        network.ask("b", 1, StoreRequest.write(0, 0, 5));
        assertThat(read(network)).isZero();
    }

    /** What is written by a clock that is three seconds behind is acknowledged, and nobody ever sees it. */
    @ParameterizedTest
    @CsvSource({"0, 2", "3, 1"})
    void whoIsBehindWritesForNothing(long secondsAhead, long seen) {
        ReplicaNetwork network = network();
        network.clockAhead(0, secondsAhead * SECOND);
        network.ask("a", 0, StoreRequest.write(0, 0, 1));
        network.runUntil(network.now() + SECOND);
        Operation later = network.ask("b", 1, StoreRequest.write(0, 0, 2));
        assertThat(read(network)).isEqualTo(seen);
        assertThat(later.isOk()).isTrue();
    }

    /** A deletion by a clock that is ahead hides what is written after it, until the other clocks have come to it. */
    @Test
    void aDeletionByAFastClockHidesLaterWrites() {
        ReplicaNetwork network = network();
        network.clockAhead(0, 5 * SECOND);
        // It held all others to be down at first.
        network.runUntil(network.now() + 2 * SECOND);
        Operation deletion = network.ask("a", 0, StoreRequest.removal(0, 0, 0));
        network.runUntil(network.now() + 2 * SECOND);
        assertThat(deletion.isOk()).isTrue();
        network.ask("b", 1, StoreRequest.write(0, 0, 2));
        assertThat(read(network)).as("hidden").isZero();
        network.runUntil(network.now() + 2 * SECOND);
        network.ask("b", 1, StoreRequest.write(0, 0, 3));
        assertThat(read(network)).isEqualTo(3);
    }
}
