package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.consensus.LoneMember.entries;

import roundhouse.storage.replication.LogEntries;

/** What tests of the log have in common. */
abstract class LogRules {
    static RaftMessage.AppendReply agrees(int term, long index) {
        return new RaftMessage.AppendReply(term, index, false, 0);
    }

    static RaftMessage.Append append(int term, long previous, int previousTerm, LogEntries entries, long commit) {
        return new RaftMessage.Append(term, previous, previousTerm, entries, commit);
    }

    /** A follower of member 1 in term 2 that has entries 1 to 3 of it, of which 2 are committed. */
    static LoneMember follower() {
        LoneMember lone = LoneMember.of(3);
        assertThat(lone.answer(1, append(2, 0, 0, entries(2, 1, 3), 2))).containsExactly(agrees(2, 3));
        return lone;
    }

    static RaftSettings snapshots(int entries) {
        return RaftSettings.etcd(3, false).withSnapshotEntries(entries);
    }
}
