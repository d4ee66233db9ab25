package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.quorums.ConsistencyLevel;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.WhenBehind;

/** Whom a read asks, and what it mends (Dynamo, 2007; Cassandra). */
class CoordinatedReadsTest extends LoneCoordinator {
    @Test
    void aReadAsksAsManyAsItNeedsItselfFirst() {
        LeaderlessReplica member = member(settings(2, 1));
        reads(member, 1);
        assertThat(out.sent()).containsExactly(to(1, new LeaderlessMessage.Get(1, 0)));
        got(member, 3, 1, 9, 9);
        assertThat(out.replies()).as("it is no replica").isEmpty();
        got(member, 1, 1, 0, 0);
        assertThat(out.replies()).containsExactly(ok(1, 0));
        LeaderlessReplica all = member(settings(2, 1).askingAll());
        reads(all, 2);
        assertThat(out.sent())
                .containsExactly(to(1, new LeaderlessMessage.Get(1, 0)), to(2, new LeaderlessMessage.Get(1, 0)));
    }

    @Test
    void aReadOfWhatIsElsewhereAsksThere() {
        LeaderlessReplica member = member(settings(1, 1));
        member.request(StoreRequest.read(1, 2), now);
        assertThat(out.sent()).containsExactly(to(2, new LeaderlessMessage.Get(1, 2)));
        got(member, 2, 1, 7, 7);
        assertThat(out.replies()).containsExactly(ok(1, 7));
    }

    @Test
    void aReadAsksNobodyWhoIsDown() {
        LeaderlessReplica member = member(settings(2, 1));
        onlyHeard(member, 2);
        reads(member, 1);
        assertThat(out.sent()).containsExactly(to(2, new LeaderlessMessage.Get(1, 0)));
        onlyHeard(member);
        reads(member, 2);
        assertThat(out.replies()).containsExactly(refused(2));
        assertThat(out.sent()).isEmpty();
    }

    @Test
    void aReadThatTooFewAnsweredInTimeIsRefused() {
        LeaderlessReplica member = member(settings(2, 1));
        reads(member, 1);
        member.timer(LeaderlessTimer.TIMEOUT, 2 * SECOND);
        assertThat(out.replies()).containsExactly(refused(1));
        got(member, 1, 1, 7, 7);
        assertThat(out.replies()).isEmpty();
    }

    /** ABD (Attiya, Bar-Noy, Dolev 1995): the newest is written back before it is answered. */
    @Test
    void aReadMendsWhoAnsweredWithLessFirst() {
        LeaderlessReplica member = member(settings(3, 1));
        reads(member, 1);
        got(member, 1, 1, 7, 70);
        got(member, 2, 1, 6, 60);
        assertThat(out.replies()).isEmpty();
        assertThat(member.value(0)).as("itself").isEqualTo(7);
        assertThat(out.sentTo(2)).contains(put(1, 7, 70, PreferenceList.NOBODY));
        assertThat(member.repairs()).isEqualTo(2);
        assertThat(member.counts().repairs()).isEqualTo(2);
        got(member, 2, 1, 8, 80);
        assertThat(out.replies()).as("it answers for the second time").isEmpty();
        member.receive(3, new LeaderlessMessage.PutAck(1), now);
        assertThat(out.replies()).isEmpty();
        member.receive(2, new LeaderlessMessage.PutAck(1), now);
        assertThat(out.replies()).containsExactly(ok(1, 7));
        LeaderlessReplica without = member(settings(3, 1).mending(false, true, 0));
        reads(without, 1);
        got(without, 1, 1, 7, 70);
        got(without, 2, 1, 6, 60);
        assertThat(out.replies()).containsExactly(ok(1, 7));
        assertThat(without.repairs()).isZero();
    }

    @Test
    void ofWhoStandsInAReadAsksAndMendsAsOfTheOther() {
        LeaderlessReplica member = member(settings(2, 1).sloppy());
        onlyHeard(member, 3);
        member.receive(3, put(0, 9, 99, PreferenceList.NOBODY), now);
        out.sent();
        reads(member, 1);
        assertThat(out.sent()).containsExactly(to(3, new LeaderlessMessage.Get(1, 0)));
        got(member, 3, 1, 9, 91);
        assertThat(out.sent()).containsExactly(to(3, put(1, 9, 99, 1)));
    }

    /** Members 0, 2 and 4 are in one datacentre, 1 and 3 in another. */
    @Test
    void aLocalLevelAsksInItsOwnDatacentreOnly() {
        LeaderlessSettings local =
                settings(1, 1).withLevels(Answers.of(ConsistencyLevel.LOCAL_QUORUM), Answers.of(1), 0, 1, 0, 1, 0);
        LeaderlessReplica member = member(local.askingAll());
        reads(member, 1);
        assertThat(out.sent()).containsExactly(to(2, new LeaderlessMessage.Get(1, 0)));
        got(member, 2, 1, 7, 70);
        assertThat(out.replies()).hasSize(1);
        onlyHeard(member, 1, 3, 4);
        reads(member, 2);
        assertThat(out.replies()).containsExactly(refused(2));
    }

    /** With one answer to a write, only all replicas together have the latest version. */
    @Test
    void aReadThatMustShowTheLatestAsksUntilItMeetsEveryWrite() {
        LeaderlessReplica member = member(settings(1, 1));
        StoreRequest latest = StoreRequest.read(1, 0).by(when(WhenBehind.WAIT).withVersions(1));
        member.request(latest, now);
        assertThat(out.sent())
                .containsExactly(to(1, new LeaderlessMessage.Get(1, 0)), to(2, new LeaderlessMessage.Get(1, 0)));
        got(member, 1, 1, 0, 0);
        assertThat(out.replies()).isEmpty();
        got(member, 2, 1, 7, 70);
        assertThat(out.sentTo(1)).as("mended first").containsExactly(put(1, 7, 70, PreferenceList.NOBODY));
        member.receive(1, new LeaderlessMessage.PutAck(1), now);
        assertThat(out.replies()).containsExactly(ok(1, 7));
        LeaderlessReplica other = member(settings(1, 1));
        other.request(latest.by(when(WhenBehind.REFUSE).withVersions(1)), now);
        assertThat(out.replies()).containsExactly(refused(1));
    }

    @Test
    void afterACrashAllAreHeldToBeUp() {
        LeaderlessReplica member = member(settings(3, 1));
        onlyHeard(member);
        reads(member, 1);
        assertThat(out.replies()).containsExactly(refused(1));
        member.start(now);
        out.sent();
        reads(member, 2);
        assertThat(out.sent()).hasSize(2);
        member.start(now);
        member.timer(LeaderlessTimer.TIMEOUT, now + 10 * SECOND);
        assertThat(out.replies()).as("what it coordinated is forgotten").isEmpty();
    }

    @Test
    void whatSomeHaveTogetherIsTheNewestOfIt() {
        LeaderlessReplica one = member(settings(1, 1));
        LeaderlessReplica other = member(settings(1, 1));
        one.receive(1, put(0, 7, 70, PreferenceList.NOBODY), now);
        other.receive(1, put(0, 8, 80, PreferenceList.NOBODY), now);
        assertThat(LeaderlessReplica.together(List.of(other, one), 0)).isEqualTo(8);
        assertThat(LeaderlessReplica.together(List.of(), 0)).isZero();
    }
}
