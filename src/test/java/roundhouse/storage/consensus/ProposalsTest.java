package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** Which writes are answered, when, and how. */
class ProposalsTest extends LogRules {
    @Test
    void aWriteIsAnsweredWhenAMajorityHasIt() {
        LoneMember lone = LoneMember.leader();
        lone.writes(10, 7, 42);
        assertThat(lone.out.held()).containsExactly("7=42");
        assertThat(lone.appended(1)).containsExactly("after 1: 42, committed 1");
        assertThat(lone.out.replies()).isEmpty();
        assertThat(lone.member.value(7)).isZero();
        lone.agrees(1, 2);
        assertThat(lone.out.replies()).containsExactly(Letters.Reply.of(10, StoreResult.OK, 42));
        assertThat(lone.member.value(7)).isEqualTo(42);
        assertThat(lone.appended(1)).as("that it is committed").containsExactly("after 2:, committed 2");
        lone.agrees(2, 2);
        assertThat(lone.out.replies()).as("once").isEmpty();
    }

    @Test
    void aWriteElsewhereIsHandedToTheLeader() {
        LoneMember lone = follower();
        lone.out.sent();
        lone.writes(10, 7, 42);
        assertThat(lone.out.sentTo(1)).containsExactly(new RaftMessage.Propose(0, 10, 7, 42, false));
        lone.hears(1, new RaftMessage.ProposeReply(0, 10, StoreResult.OK, 42, Seen.Nothing.UNASKED));
        assertThat(lone.out.replies()).containsExactly(Letters.Reply.of(10, StoreResult.OK, 42));
        LoneMember leader = LoneMember.leader();
        leader.hears(2, new RaftMessage.Propose(0, 10, 7, 42, true));
        leader.out.sent();
        leader.agrees(1, 2);
        assertThat(leader.out.sentTo(2))
                .contains(new RaftMessage.ProposeReply(0, 10, StoreResult.OK, 42, new LogPosition(1, 2)));
        assertThat(leader.out.replies()).isEmpty();
    }

    @Test
    void withoutALeaderAWriteIsRefused() {
        LoneMember lone = LoneMember.of(3);
        lone.writes(10, 7, 42);
        assertThat(lone.out.replies()).containsExactly(Letters.Reply.of(10, StoreResult.REFUSED, 0));
        assertThat(lone.answer(2, new RaftMessage.Propose(0, 11, 7, 42, true)))
                .containsExactly(new RaftMessage.ProposeReply(0, 11, StoreResult.REFUSED, 0, Seen.Nothing.UNASKED));
    }

    /** Fact 41: it may have taken effect, or may still. */
    @Test
    void whoLeadsNoMoreDoesNotKnowWhatBecameOfItsWrites() {
        LoneMember lone = LoneMember.leader();
        lone.asked(StoreRequest.write(10, 7, 42).after(Seen.Nothing.YET));
        lone.writes(11, 7, 43);
        lone.agrees(1, 2);
        lone.out.replies();
        lone.writes(12, 7, 44);
        lone.asked(StoreRequest.write(13, 7, 45).after(Seen.Nothing.YET));
        lone.hearsLeader(2, 3);
        assertThat(lone.out.replies())
                .containsExactly(
                        Letters.Reply.of(11, StoreResult.UNKNOWN, 0),
                        Letters.Reply.of(12, StoreResult.UNKNOWN, 0),
                        new Letters.Reply(13, StoreResult.UNKNOWN, 0, Seen.Nothing.YET));
    }

    @Test
    void aClientThatKeepsWhatItSawIsToldThePlaceInTheLog() {
        LoneMember lone = LoneMember.leader();
        lone.asked(StoreRequest.write(10, 7, 42).after(Seen.Nothing.YET));
        lone.agrees(1, 2);
        assertThat(lone.out.replies())
                .containsExactly(new Letters.Reply(10, StoreResult.OK, 42, new LogPosition(1, 2)));
    }

    @Test
    void aLeaderThatCrashedAnswersNothingOfBefore() {
        LoneMember lone = LoneMember.leader();
        lone.writes(10, 7, 42);
        lone.member.start(lone.now);
        lone.hearsLeader(1, 2);
        lone.hears(1, append(2, 2, 1, LogEntries.NONE, 2));
        assertThat(lone.member.value(7)).isEqualTo(42);
        assertThat(lone.out.replies()).isEmpty();
    }

    /** More than there is room for at once, and answered meanwhile. */
    @Test
    void manyWritesAreAnsweredInTheOrderOfTheLog() {
        LoneMember lone = LoneMember.leader();
        int answered = 0;
        for (int i = 0; i < 300; i++) {
            lone.asked(StoreRequest.write(i, 7, i + 1).after(i % 2 == 0 ? Seen.Nothing.YET : Seen.Nothing.UNASKED));
            if (i % 3 == 0 && i < 150) {
                lone.agrees(1, i / 2 + 2);
            }
        }
        lone.agrees(1, 301);
        for (Letters.Reply reply : lone.out.replies()) {
            Seen seen = answered % 2 == 0 ? new LogPosition(1, answered + 2) : Seen.Nothing.UNASKED;
            assertThat(reply).isEqualTo(new Letters.Reply(answered, StoreResult.OK, answered + 1, seen));
            answered++;
        }
        assertThat(answered).isEqualTo(300);
    }
}
