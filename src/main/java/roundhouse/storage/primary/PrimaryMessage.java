package roundhouse.storage.primary;

import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WholeCopy;
import roundhouse.tables.LongTable;

/** What a primary and its followers say to each other. */
sealed interface PrimaryMessage extends Message {
    /** A follower says how far its log goes, and wants what comes after. */
    record Join(long lastIndex, int lastEpoch) implements PrimaryMessage {}

    /**
     * Entries that follow one.
     *
     * @param lastIndex how far the log of the primary goes
     * @param sentNanos when it was sent, by the clock of the primary
     */
    record Ship(int epoch, long previousIndex, int previousEpoch, LogEntries entries, long lastIndex, long sentNanos)
            implements PrimaryMessage {
        @Override
        public int bytes() {
            return 64 + 32 * entries.count();
        }

        @Override
        public Work work() {
            return entries.count() == 0 ? Work.NONE : Work.WRITE;
        }
    }

    /** All data, for a follower whose log does not fit. */
    record Full(int epoch, long index, int lastEpoch, LongTable values) implements PrimaryMessage, WholeCopy {}

    /** @param isPeriodic whether it is said because it is time, not because something came */
    record Ack(int epoch, long received, long applied, boolean isPeriodic) implements PrimaryMessage {}

    /** The primary does not know a follower that told it what it has. */
    record Rejoin() implements PrimaryMessage {}

    /** A request that another member was asked. */
    record Ask(StoreRequest request) implements PrimaryMessage {
        @Override
        public Work work() {
            return request.isWrite() ? Work.WRITE : Work.READ;
        }
    }

    record Answer(long request, StoreResult result, long value, Seen seen) implements PrimaryMessage {}

    /** A follower wants to know how far the data of the primary is. */
    record AskIndex(long request) implements PrimaryMessage {}

    /** @param index -1 if this is not the primary, or not certainly */
    record IndexReply(long request, long index) implements PrimaryMessage {}
}
