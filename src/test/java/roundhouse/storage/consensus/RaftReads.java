package roundhouse.storage.consensus;

import java.util.List;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;

/** What tests of reads have in common. */
abstract class RaftReads {
    static Letters.Reply ok(long request, long value) {
        return Letters.Reply.of(request, StoreResult.OK, value);
    }

    static Letters.Reply refused(long request) {
        return Letters.Reply.of(request, StoreResult.REFUSED, 0);
    }

    static void answersRound(LoneMember leader, int from, long round) {
        leader.hears(from, new RaftMessage.HeartbeatReply(leader.member.term(), round));
    }

    /** The round that its latest heartbeats were of. */
    static long round(List<Message> sent) {
        return ((RaftMessage.Heartbeat) sent.getLast()).round();
    }

    /** The leader of three whose key 7 is 42, in entry 2 of term 1. */
    static LoneMember leader(RaftSettings settings) {
        LoneMember lone = LoneMember.leader(settings);
        lone.writes(1, 7, 42);
        lone.agrees(1, 2);
        lone.agrees(2, 2);
        lone.out.replies();
        lone.out.sent();
        return lone;
    }

    static LoneMember leader() {
        return leader(RaftSettings.etcd(3, false));
    }

    /** A leader of which a majority has answered a round. */
    static LoneMember heard() {
        LoneMember lone = leader();
        lone.ticks(1);
        answersRound(lone, 1, round(lone.out.sentTo(1)));
        return lone;
    }

    /** Of member 1 in term 2: entries 1 to 3, of which 2 are committed. */
    static LoneMember follower() {
        return follower(RaftSettings.etcd(3, false));
    }

    static LoneMember follower(RaftSettings settings) {
        LoneMember lone = new LoneMember(settings);
        lone.hears(1, new RaftMessage.Append(2, 0, 0, LoneMember.entries(2, 1, 3), 2));
        lone.out.sent();
        return lone;
    }

    static StoreRequest afterThree(long id, WhenBehind behind) {
        return StoreRequest.localRead(id, 7).after(new LogPosition(2, 3)).by(ReadRule.USUAL.when(behind));
    }

    static StoreRequest young(long id, long millis) {
        return StoreRequest.localRead(id, 7)
                .by(ReadRule.USUAL.when(WhenBehind.REFUSE).withAge(millis * 1_000_000));
    }
}
