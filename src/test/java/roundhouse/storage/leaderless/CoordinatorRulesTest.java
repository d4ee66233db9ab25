package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.quorums.ConsistencyLevel;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * What one member does that is asked (Dynamo, 2007; Cassandra): it is member 0 of five, and key 0 is kept at members 0, 1 and 2, behind
 * which 3 and 4 stand in.
 */
class CoordinatorRulesTest extends LoneCoordinator {
    @Test
    void aWriteGoesToAllReplicasAndIsDoneWhenEnoughHaveIt() {
        LeaderlessReplica member = member(settings(1, 3));
        now = 5_000;
        writes(member, 10, 42);
        assertThat(out.sent())
                .containsExactly(
                        to(1, put(1, 42, 5, PreferenceList.NOBODY)), to(2, put(1, 42, 5, PreferenceList.NOBODY)));
        assertThat(member.value(0)).isEqualTo(42);
        member.receive(1, new LeaderlessMessage.PutAck(1), now);
        member.receive(1, new LeaderlessMessage.PutAck(1), now);
        member.receive(3, new LeaderlessMessage.PutAck(1), now);
        member.receive(2, new LeaderlessMessage.PutAck(9), now);
        assertThat(out.replies()).isEmpty();
        member.receive(2, new LeaderlessMessage.PutAck(1), now);
        assertThat(out.replies()).containsExactly(ok(10, 42));
    }

    @Test
    void timestampsAreTheClockInMicrosecondsAndNoTwoAreTheSame() {
        LeaderlessReplica member = member(settings(1, 1));
        now = 7_999;
        writes(member, 1, 41);
        writes(member, 2, 42);
        now = 20_000;
        writes(member, 3, 43);
        assertThat(out.sentTo(1))
                .containsExactly(
                        put(1, 41, 7, PreferenceList.NOBODY),
                        put(2, 42, 8, PreferenceList.NOBODY),
                        put(3, 43, 20, PreferenceList.NOBODY));
        assertThat(out.replies()).containsExactly(ok(1, 41), ok(2, 42), ok(3, 43));
    }

    @Test
    void whoIsNotHeardOfForSoLongIsHeldToBeDown() {
        LeaderlessReplica member = member(settings(1, 3));
        now = 4 * SECOND;
        writes(member, 1, 41);
        assertThat(out.replies()).as("it waits").isEmpty();
        assertThat(out.sent()).hasSize(2);
        now++;
        writes(member, 2, 42);
        assertThat(out.replies()).containsExactly(refused(2));
        assertThat(out.sent()).isEmpty();
        member.receive(1, new LeaderlessMessage.Gossip(0, 0, 0), now);
        member.receive(2, new LeaderlessMessage.PutAck(99), now);
        writes(member, 3, 43);
        assertThat(out.replies()).as("any word will do").isEmpty();
    }

    /** Fact 19: fails at once if too few are known to be up; a time-out leaves it unknown, and it may still spread. */
    @Test
    void aWriteThatTooFewAnsweredInTimeIsUnknownAndKeptForThem() {
        LeaderlessReplica member = member(settings(1, 2));
        writes(member, 1, 41);
        assertThat(out.timer(LeaderlessTimer.TIMEOUT)).isEqualTo(2 * SECOND);
        now = SECOND;
        writes(member, 2, 42);
        assertThat(out.timer(LeaderlessTimer.TIMEOUT)).as("the first").isEqualTo(2 * SECOND);
        out.sent();
        member.timer(LeaderlessTimer.TIMEOUT, 2 * SECOND - 1);
        assertThat(out.replies()).isEmpty();
        member.timer(LeaderlessTimer.TIMEOUT, 2 * SECOND);
        assertThat(out.replies()).containsExactly(Letters.Reply.of(1, StoreResult.UNKNOWN, 0));
        assertThat(out.timer(LeaderlessTimer.TIMEOUT)).as("the next").isEqualTo(3 * SECOND);
        assertThat(member.hintsStored()).isEqualTo(2);
        assertThat(member.hintsWaiting()).isEqualTo(2);
        member.receive(1, new LeaderlessMessage.Gossip(0, 0, 0), 2 * SECOND);
        assertThat(out.sent()).containsExactly(to(1, put(-1, 41, 1, PreferenceList.NOBODY)));
        member.receive(1, new LeaderlessMessage.PutAck(-1), 2 * SECOND);
        assertThat(member.hintsDelivered()).isEqualTo(1);
        assertThat(member.hintsWaiting()).isEqualTo(1);
        member.receive(1, new LeaderlessMessage.PutAck(-1), 2 * SECOND);
        assertThat(member.hintsDelivered()).as("once").isEqualTo(1);
    }

