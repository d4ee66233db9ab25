package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.storage.replication.Letters;

/** Who promotes whom, and when it is tried again (Redis Sentinel 7.0; fact 33). */
class SentinelElectionTest extends LoneWatcher {
    @Test
    void aMajorityOfAllWatchersElects() {
        asksForVotes();
        hears(2, new SentinelMessage.Vote(2, 2));
        assertThat(isPromoted(2)).as("it voted for itself").isFalse();
        hears(2, new SentinelMessage.Vote(1, 1));
        assertThat(isPromoted(2)).as("of an earlier epoch").isFalse();
        hears(2, new SentinelMessage.Vote(2, 1));
        assertThat(isPromoted(2)).isTrue();
        assertThat(sentinel.primary()).as("not yet").isZero();
    }

    @Test
    void theFollowerWithTheMostIsPromoted() {
        offsetOfTwo = 2;
        asksForVotes();
        hears(2, new SentinelMessage.Vote(2, 1));
        assertThat(isPromoted(1)).isTrue();
    }

    @Test
    void atATieTheFirstIsPromoted() {
        offsetOfTwo = 3;
        asksForVotes();
        hears(2, new SentinelMessage.Vote(2, 1));
        assertThat(isPromoted(1)).isTrue();
    }

    @Test
    void whoDidNotAnswerForFiveSecondsIsNotPromoted() {
        runUntil(3_500 * MILLIS);
        answers[2] = false;
        runUntil(5_500 * MILLIS);
        asksForVotes();
        hears(2, new SentinelMessage.Vote(2, 1));
        assertThat(isPromoted(1)).as("2 has more, and answered last 6 s ago").isTrue();
    }

    @Test
    void whereNobodyCanBePromotedTheElectionIsOver() {
        answers[1] = false;
        answers[2] = false;
        runUntil(5_500 * MILLIS);
        asksForVotes();
        hears(2, new SentinelMessage.Vote(2, 1));
        assertThat(said(2)).isEmpty();
        assertThat(sentinel.primary()).isZero();
    }

    @Test
    void aPromotionIsDoneWhenThePromotedSaysSo() {
        asksForVotes();
        hears(2, new SentinelMessage.Vote(2, 1));
        said(2);
        hears(2, (SentinelMessage) pong(2, 0, 1, 5));
        assertThat(sentinel.primary()).isZero();
        hears(0, (SentinelMessage) pong(0, 0, 1, 5));
        assertThat(sentinel.primary()).isZero();
        hears(2, (SentinelMessage) pong(2, 2, 2, 5));
        assertThat(sentinel.primary()).isEqualTo(2);
        assertThat(said(0)).containsExactly(new SentinelMessage.Hello(2, 2), new SentinelMessage.Follow(2, 2, false));
        runUntil(now + 4 * SECOND);
        hears(2, new SentinelMessage.AskDown(2));
        assertThat(said(2)).contains(new SentinelMessage.DownReply(2, false));
    }

    @Test
    void thePrimaryThatIsPromotedIsNotToldToFollow() {
        asksForVotes();
        hears(2, new SentinelMessage.Vote(2, 1));
        said(2);
        hears(2, (SentinelMessage) pong(2, 2, 2, 5));
        assertThat(said(2)).containsExactly(new SentinelMessage.Hello(2, 2));
    }

    /** Twice the failover timeout after the last attempt. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anElectionThatFailsIsTriedAgainAfterTwiceTheTimeout(boolean isPromoting) {
        asksForVotes();
        long began = now;
        if (isPromoting) {
            hears(2, new SentinelMessage.Vote(2, 1));
        }
        for (int i = 1; i < 80; i++) {
            runUntil(now + SECOND / 2);
            hears(2, new SentinelMessage.DownReply(0, true));
        }
        runUntil(began + 40 * SECOND - TICK);
        assertThat(told).noneMatch(letter -> letter.message().equals(new SentinelMessage.AskVote(3)));
        runUntil(began + 40 * SECOND);
        assertThat(said(2)).contains(new SentinelMessage.AskVote(3));
    }

    /** An election is given up after ten seconds: a vote that comes later elects nobody. */
    @ParameterizedTest
    @CsvSource({"10_000, true", "10_100, false"})
    void anElectionIsGivenUpAfterTenSeconds(String millis, boolean isElected) {
        asksForVotes();
        runUntil(now + Long.parseLong(millis.replace("_", "")) * MILLIS);
        said(2);
        hears(2, new SentinelMessage.Vote(2, 1));
        assertThat(isPromoted(2)).isEqualTo(isElected);
    }

