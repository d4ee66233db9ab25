package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;

/** What one of three watchers does (Redis Sentinel 7.0; facts 33 and 34). It is member 1, member 0 is the primary; chance says 0. */
class SentinelRulesTest extends LoneWatcher {
    @Test
    void allArePingedEachSecondAndTheOthersTold() {
        sentinel.start(0);
        assertThat(out.timer(Sentinel.TICK)).isZero();
        sentinel.tick(TICK);
        assertThat(out.timer(Sentinel.TICK)).isEqualTo(2 * TICK);
        assertThat(out.sent()).hasSize(3).allMatch(letter -> letter.message() instanceof SentinelMessage.Ping);
        sentinel.tick(TICK + SECOND - 1);
        assertThat(out.sent()).isEmpty();
        sentinel.tick(TICK + SECOND);
        assertThat(out.sent()).hasSize(3);
        sentinel.tick(2 * SECOND - 1);
        assertThat(out.sent()).isEmpty();
        sentinel.tick(2 * SECOND);
        assertThat(out.sent())
                .containsExactly(
                        new Letters.Letter(0, new SentinelMessage.Hello(0, 1)),
                        new Letters.Letter(2, new SentinelMessage.Hello(0, 1)));
    }

    @Test
    void aPrimaryIsDownForOneThatHasNoAnswerForSoLong() {
        primaryDies();
        runUntil(9_100 * MILLIS);
        assertThat(said(2)).doesNotContain(new SentinelMessage.AskDown(0));
        hears(2, new SentinelMessage.AskDown(0));
        assertThat(said(2)).containsExactly(new SentinelMessage.DownReply(0, false));
        runUntil(9_200 * MILLIS);
        assertThat(said(0)).contains(new SentinelMessage.AskDown(0));
        hears(2, new SentinelMessage.AskDown(0));
        hears(2, new SentinelMessage.AskDown(2));
        assertThat(said(2))
                .containsExactly(new SentinelMessage.DownReply(0, true), new SentinelMessage.DownReply(2, false));
        runUntil(10_100 * MILLIS);
        assertThat(said(2)).doesNotContain(new SentinelMessage.AskDown(0));
        runUntil(10_200 * MILLIS);
        assertThat(said(2)).as("again after a second").contains(new SentinelMessage.AskDown(0));
    }

    @Test
    void whoAnswersInTimeIsNotDown() {
        runUntil(60 * SECOND);
        assertThat(told).noneMatch(letter -> letter.message() instanceof SentinelMessage.AskDown);
        assertThat(told).anyMatch(letter -> letter.message() instanceof SentinelMessage.Hello);
        assertThat(sentinel.primary()).isZero();
    }

    @Test
    void aQuorumMustHoldItToBeDown() {
        primaryDies();
        runUntil(9_200 * MILLIS);
        said(2);
        hears(2, new SentinelMessage.DownReply(0, false));
        hears(2, new SentinelMessage.DownReply(2, true));
        assertThat(said(2)).isEmpty();
        hears(2, new SentinelMessage.DownReply(0, true));
        assertThat(said(2)).containsExactly(new SentinelMessage.AskVote(2));
        assertThat(sentinel.votedEpoch()).isEqualTo(2);
        hears(2, new SentinelMessage.DownReply(0, true));
        assertThat(said(2)).as("once").isEmpty();
    }

    @Test
    void whatOneSaidBeforeItIsDownHereCounts() {
        primaryDies();
        runUntil(4_300 * MILLIS);
        hears(2, new SentinelMessage.DownReply(0, true));
        runUntil(9_100 * MILLIS);
        assertThat(said(2)).doesNotContain(new SentinelMessage.AskVote(2));
        runUntil(9_200 * MILLIS);
        assertThat(said(2)).contains(new SentinelMessage.AskVote(2));
    }

    @Test
    void whatOneSaidFiveSecondsAgoDoesNotCount() {
        runUntil(3_200 * MILLIS);
        hears(2, new SentinelMessage.DownReply(0, true));
        primaryDies();
        runUntil(20 * SECOND);
        assertThat(said(2)).doesNotContain(new SentinelMessage.AskVote(2)).contains(new SentinelMessage.AskDown(0));
    }

