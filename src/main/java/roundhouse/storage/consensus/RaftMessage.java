package roundhouse.storage.consensus;

import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WholeCopy;
import roundhouse.tables.LongTable;

/** What members of a Raft store say to each other. */
public sealed interface RaftMessage extends Message {
    /** The term of the sender; for a pre-vote the one that it would campaign for; 0 for what is about requests. */
    int term();

    record Vote(int term, long lastIndex, int lastTerm, boolean isPre) implements RaftMessage {}

    record VoteReply(int term, boolean granted, boolean isPre) implements RaftMessage {}

    /** Entries that follow one; none to ask whether that is there. */
    record Append(int term, long previousIndex, int previousTerm, LogEntries entries, long commit)
            implements RaftMessage {
        @Override
        public int bytes() {
            return 64 + 32 * entries.count();
        }

        @Override
        public Work work() {
            return entries.count() == 0 ? Work.NONE : Work.WRITE;
        }
    }

    /**
     * @param index up to where the logs agree; of a rejection the one that did not match
     * @param hint of a rejection: the last index where they could
     */
    record AppendReply(int term, long index, boolean isRejected, long hint) implements RaftMessage {}

    /**
     * @param round the latest round of reads that waits for an answer
     * @param freshIndex up to there all is that was committed by a time
     * @param freshNanos the latest such time of which the leader knows that it led, by its clock
     */
    record Heartbeat(int term, long commit, long round, long freshIndex, long freshNanos) implements RaftMessage {}

    record HeartbeatReply(int term, long round) implements RaftMessage {}

    /** All that was applied up to an entry. */
    record Snapshot(int term, long index, int lastTerm, LongTable values) implements RaftMessage, WholeCopy {}

    /** A write that another member was asked for. */
    record Propose(int term, long request, long key, long value, boolean wantsSeen) implements RaftMessage {
        @Override
        public Work work() {
            return Work.WRITE;
        }
    }

    record ProposeReply(int term, long request, StoreResult result, long value, Seen seen) implements RaftMessage {}

    /** A member wants to know up to where it must have applied to answer a read. */
    record AskIndex(int term, long request) implements RaftMessage {}

    /** @param index -1 if this is not the leader */
    record IndexReply(int term, long request, long index) implements RaftMessage {}
}