    /** A promotion is given up after the failover timeout: that it became the primary is noticed otherwise. */
    @ParameterizedTest
    @CsvSource({"20_000, true", "20_100, false"})
    void aPromotionIsGivenUpAfterTheTimeout(String millis, boolean isNoticed) {
        asksForVotes();
        hears(2, new SentinelMessage.Vote(2, 1));
        runUntil(now + Long.parseLong(millis.replace("_", "")) * MILLIS);
        hears(2, (SentinelMessage) pong(2, 2, 2, 5));
        assertThat(sentinel.primary()).isEqualTo(isNoticed ? 2 : 0);
    }

    @Test
    void aVoteIsGivenOnceAnEpochToTheFirstWhoAsks() {
        runUntil(SECOND);
        hears(2, new SentinelMessage.AskVote(5));
        hears(0, new SentinelMessage.AskVote(5));
        hears(0, new SentinelMessage.AskVote(4));
        assertThat(sentinel.votedEpoch()).isEqualTo(5);
        tellAll();
        assertThat(told)
                .filteredOn(letter -> letter.message() instanceof SentinelMessage.Vote)
                .containsExactly(
                        new Letters.Letter(2, new SentinelMessage.Vote(5, 2)),
                        new Letters.Letter(0, new SentinelMessage.Vote(5, 2)),
                        new Letters.Letter(0, new SentinelMessage.Vote(5, 2)));
        hears(0, new SentinelMessage.AskVote(6));
        assertThat(said(0)).contains(new SentinelMessage.Vote(6, 0));
    }

    @Test
    void whoGaveAVoteDoesNotTryItselfForTwiceTheTimeout() {
        primaryDies();
        runUntil(9 * SECOND);
        hears(2, new SentinelMessage.AskVote(2));
        said(2);
        for (int i = 0; i < 39; i++) {
            runUntil(now + SECOND);
            hears(2, new SentinelMessage.DownReply(0, true));
        }
        assertThat(said(2)).doesNotContain(new SentinelMessage.AskVote(3));
        runUntil(now + SECOND);
        hears(2, new SentinelMessage.DownReply(0, true));
        assertThat(said(2)).contains(new SentinelMessage.AskVote(3));
    }

    @Test
    void aQuorumOfOneNeedsNobodyButAMajorityStillElects() {
        Sentinel alone = new Sentinel(1, 3, 0, new SentinelSettings(1, 3 * SECOND, 20 * SECOND), out, () -> 0L);
        alone.start(0);
        for (long time = TICK; time <= 4 * SECOND; time += TICK) {
            alone.tick(time);
        }
        assertThat(out.sentTo(2))
                .contains(new SentinelMessage.AskVote(2))
                .doesNotContain(new SentinelMessage.Promote(2));
        Sentinel two = new Sentinel(1, 2, 0, new SentinelSettings(1, 3 * SECOND, 20 * SECOND), out, () -> 0L);
        two.start(0);
        for (long time = TICK; time <= 4 * SECOND; time += TICK) {
            two.tick(time);
            two.receive(1, (SentinelMessage) pong(1, 0, 1, 3), time);
        }
        assertThat(out.sentTo(1)).as("one of two").doesNotContain(new SentinelMessage.Promote(2));
        Sentinel only = new Sentinel(0, 1, 0, new SentinelSettings(1, 3 * SECOND, 20 * SECOND), out, () -> 0L);
        only.start(0);
        only.tick(TICK);
        assertThat(out.sentTo(0)).containsExactly(new SentinelMessage.Ping());
    }
}
