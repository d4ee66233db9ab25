package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.StoreRequest;

/** How one key changes hands: it is at members 0 and 1, and is to be at members 1 and 2. */
class HandoverRulesTest {
    private static final long SECOND = 1_000_000_000;

    /** By number: the first N of so many members from one on. */
    private static PreferenceList from(int first) {
        return new PreferenceList() {
            @Override
            public void of(long key, int[] into) {
                for (int i = 0; i < into.length; i++) {
                    into[i] = i < 2 ? first + i : NOBODY;
                }
            }

            @Override
            public boolean has(int member) {
                return member >= first && member < first + 2;
            }
        };
    }

    private final Letters out = new Letters();
    private long now;

    private LeaderlessReplica member(int self, StreamPace pace) {
        LeaderlessSettings settings = LeaderlessSettings.of(4, 2, 1, 1);
        LeaderlessReplica member = new LeaderlessReplica(self, settings, from(0), pace, out);
        member.start(0);
        out.sent();
        return member;
    }

    private void has(LeaderlessReplica member, long key, long value) {
        Content content = new LastWrite(value, 5, false);
        member.receive(1, new LeaderlessMessage.Put(0, key, content, PreferenceList.NOBODY, false), now);
        out.sent();
    }

    private void says(LeaderlessReplica member, int from, int known, int sent, int reading) {
        member.receive(from, new LeaderlessMessage.Gossip(known, sent, reading), now);
    }

    private LeaderlessMessage.Gossip gossips(LeaderlessReplica member) {
        now += SECOND;
        member.timer(LeaderlessTimer.GOSSIP, now);
        return (LeaderlessMessage.Gossip) out.sentTo(3).getLast();
    }

    /** The keys of what is streamed, as {@code 1 to 2: 5 6}. */
    private List<String> streamed() {
        List<String> streamed = new ArrayList<>();
        for (Letters.Letter letter : out.sent()) {
            if (letter.message() instanceof LeaderlessMessage.Stream stream) {
                StringBuilder told = new StringBuilder()
                        .append(stream.batch())
                        .append(" to ")
                        .append(letter.to())
                        .append(':');
                for (long key : stream.keys()) {
                    told.append(' ').append(key);
                }
                streamed.add(told.toString());
            }
        }
        return streamed;
    }

    private static LeaderlessMessage.Gossip gossip(int known, int sent, int reading) {
        return new LeaderlessMessage.Gossip(known, sent, reading);
    }

    @Test
    void aKeyIsSentWhenAllWriteToWhoIsToHaveIt() {
        LeaderlessReplica member = member(0, StreamPace.UNLIMITED);
        has(member, 5, 50);
        has(member, 6, 60);
        member.change(1, from(1), now);
        assertThat(member.isMoving()).isTrue();
        assertThat(gossips(member)).isEqualTo(gossip(1, 0, 0));
        says(member, 1, 1, 0, 0);
        assertThat(streamed()).as("2 does not know of it yet").isEmpty();
        says(member, 2, 1, 0, 0);
        assertThat(streamed()).containsExactly("1 to 2: 5 6");
        assertThat(member.keysStreamed()).isEqualTo(2);
        assertThat(member.bytesStreamed()).isEqualTo(64 + 2 * 32);
        assertThat(gossips(member)).as("it is under way").isEqualTo(gossip(1, 0, 0));
        member.receive(2, new LeaderlessMessage.StreamAck(9), now);
        assertThat(gossips(member)).as("of another batch").isEqualTo(gossip(1, 0, 0));
        assertThat(member.isReadingWhereKeysAreToBe()).isFalse();
        member.receive(2, new LeaderlessMessage.StreamAck(1), now);
        assertThat(gossips(member)).isEqualTo(gossip(1, 1, 0));
    }

    /** Until all has been sent, and the last reads of before are answered. */
    @Test
    void readsGoWhereTheyWentUntilAllIsSent() {
        LeaderlessReplica member = handedOver();
        assertThat(reads(member)).containsExactly(0);
        says(member, 1, 1, 1, 0);
        assertThat(member.isReadingWhereKeysAreToBe()).isFalse();
        says(member, 2, 1, 1, 0);
        assertThat(member.isReadingWhereKeysAreToBe()).isTrue();
        assertThat(reads(member)).containsExactly(1);
        assertThat(member.value(5)).as("it has it for those who read here yet").isEqualTo(50);
    }

    /** Of member 0, which has sent key 5 to member 2. */
    private LeaderlessReplica handedOver() {
        LeaderlessReplica member = member(0, StreamPace.UNLIMITED);
        has(member, 5, 50);
        member.change(1, from(1), now);
        gossips(member);
        says(member, 1, 1, 0, 0);
        says(member, 2, 1, 0, 0);
        member.receive(2, new LeaderlessMessage.StreamAck(1), now);
        gossips(member);
        out.sent();
        return member;
    }

    /** The members that a read of key 5 goes to, or 0 where that is this one. */
    private List<Integer> reads(LeaderlessReplica member) {
        out.replies();
        out.sent();
        member.request(StoreRequest.read(99, 5), now);
        return out.replies().isEmpty()
                ? out.sent().stream().map(Letters.Letter::to).toList()
                : List.of(0);
    }

    @Test
    void theOldOnesDropItWhenEverybodyReadsWhereItIsToBe() {
        LeaderlessReplica member = handedOver();
        says(member, 1, 1, 1, 0);
        says(member, 2, 1, 1, 0);
        assertThat(gossips(member)).isEqualTo(gossip(1, 1, 1));
        says(member, 1, 1, 1, 1);
        assertThat(member.isMoving()).isTrue();
        out.held();
        says(member, 2, 1, 1, 1);
        assertThat(member.isMoving()).isFalse();
        assertThat(member.keys()).isEmpty();
        assertThat(member.value(5)).isZero();
        assertThat(out.held()).containsExactly("5=50 became 0");
        member.change(2, from(0), now);
        assertThat(member.isMoving()).isTrue();
    }

