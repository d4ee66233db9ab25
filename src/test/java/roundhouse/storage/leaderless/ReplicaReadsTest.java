package roundhouse.storage.leaderless;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;

/** Reads that a replica answers from what it has, as far as that is new enough. */
class ReplicaReadsTest extends LoneCoordinator {
    @Test
    void aLocalReadShowsWhatItsClientSawOrWaitsAsksOrRefuses() {
        LeaderlessReplica member = member(settings(2, 1));
        member.receive(1, put(0, 7, 70, PreferenceList.NOBODY), now);
        member.request(local(1, 0), now);
        member.request(local(2, 0).after(SEEN).by(when(WhenBehind.REFUSE)), now);
        assertThat(out.replies())
                .containsExactly(ok(1, 7), new Letters.Reply(2, StoreResult.REFUSED, 0, Seen.Nothing.YET));
        out.sent();
        member.request(local(3, 0).after(SEEN).by(when(WhenBehind.FORWARD)), now);
        assertThat(out.sentTo(1)).containsExactly(new LeaderlessMessage.Get(1, 0));
        member.request(local(4, 0).after(SEEN).by(when(WhenBehind.WAIT)), now);
        assertThat(out.timer(LeaderlessTimer.PATIENCE)).isEqualTo(SECOND);
        assertThat(out.replies()).isEmpty();
        member.receive(1, put(0, 8, 80, PreferenceList.NOBODY), now);
        assertThat(out.replies()).containsExactly(new Letters.Reply(4, StoreResult.OK, 8, SEEN));
        member.request(local(5, 0).after(SEEN).by(when(WhenBehind.REFUSE)), now);
        assertThat(out.replies()).hasSize(1).allMatch(reply -> reply.result() == StoreResult.OK);
    }

    @Test
    void whoWaitsForTooLongIsRefused() {
        LeaderlessReplica member = member(settings(2, 1));
        member.request(local(1, 0).after(SEEN), 0);
        member.request(local(2, 0).after(SEEN), SECOND / 2);
        member.timer(LeaderlessTimer.PATIENCE, SECOND - 1);
        assertThat(out.replies()).isEmpty();
        member.timer(LeaderlessTimer.PATIENCE, SECOND);
        assertThat(out.replies()).hasSize(1).allMatch(reply -> reply.request() == 1);
        assertThat(out.timer(LeaderlessTimer.PATIENCE)).isEqualTo(3 * SECOND / 2);
        member.start(SECOND);
        member.timer(LeaderlessTimer.PATIENCE, 2 * SECOND);
        assertThat(out.replies()).as("forgotten with a crash").isEmpty();
    }

    @Test
    void whoDoesNotHaveTheKeyCannotWaitForIt() {
        LeaderlessReplica member = member(settings(1, 1));
        member.request(local(1, 2).after(SEEN), 0);
        assertThat(out.sentTo(2)).containsExactly(new LeaderlessMessage.Get(1, 2));
    }

    /** Where a write reaches all, one replica has every version; else nobody can tell how many it is behind. */
    @Test
    void versionsAreKnownWhereOneReplicaMeetsEveryWrite() {
        ReadRule latest = when(WhenBehind.REFUSE).withVersions(1);
        LeaderlessReplica all = member(settings(1, 3));
        all.request(local(1, 0).by(latest), now);
        assertThat(out.replies()).containsExactly(ok(1, 0));
        LeaderlessReplica two = member(settings(1, 2));
        two.request(local(2, 0).by(latest), now);
        assertThat(out.replies()).containsExactly(refused(2));
        two.request(local(3, 0).by(latest.when(WhenBehind.WAIT)), now);
        assertThat(out.sentTo(1)).as("it asks").containsExactly(new LeaderlessMessage.Get(1, 0));
        got(two, 1, 1, 7, 70);
        assertThat(out.replies()).hasSize(1).allMatch(reply -> reply.value() == 7);
        LeaderlessReplica sloppy = member(settings(1, 3).sloppy());
        sloppy.request(local(4, 0).by(latest), now);
        assertThat(out.replies()).as("who stands in may have it").containsExactly(refused(4));
    }

    /** A replica is as old as the last time that it had all that the others had. */
    @Test
    void theAgeIsKnownFromComparingWithAll() {
        LeaderlessReplica member = member(settings(1, 1));
        ReadRule young = when(WhenBehind.REFUSE).withAge(50);
        member.request(local(1, 0).by(young), 100);
        assertThat(out.replies()).containsExactly(refused(1));
        for (int i = 1; i < 5; i++) {
            member.receive(i, new LeaderlessMessage.Summary(new long[64], true, 60 + i), 100);
        }
        assertThat(out.sent()).as("all are equal").isEmpty();
        member.request(local(2, 0).by(young), 111);
        member.request(local(3, 0).by(young), 112);
        assertThat(out.replies()).containsExactly(ok(2, 0), refused(3));
        member.receive(
                1, new LeaderlessMessage.Versions(new long[] {0}, List.of(new LastWrite(7, 70, false)), 63), 112);
        member.request(local(4, 0).by(young), 112);
        assertThat(out.replies()).as("2 is the oldest now").containsExactly(ok(4, 7));
        member.request(local(5, 2).by(young), 112);
        assertThat(out.replies()).as("of a key that it has not").containsExactly(refused(5));
    }
}
