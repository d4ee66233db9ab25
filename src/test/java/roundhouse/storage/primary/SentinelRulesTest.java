package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.StoreRequest;

/** What one of three watchers does (Redis Sentinel 7.0; facts 33 and 34). It is member 1, member 0 is the primary; chance says 0. */
class SentinelRulesTest {
    private static final long MILLIS = 1_000_000;
    private static final long SECOND = 1_000 * MILLIS;
    private static final long TICK = 100 * MILLIS;
    private static final SentinelSettings WATCHING = new SentinelSettings(2, 3 * SECOND, 20 * SECOND);

    private final Letters out = new Letters();
    private long now;
    private final boolean[] answers = {true, true, true};
    private long offsetOfTwo = 5;
    private int followedByTwo;

    private final Sentinel sentinel = new Sentinel(1, 3, 0, WATCHING, out, () -> 0L);

    private static Message pong(int member, int primary, int epoch, long offset) {
        return new SentinelMessage.Pong(member == primary, primary, epoch, offset);
    }

    /** Starts it, and lets it run until a time while the members answer pings. */
    private void runUntil(long time) {
        if (now == 0) {
            sentinel.start(0);
        }
        while (now < time) {
            now += TICK;
            sentinel.tick(now);
            for (Letters.Letter letter : tellAll()) {
                if (letter.message() instanceof SentinelMessage.Ping && answers[letter.to()]) {
                    int primary = letter.to() == 2 ? followedByTwo : 0;
                    sentinel.receive(
                            letter.to(),
                            (SentinelMessage) pong(letter.to(), primary, 1, letter.to() == 2 ? offsetOfTwo : 3),
                            now);
                }
            }
        }
    }

    private final List<Letters.Letter> told = new ArrayList<>();

    private List<Letters.Letter> tellAll() {
        List<Letters.Letter> sent = out.sent();
        sent.stream()
                .filter(letter -> !(letter.message() instanceof SentinelMessage.Ping))
                .forEach(told::add);
        return sent;
    }

    /** What was said to a member but pings, since this was last asked. */
    private List<Message> said(int to) {
        tellAll();
        List<Message> said = told.stream()
                .filter(letter -> letter.to() == to)
                .map(Letters.Letter::message)
                .toList();
        told.clear();
        return said;
    }

    private void hears(int from, SentinelMessage message) {
        sentinel.receive(from, message, now);
    }

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

