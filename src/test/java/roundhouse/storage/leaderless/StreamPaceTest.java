package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Message;

/** How much of what changes hands is sent at once, and how fast; and from whom. */
class StreamPaceTest extends LoneSender {
    /** A tenth of a second's worth a batch; it is under way when its last byte is. */
    @Test
    void atAPaceABatchTakesItsTime() {
        LeaderlessReplica member = member(0, new StreamPace(1_000, 10));
        for (int key = 1; key <= 5; key++) {
            has(member, key, key);
        }
        member.change(1, from(1), now);
        gossips(member);
        says(member, 1, 1, 0, 0);
        says(member, 2, 1, 0, 0);
        assertThat(streamed()).isEmpty();
        assertThat(out.timer(LeaderlessTimer.STREAM)).as("3 keys of 42 bytes").isEqualTo(now + 126_000_000);
        member.receive(2, new LeaderlessMessage.StreamAck(1), now);
        now += 126_000_000;
        member.timer(LeaderlessTimer.STREAM, now);
        assertThat(streamed()).containsExactly("1 to 2: 1 2 3");
        assertThat(member.bytesStreamed()).isEqualTo(64 + 126);
        member.receive(2, new LeaderlessMessage.StreamAck(1), now);
        assertThat(out.timer(LeaderlessTimer.STREAM)).isEqualTo(now + 84_000_000);
        member.start(now);
        out.sent();
        assertThat(out.timer(LeaderlessTimer.STREAM))
                .as("after a crash from the beginning")
                .isEqualTo(now + 84_000_000);
        member.timer(LeaderlessTimer.STREAM, now + 84_000_000);
        assertThat(streamed()).containsExactly("2 to 2: 4 5");
        member.timer(LeaderlessTimer.STREAM, now + 84_000_000);
        assertThat(streamed()).as("nothing is being sent").isEmpty();
    }

    @Test
    void noBatchHasMoreThanSoManyKeys() {
        LeaderlessReplica member = member(0, StreamPace.UNLIMITED);
        for (int key = 0; key < 300; key++) {
            has(member, key, key + 1);
        }
        member.change(1, from(1), now);
        gossips(member);
        says(member, 1, 1, 0, 0);
        says(member, 2, 1, 0, 0);
        List<Message> first = out.sentTo(2);
        assertThat(((LeaderlessMessage.Stream) first.getFirst()).keys()).hasSize(256);
        member.receive(2, new LeaderlessMessage.StreamAck(1), now);
        assertThat(((LeaderlessMessage.Stream) out.sentTo(2).getFirst()).keys()).hasSize(44);
    }

    @Test
    void aPaceSaysHowLongBytesTake() {
        assertThat(new StreamPace(1_000, 0).nanos(126)).isEqualTo(126_000_000);
        assertThat(new StreamPace(Long.MAX_VALUE - 1, 0).nanos(1))
                .as("some time")
                .isEqualTo(1);
        assertThat(StreamPace.UNLIMITED.nanos(126)).isZero();
        assertThat(new StreamPace(1_000, 0).batchBytes()).isEqualTo(100);
    }

    @Test
    void whoGivesUpAKeySendsItOtherwiseWhoKeepsIt() {
        assertThat(moves(new int[] {0, 1}, new int[] {1, 2}, -1)).containsExactly("0 to 2");
        assertThat(moves(new int[] {0, 1}, new int[] {1, 2}, 0)).containsExactly("1 to 2");
        assertThat(moves(new int[] {0, 1}, new int[] {0, 1}, -1)).isEmpty();
        assertThat(moves(new int[] {0, 1, 2}, new int[] {1, 3, 4, 5}, -1))
                .containsExactly("0 to 3", "2 to 4", "1 to 5");
        assertThat(moves(new int[] {0}, new int[] {0, 3, 4}, -1))
                .as("the last does the rest")
                .containsExactly("0 to 3", "0 to 4");
        assertThat(moves(new int[] {0}, new int[] {1}, 0)).as("nobody can").isEmpty();
    }
}