    @Test
    void aLaterEpochIsBelieved() {
        runUntil(SECOND);
        hears(0, new SentinelMessage.Hello(2, 1));
        assertThat(sentinel.primary()).as("not later").isZero();
        hears(0, new SentinelMessage.Hello(2, 4));
        assertThat(sentinel.primary()).isEqualTo(2);
        hears(2, new SentinelMessage.AskVote(3));
        assertThat(sentinel.votedEpoch()).as("of an epoch before").isZero();
        assertThatThrownBy(() -> hears(2, new SentinelMessage.Ping())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void afterACrashItKnowsNothing() {
        primaryDies();
        runUntil(9_100 * MILLIS);
        hears(2, new SentinelMessage.DownReply(0, true));
        sentinel.start(now);
        answers[2] = false;
        runUntil(12_200 * MILLIS);
        assertThat(said(2)).as("the time begins anew").doesNotContain(new SentinelMessage.AskDown(0));
        runUntil(12_300 * MILLIS);
        assertThat(said(2))
                .as("and what others said is forgotten")
                .contains(new SentinelMessage.AskDown(0))
                .doesNotContain(new SentinelMessage.AskVote(2));
        hears(2, new SentinelMessage.DownReply(0, true));
        hears(2, new SentinelMessage.Vote(2, 1));
        assertThat(isPromoted(1)).as("2 has said nothing since").isTrue();
    }

    @Test
    void whatWasSaidOfTheOldPrimaryDoesNotCountOfTheNew() {
        runUntil(5_500 * MILLIS);
        hears(0, new SentinelMessage.DownReply(0, true));
        hears(0, new SentinelMessage.Hello(2, 4));
        answers[2] = false;
        runUntil(9_500 * MILLIS);
        assertThat(said(0)).contains(new SentinelMessage.AskDown(2)).doesNotContain(new SentinelMessage.AskVote(5));
    }

    @Test
    void afterASwitchMembersHaveEightSecondsToFollow() {
        followedByTwo = 2;
        runUntil(5_500 * MILLIS);
        followedByTwo = 0;
        runUntil(30 * SECOND);
        hears(0, new SentinelMessage.Hello(2, 4));
        followedByTwo = 2;
        runUntil(38 * SECOND);
        assertThat(said(0)).doesNotContain(new SentinelMessage.Follow(2, 4, true));
        runUntil(38_200 * MILLIS);
        assertThat(said(0)).contains(new SentinelMessage.Follow(2, 4, true));
    }

    /** Fact 34: after four hello periods. */
    @Test
    void whoFollowsAnotherIsToldAfterEightSeconds() {
        runUntil(5_500 * MILLIS);
        followedByTwo = 2;
        said(2);
        runUntil(14_100 * MILLIS);
        assertThat(said(2)).doesNotContain(new SentinelMessage.Follow(0, 1, true));
        runUntil(14_200 * MILLIS);
        assertThat(said(2)).contains(new SentinelMessage.Follow(0, 1, true));
        followedByTwo = 0;
        runUntil(16 * SECOND);
        said(2);
        followedByTwo = 1;
        runUntil(23_900 * MILLIS);
        assertThat(said(2)).as("it has followed meanwhile").doesNotContain(new SentinelMessage.Follow(0, 1, true));
    }

    @Test
    void whoWasAwayIsToldEightSecondsAfterItIsBack() {
        runUntil(5_500 * MILLIS);
        followedByTwo = 2;
        answers[2] = false;
        runUntil(30 * SECOND);
        assertThat(said(2)).doesNotContain(new SentinelMessage.Follow(0, 1, true));
        answers[2] = true;
        runUntil(38 * SECOND);
        assertThat(said(2)).doesNotContain(new SentinelMessage.Follow(0, 1, true));
        runUntil(39 * SECOND);
        assertThat(said(2)).contains(new SentinelMessage.Follow(0, 1, true));
    }

    /** Who promoted it did not live to tell. */
    @Test
    void aPrimaryOfALaterEpochThatMostFollowIsThePrimary() {
        runUntil(SECOND);
        for (int i = 0; i < 100; i++) {
            now += TICK;
            sentinel.tick(now);
            hears(0, (SentinelMessage) pong(0, 0, 1, 9));
            hears(1, (SentinelMessage) pong(1, 2, 3, 9));
            hears(2, (SentinelMessage) pong(2, 2, 3, 9));
        }
        assertThat(sentinel.primary()).isEqualTo(2);
        assertThat(said(0)).contains(new SentinelMessage.Hello(2, 3));
    }
}