    @Test
    void aWriteThatEnoughAnsweredKeepsHintsForTheOthersAfterTheTime() {
        LeaderlessReplica member = member(settings(1, 2));
        writes(member, 1, 41);
        member.receive(1, new LeaderlessMessage.PutAck(1), now);
        assertThat(out.replies()).containsExactly(ok(1, 41));
        member.timer(LeaderlessTimer.TIMEOUT, 2 * SECOND);
        assertThat(out.replies()).isEmpty();
        assertThat(member.hintsWaiting()).isEqualTo(1);
    }

    @Test
    void aWriteThatAllAnsweredLeavesNothing() {
        LeaderlessReplica member = member(settings(1, 1));
        writes(member, 1, 41);
        member.receive(1, new LeaderlessMessage.PutAck(1), now);
        member.receive(2, new LeaderlessMessage.PutAck(1), now);
        member.timer(LeaderlessTimer.TIMEOUT, 2 * SECOND);
        assertThat(member.hintsStored()).isZero();
    }

    @Test
    void whoIsDownGetsAHintAtOnce() {
        LeaderlessReplica member = member(settings(1, 2));
        onlyHeard(member, 1);
        writes(member, 1, 41);
        assertThat(out.sent()).hasSize(1).allMatch(letter -> letter.to() == 1);
        assertThat(member.hintsWaiting()).isEqualTo(1);
        member.receive(2, new LeaderlessMessage.Gossip(0, 0, 0), now);
        assertThat(out.sentTo(2)).hasSize(1);
        LeaderlessReplica without = member(settings(1, 2).mending(true, false, 0));
        onlyHeard(without, 1);
        writes(without, 1, 41);
        assertThat(without.hintsWaiting()).isZero();
    }

    /** Fact 20: three hours. */
    @Test
    void hintsAreKeptForTheirWindow() {
        LeaderlessReplica member = member(settings(1, 2));
        onlyHeard(member, 1);
        writes(member, 1, 41);
        long window = 10_800 * SECOND;
        member.receive(2, new LeaderlessMessage.Gossip(0, 0, 0), now + window);
        assertThat(out.sentTo(2)).hasSize(1);
        member.receive(2, new LeaderlessMessage.Gossip(0, 0, 0), now + window + 1);
        assertThat(out.sentTo(2)).isEmpty();
        assertThat(member.hintsWaiting()).isZero();
        assertThat(member.hintsDelivered()).isZero();
    }

    /** Dynamo, 4.6: the next of the list that is up, which keeps it for whom it stands in. */
    @Test
    void withSloppyQuorumsTheNextOfTheListStandsIn() {
        LeaderlessReplica member = member(settings(1, 3).sloppy());
        onlyHeard(member, 2, 4);
        writes(member, 1, 41);
        long micros = now / 1_000;
        assertThat(out.sent())
                .containsExactlyInAnyOrder(
                        to(4, put(1, 41, micros, 1)), to(2, put(1, 41, micros, PreferenceList.NOBODY)));
        member.receive(4, new LeaderlessMessage.PutAck(1), now);
        member.receive(2, new LeaderlessMessage.PutAck(1), now);
        assertThat(out.replies()).containsExactly(ok(1, 41));
        assertThat(member.hintsStored()).isZero();
    }

