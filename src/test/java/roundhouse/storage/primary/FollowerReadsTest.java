package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.ReplicaNetwork;
import roundhouse.storage.replication.ReplicaNetwork.Operation;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;

/** What a follower does that is 40 ms behind its primary. */
class FollowerReadsTest {
    private static final long MILLIS = ReplicaNetwork.MILLIS;
    private static final long SECOND = 1_000 * MILLIS;

    private static ReplicaNetwork network() {
        ReplicaNetwork network = new ReplicaNetwork(
                2, 7, (self, outbox) -> new PrimaryReplica(self, 0, PrimarySettings.asynchronous(2), outbox));
        network.delays(40 * MILLIS, 0);
        network.runUntil(3_500 * MILLIS);
        return network;
    }

    private static Operation read(ReplicaNetwork network, Seen seen, ReadRule rule) {
        Operation read =
                network.ask("r", 1, StoreRequest.localRead(0, 1).after(seen).by(rule));
        network.runUntil(network.now() + 2 * SECOND);
        return read;
    }

    /** The own write is there when it has arrived, or after the way to the primary and back. */
    @ParameterizedTest
    @CsvSource({"WAIT, OK, 40", "FORWARD, OK, 80", "REFUSE, REFUSED, 0"})
    void aSessionReadsItsOwnWrite(WhenBehind behind, StoreResult result, long millis) {
        ReplicaNetwork network = network();
        Operation write = network.ask("w", 0, StoreRequest.write(0, 1, 9).after(Seen.Nothing.YET));
        Operation read = read(network, write.found.seen(), ReadRule.USUAL.when(behind));
        assertThat(read.result).isEqualTo(result);
        assertThat(read.returned - read.call).isEqualTo(millis * MILLIS);
        assertThat(read.isOk() ? read.value : 9).isEqualTo(9);
    }

    @Test
    void withoutASessionItReadsWhatIsThere() {
        ReplicaNetwork network = network();
        network.ask("w", 0, StoreRequest.write(0, 1, 9).after(Seen.Nothing.YET));
        assertThat(read(network, Seen.Nothing.UNASKED, ReadRule.USUAL).value).isZero();
    }

    @Test
    void whatDoesNotComeIsRefusedWhenPatienceIsOver() {
        ReplicaNetwork network = network();
        Operation write = network.ask("w", 0, StoreRequest.write(0, 1, 9).after(Seen.Nothing.YET));
        network.isolate(0);
        Operation read = read(network, write.found.seen(), ReadRule.USUAL);
        assertThat(read.result).isEqualTo(StoreResult.REFUSED);
        assertThat(read.returned - read.call).isEqualTo(ReadRule.USUAL.patienceNanos());
    }

    /** Fact 48: data is as old as the way that it came; the primary says each second that there is nothing newer, here last at 3 s. */
    @ParameterizedTest
    @CsvSource({
        "true, 40, 39, false", "true, 40, 40, true", "false, 0, 499, false", "false, 0, 500, true",
        "false, 539, 1038, false", "false, 539, 1039, true", "false, 540, 39, false", "false, 540, 40, true"
    })
    void theAgeIsWhatPassedSinceThePrimarySentWhatItHad(boolean writes, long waits, long age, boolean isYoungEnough) {
        ReplicaNetwork network = network();
        if (writes) {
            network.ask("w", 0, StoreRequest.write(0, 2, 1));
        }
        network.runUntil(network.now() + waits * MILLIS);
        Operation read = read(
                network,
                Seen.Nothing.UNASKED,
                ReadRule.USUAL.when(WhenBehind.REFUSE).withAge(age * MILLIS));
        assertThat(read.isOk()).isEqualTo(isYoungEnough);
    }

    /** A wrong clock makes old data seem young. */
    @Test
    void theAgeIsAsRightAsTheClocks() {
        ReplicaNetwork network = network();
        network.clockAhead(0, 10 * SECOND);
        network.runUntil(network.now() + 2 * SECOND);
        network.isolate(0);
        network.runUntil(network.now() + 5 * SECOND);
        ReadRule rule = ReadRule.USUAL.when(WhenBehind.REFUSE).withAge(SECOND);
        assertThat(read(network, Seen.Nothing.UNASKED, rule).isOk()).isTrue();
    }

    /** One version is behind: two are enough, one is not. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, true"})
    void versionsAreCountedOfTheKeyAlone(long versions, boolean isEnough) {
        ReplicaNetwork network = new ReplicaNetwork(
                2,
                7,
                (self, outbox) -> new PrimaryReplica(
                        self, 0, PrimarySettings.asynchronous(2).withApplyDelay(SECOND), outbox));
        network.delays(MILLIS, 0);
        network.runUntil(3 * SECOND);
        network.ask("w", 0, StoreRequest.write(0, 1, 5));
        network.runUntil(network.now() + 2 * SECOND);
        network.ask("w", 0, StoreRequest.write(0, 1, 6));
        for (int i = 0; i < 10; i++) {
            network.ask("w", 0, StoreRequest.write(0, 2, i));
        }
        network.runUntil(network.now() + 10 * MILLIS);
        ReadRule rule = ReadRule.USUAL.when(WhenBehind.REFUSE).withVersions(versions);
        Operation read = read(network, Seen.Nothing.UNASKED, rule);
        assertThat(read.isOk()).isEqualTo(isEnough);
        assertThat(read.isOk() ? read.value : 5).isEqualTo(5);
    }
}