    @Test
    void whoKeepsAKeyDropsNothing() {
        LeaderlessReplica member = member(1, StreamPace.UNLIMITED);
        has(member, 5, 50);
        member.change(1, from(1), now);
        gossips(member);
        says(member, 0, 1, 0, 0);
        says(member, 2, 1, 0, 0);
        assertThat(streamed()).as("who gives it up sends it").isEmpty();
        says(member, 0, 1, 1, 1);
        says(member, 2, 1, 1, 1);
        gossips(member);
        assertThat(member.isMoving()).isFalse();
        assertThat(member.value(5)).isEqualTo(50);
    }

    /** Of an earlier change it may say so at any time; only of this one it counts. */
    @Test
    void aChangeWhileOneIsGoingOnIsAMistake() {
        LeaderlessReplica member = member(0, StreamPace.UNLIMITED);
        member.change(1, from(1), now);
        assertThatThrownBy(() -> member.change(2, from(2), now)).hasMessage("change 1 is still going on");
    }

    @Test
    void whatIsWrittenMeanwhileGoesToBoth() {
        LeaderlessReplica member = member(0, StreamPace.UNLIMITED);
        member.change(1, from(1), now);
        out.sent();
        member.request(StoreRequest.write(1, 5, 50), now);
        assertThat(out.sent())
                .hasSize(2)
                .allMatch(letter -> letter.message() instanceof LeaderlessMessage.Put put && put.reachesAll())
                .extracting(Letters.Letter::to)
                .containsExactly(1, 2);
        assertThat(out.replies()).as("one of the new ones must have it too").isEmpty();
        member.receive(2, new LeaderlessMessage.PutAck(1), now);
        assertThat(out.replies()).hasSize(1);
    }

    /** By hints and repairs, which go to one replica. */
    @Test
    void whatComesLateIsSentAgain() {
        LeaderlessReplica member = handedOver();
        has(member, 5, 40);
        assertThat(gossips(member)).as("older").isEqualTo(gossip(1, 1, 0));
        Content newer = new LastWrite(51, 9, false);
        member.receive(1, new LeaderlessMessage.Put(0, 5, newer, PreferenceList.NOBODY, true), now);
        out.sent();
        gossips(member);
        assertThat(member.keysStreamed()).as("one that reaches all").isEqualTo(2);
        member.receive(2, new LeaderlessMessage.StreamAck(2), now);
        member.receive(1, new LeaderlessMessage.Put(0, 6, newer, PreferenceList.NOBODY, false), now);
        now += SECOND;
        member.timer(LeaderlessTimer.GOSSIP, now);
        assertThat(streamed()).containsExactly("3 to 2: 6");
    }

    @Test
    void whatGotNoAnswerIsSentAgain() {
        LeaderlessReplica member = member(0, StreamPace.UNLIMITED);
        has(member, 5, 50);
        member.change(1, from(1), now);
        gossips(member);
        says(member, 1, 1, 0, 0);
        says(member, 2, 1, 0, 0);
        out.sent();
        now += SECOND;
        member.timer(LeaderlessTimer.GOSSIP, now);
        assertThat(streamed()).containsExactly("1 to 2: 5");
        assertThat(member.keysStreamed()).as("counted once").isEqualTo(1);
    }

    @Test
    void whoReceivesTakesAndSaysSo() {
        LeaderlessReplica member = member(2, StreamPace.UNLIMITED);
        member.receive(
                0,
                new LeaderlessMessage.Stream(
                        4, new long[] {5, 6}, List.of(new LastWrite(50, 5, false), new LastWrite(60, 5, false)), 0),
                now);
        assertThat(out.sent()).containsExactly(new Letters.Letter(0, new LeaderlessMessage.StreamAck(4)));
        assertThat(member.value(5)).isEqualTo(50);
        assertThat(member.value(6)).isEqualTo(60);
    }

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
    void nobodyWaitsForWhoNeverComesBack() {
        LeaderlessReplica member = member(1, StreamPace.UNLIMITED);
        has(member, 5, 50);
        member.change(1, from(1), now);
        gossips(member);
        says(member, 2, 1, 0, 0);
        assertThat(streamed()).isEmpty();
        member.gone(0);
        says(member, 2, 1, 0, 0);
        assertThat(streamed()).as("in place of who is gone").containsExactly("1 to 2: 5");
        member.receive(2, new LeaderlessMessage.StreamAck(1), now);
        says(member, 2, 1, 1, 0);
        assertThat(gossips(member)).isEqualTo(gossip(1, 1, 1));
        says(member, 2, 1, 1, 1);
        assertThat(member.isMoving()).isFalse();
    }

    @Test
    void toWhoNeverComesBackNothingIsSent() {
        LeaderlessReplica member = member(0, StreamPace.UNLIMITED);
        has(member, 5, 50);
        member.change(1, from(1), now);
        gossips(member);
        says(member, 1, 1, 0, 0);
        member.gone(2);
        now += SECOND;
        member.timer(LeaderlessTimer.GOSSIP, now);
        assertThat(streamed()).isEmpty();
        assertThat(gossips(member)).isEqualTo(gossip(1, 1, 0));
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

    private static List<String> moves(int[] had, int[] have, int gone) {
        List<String> moves = new ArrayList<>();
        KeyMoves.between(had, have, member -> member != gone, (from, to) -> moves.add(from + " to " + to));
        return moves;
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
}
