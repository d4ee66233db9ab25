package roundhouse.storage.leaderless;

import roundhouse.storage.replication.Message;

/** What members without a leader say to each other. */
sealed interface LeaderlessMessage extends Message {
    /**
     * A version for a replica.
     *
     * @param operation by which it is acknowledged; those of hints are below 0, and 0 wants no acknowledgement
     * @param hintFor whom the receiver stands in for; -1 for nobody
     */
    record Put(long operation, long key, long value, long timestamp, int hintFor) implements LeaderlessMessage {
        @Override
        public Work work() {
            return Work.WRITE;
        }
    }

    record PutAck(long operation) implements LeaderlessMessage {}

    record Get(long operation, long key) implements LeaderlessMessage {
        @Override
        public Work work() {
            return Work.READ;
        }
    }

    record Got(long operation, long value, long timestamp) implements LeaderlessMessage {}

    record Gossip() implements LeaderlessMessage {}

    /**
     * A summary of all that sender and receiver should both have: a sum for each part of the keys.
     *
     * @param wantsAnswer whether the receiver is to send its own if they differ
     */
    record Summary(long[] sums, boolean wantsAnswer) implements LeaderlessMessage {
        @Override
        public int bytes() {
            return 64 + 8 * sums.length;
        }
    }

    /** Versions that the receiver may lack. */
    record Versions(long[] keys, long[] values, long[] timestamps) implements LeaderlessMessage {
        @Override
        public int bytes() {
            return 64 + 24 * keys.length;
        }

        @Override
        public Work work() {
            return Work.WRITE;
        }
    }
}
