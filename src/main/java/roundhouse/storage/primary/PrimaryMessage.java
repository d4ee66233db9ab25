package roundhouse.storage.primary;

import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.StoreResult;
import roundhouse.tables.LongTable;

/** What a primary and its followers say to each other. */
sealed interface PrimaryMessage extends Message {
    /** A follower says how far its log goes, and wants what comes after. */
    record Join(long lastIndex, int lastEpoch) implements PrimaryMessage {}

    /**
     * Entries that follow one.
     *
     * @param sentNanos when it was sent, by the clock of the primary
     */
    record Ship(int epoch, long previousIndex, int previousEpoch, LogEntries entries, long sentNanos)
            implements PrimaryMessage {
        @Override
        public int bytes() {
            return 64 + 32 * entries.count();
        }
    }

    /** All data, for a follower whose log does not fit. */
    record Full(int epoch, long index, int lastEpoch, LongTable values) implements PrimaryMessage {
        @Override
        public int bytes() {
            return 64 + 16 * values.size();
        }
    }

    /** @param isPeriodic whether it is said because it is time, not because something came */
    record Ack(int epoch, long received, long applied, boolean isPeriodic) implements PrimaryMessage {}

    /** The primary does not know a follower that told it what it has. */
    record Rejoin() implements PrimaryMessage {}

    /** A request that another member was asked. */
    record Ask(long request, boolean isWrite, long key, long value) implements PrimaryMessage {}

    record Answer(long request, StoreResult result, long value) implements PrimaryMessage {}
}
