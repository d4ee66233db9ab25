package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.StoreRequest;

/** A member and the watcher beside it. */
class WatchedReplicaTest extends LoneWatcher {
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