    @Test
    void whoStandsInKeepsItForTheOtherAndShowsIt() {
        LeaderlessReplica member = member(settings(1, 1).sloppy());
        member.receive(1, put(7, 41, 5, 2), now);
        assertThat(out.sentTo(1)).containsExactly(new LeaderlessMessage.PutAck(7));
        assertThat(member.value(0)).as("it is not its own").isZero();
        assertThat(member.hintsWaiting()).isEqualTo(1);
        LeaderlessMessage.Got shown = new LeaderlessMessage.Got(8, new LastWrite(41, 5, false));
        member.receive(1, new LeaderlessMessage.Get(8, 0), now);
        assertThat(out.sentTo(1)).containsExactly(shown);
        member.receive(1, put(9, 42, 4, 2), now);
        member.receive(2, new LeaderlessMessage.PutAck(-1), now);
        out.sent();
        member.receive(1, new LeaderlessMessage.Get(8, 0), now);
        assertThat(out.sentTo(1)).as("while one of the key is kept").containsExactly(shown);
        member.receive(2, new LeaderlessMessage.PutAck(-2), now);
        member.receive(1, new LeaderlessMessage.Get(8, 0), now);
        assertThat(out.sentTo(1)).containsExactly(new LeaderlessMessage.Got(8, LastWrite.NONE));
        LeaderlessReplica strict = member(settings(1, 1));
        strict.receive(1, put(7, 41, 5, 2), now);
        out.sent();
        strict.receive(1, new LeaderlessMessage.Get(8, 0), now);
        assertThat(out.sentTo(1)).as("strict").containsExactly(new LeaderlessMessage.Got(8, LastWrite.NONE));
    }

    /** Fact 20: ANY is met by a hint. */
    @Test
    void anyIsMetByAHintForWhoIsDown() {
        LeaderlessSettings any =
                settings(1, 1).withLevels(Answers.of(1), Answers.of(ConsistencyLevel.ANY), 0, 0, 0, 0, 0);
        LeaderlessReplica member = member(any);
        onlyHeard(member);
        member.request(StoreRequest.write(1, 1, 41), now);
        assertThat(out.replies()).as("key 1 is at members 1, 2 and 3").containsExactly(ok(1, 41));
        assertThat(member.hintsWaiting()).isEqualTo(3);
    }

    @Test
    void aRequestThatWasHandedOnIsAnsweredWhereItWasMade() {
        LeaderlessReplica member = member(settings(1, 1));
        StoreRequest write = StoreRequest.write(5, 0, 42);
        member.receive(3, new LeaderlessMessage.Ask(write), now);
        List<Message> told = out.sentTo(3);
        assertThat(told).hasSize(1);
        assertThat(((LeaderlessMessage.Answer) told.getFirst()).request()).isEqualTo(write);
        member.receive(3, told.getFirst(), now);
        assertThat(out.replies()).containsExactly(ok(5, 42));
    }

    @Test
    void itHasNoLeader() {
        LeaderlessReplica member = member(settings(1, 1));
        assertThat(member.leader()).isEqualTo(-1);
        assertThat(member.term()).isZero();
        assertThat(member.position()).isZero();
        writes(member, 1, 42);
        writes(member, 2, 42);
        assertThat(member.position()).as("whatever was put").isEqualTo(2);
        assertThat(member.keys()).containsExactly(0);
    }

