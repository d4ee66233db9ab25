package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.StoreRequest;

/** How one key changes hands: it is at members 0 and 1, and is to be at members 1 and 2. */
class HandoverRulesTest extends LoneSender {
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
}