    /** The primary answers at 5.1 s and is pinged in vain from 6.1 s on. */
    private void primaryDies() {
        runUntil(5_500 * MILLIS);
        answers[0] = false;
        said(2);
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

    /** Until it has asked for votes in epoch 2. */
    private void asksForVotes() {
        primaryDies();
        runUntil(9_200 * MILLIS);
        hears(2, new SentinelMessage.DownReply(0, true));
        said(2);
    }

    private boolean isPromoted(int member) {
        return said(member).contains(new SentinelMessage.Promote(2));
    }

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

    /** Its watcher and it hear each other over no network. */
    @Test
    void aWatcherCanPromoteTheMemberBesideIt() {
        PrimarySettings settings = PrimarySettings.asynchronous(3).withFence(SECOND);
        WatchedReplica watched = new WatchedReplica(1, 0, settings, WATCHING, out, () -> 0L);
        watched.start(0);
        assertThat(out.timer(Sentinel.TICK)).isZero();
        assertThat(out.timer(PrimaryTimer.EVERY_PERIOD)).isEqualTo(SECOND);
        long time = 0;
        while (time < 3_100 * MILLIS) {
            time += TICK;
            watched.timer(Sentinel.TICK, time);
        }
        watched.receive(2, new SentinelMessage.DownReply(0, true), time);
        time += TICK;
        watched.timer(Sentinel.TICK, time);
        assertThat(out.sentTo(2)).contains(new SentinelMessage.AskVote(2));
        watched.timer(PrimaryTimer.EVERY_PERIOD, time);
        assertThat(out.sentTo(0)).as("it keeps to its own vote").isEmpty();
        watched.receive(2, new SentinelMessage.Vote(2, 1), time);
        assertThat(watched.member().isPrimary()).isTrue();
        assertThat(watched.term()).isEqualTo(2);
        watched.receive(2, new PrimaryMessage.Join(0, 0), time);
        assertThat(out.sentTo(2)).hasSize(1).allMatch(message -> message instanceof PrimaryMessage.Ship);
        while (time < 4_500 * MILLIS) {
            time += TICK;
            watched.timer(Sentinel.TICK, time);
        }
        assertThat(watched.watchedPrimary()).as("it said so itself").isEqualTo(1);
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

    @Test
    void aWatchedMemberDoesWhatWatchersSay() {
        WatchedReplica watched = new WatchedReplica(1, 0, PrimarySettings.asynchronous(3), WATCHING, out, () -> 0L);
        watched.start(0);
        assertThat(watched.leader()).isZero();
        assertThat(watched.term()).isEqualTo(1);
        out.sent();
        watched.receive(2, new SentinelMessage.Ping(), 0);
        assertThat(out.sentTo(2)).containsExactly(pong(1, 0, 1, 0));
        watched.receive(2, new SentinelMessage.Promote(1), 0);
        assertThat(watched.member().isPrimary()).as("of no later epoch").isFalse();
        watched.receive(2, new SentinelMessage.Promote(3), 0);
        assertThat(watched.member().isPrimary()).isTrue();
        assertThat(watched.term()).isEqualTo(3);
        assertThat(watched.leader()).isEqualTo(1);
        watched.request(StoreRequest.write(1, 7, 42), 0);
        assertThat(watched.position()).isEqualTo(1);
        assertThat(out.held()).containsExactly("7=42");
        assertThat(out.replies()).hasSize(1);
        watched.receive(2, new SentinelMessage.Follow(2, 2, false), 0);
        assertThat(watched.leader()).as("of an earlier epoch").isEqualTo(1);
        watched.receive(2, new SentinelMessage.Follow(2, 3, false), 0);
        assertThat(watched.leader()).isEqualTo(2);
        watched.receive(2, new SentinelMessage.Follow(0, 2, true), 0);
        assertThat(watched.leader()).as("its promotion came to nothing").isZero();
        out.sent();
        watched.receive(2, new SentinelMessage.Follow(0, 2, true), 0);
        assertThat(out.sent()).as("it does").isEmpty();
    }

    /** Over no network, so at once. */
    @Test
    void aWatcherPingsTheMemberBesideIt() {
        WatchedReplica watched = new WatchedReplica(1, 0, PrimarySettings.asynchronous(3), WATCHING, out, () -> 0L);
        watched.start(0);
        out.sent();
        watched.timer(Sentinel.TICK, TICK);
        assertThat(out.sent()).extracting(Letters.Letter::to).containsExactly(0, 2);
        watched.timer(PrimaryTimer.EVERY_PERIOD, SECOND);
        assertThat(out.sentTo(0)).as("the member's own timer").hasSize(1);
        assertThat(watched.watchedPrimary()).isZero();
        watched.receive(2, new SentinelMessage.Hello(2, 4), SECOND);
        assertThat(watched.watchedPrimary()).isEqualTo(2);
    }

    @Test
    void aMemberKeepsToTheVoteOfItsWatcherForTwiceTheTimeout() {
        PrimarySettings settings = PrimarySettings.asynchronous(3).withFence(SECOND);
        WatchedReplica watched = new WatchedReplica(1, 0, settings, WATCHING, out, () -> 0L);
        watched.start(0);
        watched.receive(2, new SentinelMessage.AskVote(5), 0);
        out.sent();
        watched.timer(PrimaryTimer.EVERY_PERIOD, 40 * SECOND - 1);
        assertThat(out.sentTo(0)).as("no word to the old primary").isEmpty();
        watched.receive(2, new SentinelMessage.AskVote(5), 40 * SECOND - 1);
        out.sent();
        watched.timer(PrimaryTimer.EVERY_PERIOD, 40 * SECOND);
        assertThat(out.sentTo(0)).containsExactly(new PrimaryMessage.Join(0, 0));
    }
}