    @Test
    void eachPeriodAllAreToldThatItIsThere() {
        LeaderlessReplica member = member(settings(1, 1));
        assertThat(out.timer(LeaderlessTimer.GOSSIP)).isEqualTo(SECOND);
        member.timer(LeaderlessTimer.GOSSIP, SECOND);
        assertThat(out.sent())
                .hasSize(4)
                .allMatch(letter -> letter.message().equals(new LeaderlessMessage.Gossip(0, 0, 0)))
                .extracting(Letters.Letter::to)
                .containsExactly(1, 2, 3, 4);
        assertThat(out.timer(LeaderlessTimer.GOSSIP)).isEqualTo(2 * SECOND);
        assertThat(out.timer(LeaderlessTimer.COMPARE)).as("never").isEqualTo(-1);
    }

    @Test
    void messagesHaveTheirSizesAndAreWork() {
        Content content = new LastWrite(1, 1, false);
        assertThat(new LeaderlessMessage.Put(1, 0, content, -1, false).bytes()).isEqualTo(88);
        assertThat(new LeaderlessMessage.Put(1, 0, content, -1, false).work()).isEqualTo(Message.Work.WRITE);
        assertThat(new LeaderlessMessage.Got(1, content).bytes()).isEqualTo(88);
        assertThat(new LeaderlessMessage.Get(1, 0).work()).isEqualTo(Message.Work.READ);
        assertThat(new LeaderlessMessage.Ask(StoreRequest.read(1, 0)).work()).isEqualTo(Message.Work.READ);
        assertThat(new LeaderlessMessage.Ask(StoreRequest.write(1, 0, 1)).work())
                .isEqualTo(Message.Work.WRITE);
        LeaderlessMessage.Stream stream = new LeaderlessMessage.Stream(1, new long[] {3}, List.of(content), 100);
        assertThat(stream.bytes()).isEqualTo(64 + 8 + 24 + 100);
        assertThat(stream.work()).isEqualTo(Message.Work.WRITE);
        assertThat(new LeaderlessMessage.Summary(new long[64], true, 0).bytes()).isEqualTo(64 + 512);
        LeaderlessMessage.Versions versions = new LeaderlessMessage.Versions(new long[] {3}, List.of(content), 0);
        assertThat(versions.bytes()).isEqualTo(64 + 8 + 24);
        assertThat(versions.work()).isEqualTo(Message.Work.WRITE);
    }

    @Test
    void answersAreCountedByLevelOrNumber() {
        int[] replicas = {3, 3};
        assertThat(Answers.of(2).areEnough(replicas, new int[] {1, 1}, 0)).isTrue();
        assertThat(Answers.of(3).areEnough(replicas, new int[] {1, 1}, 0)).isFalse();
        Answers quorum = Answers.named("local-quorum");
        assertThat(quorum).isEqualTo(Answers.of(ConsistencyLevel.LOCAL_QUORUM));
        assertThat(quorum.areEnough(replicas, new int[] {1, 3}, 0)).isFalse();
        assertThat(quorum.isLocal()).isTrue();
        assertThat(Answers.of(ConsistencyLevel.QUORUM).isLocal()).isFalse();
        assertThat(Answers.of(2).isLocal()).isFalse();
        assertThat(Answers.named("12")).isEqualTo(Answers.of(12));
        assertThatThrownBy(() -> Answers.named("some")).hasMessageContaining("\"some\" is neither");
        assertThat(Answers.of(ConsistencyLevel.ANY).countsHints()).isTrue();
        assertThat(Answers.of(ConsistencyLevel.ONE).countsHints()).isFalse();
        assertThat(Answers.of(4).isMetBy(2, replicas, 0)).isFalse();
        assertThat(Answers.of(4).isMetBy(3, replicas, 0)).isTrue();
        assertThat(Answers.of(ConsistencyLevel.ANY).isMetBy(6, replicas, 0)).isFalse();
        assertThat(Answers.overlap(Answers.of(3), Answers.of(4), replicas, 0)).isTrue();
        assertThat(Answers.overlap(Answers.of(3), Answers.of(3), replicas, 0)).isFalse();
        Answers most = Answers.of(ConsistencyLevel.QUORUM);
        assertThat(Answers.overlap(most, most, replicas, 0)).isTrue();
    }
}
