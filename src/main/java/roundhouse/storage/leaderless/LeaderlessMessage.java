package roundhouse.storage.leaderless;

import java.util.List;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** What members without a leader say to each other. */
sealed interface LeaderlessMessage extends Message {
    /**
     * A version for a replica.
     *
     * @param operation by which it is acknowledged; those of hints are below 0, and 0 wants no acknowledgement
     * @param hintFor whom the receiver stands in for; -1 for nobody
     * @param reachesAll whether those that are to have the key because it changes hands are sent it as well
     */
    record Put(long operation, long key, Content content, int hintFor, boolean reachesAll)
            implements LeaderlessMessage {
        @Override
        public int bytes() {
            return 64 + content.bytes();
        }

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

    record Got(long operation, Content content) implements LeaderlessMessage {
        @Override
        public int bytes() {
            return 64 + content.bytes();
        }
    }

    /** A request that another member was asked, which is no replica of its key and so cannot coordinate it. */
    record Ask(StoreRequest request) implements LeaderlessMessage {
        @Override
        public Work work() {
            return request.isWrite() ? Work.WRITE : Work.READ;
        }
    }

    record Answer(StoreRequest request, StoreResult result, Found found) implements LeaderlessMessage {}

    /**
     * It is there, and how far it is with keys that change hands.
     *
     * @param known the last change that all it coordinates goes by
     * @param sent the last change for which it has sent all that it had to
     * @param reading the last change that all its reads go by
     */
    record Gossip(int known, int sent, int reading) implements LeaderlessMessage {}

    /**
     * What the receiver is to have from now on.
     *
     * @param valueBytes how large a version is beside what tells it apart
     */
    record Stream(int batch, long[] keys, List<Content> contents, int valueBytes) implements LeaderlessMessage {
        /** Of one key. */
        static int bytes(Content content, int valueBytes) {
            return 8 + content.bytes() + valueBytes * content.versions();
        }

        @Override
        public int bytes() {
            return 64
                    + contents.stream()
                            .mapToInt(content -> bytes(content, valueBytes))
                            .sum();
        }

        @Override
        public Work work() {
            return Work.WRITE;
        }
    }

    record StreamAck(int batch) implements LeaderlessMessage {}

    /**
     * A summary of all that sender and receiver should both have: a sum for each part of the keys.
     *
     * @param wantsAnswer whether the receiver is to send its own if they differ
     * @param asOfNanos when it was made, by the clock of the sender
     */
    record Summary(long[] sums, boolean wantsAnswer, long asOfNanos) implements LeaderlessMessage {
        @Override
        public int bytes() {
            return 64 + 8 * sums.length;
        }
    }

    /**
     * All that the receiver may lack.
     *
     * @param asOfNanos of what the sender had then, by its clock
     */
    record Versions(long[] keys, List<Content> contents, long asOfNanos) implements LeaderlessMessage {
        @Override
        public int bytes() {
            return 64
                    + 8 * keys.length
                    + contents.stream().mapToInt(Content::bytes).sum();
        }

        @Override
        public Work work() {
            return Work.WRITE;
        }
    }
}
