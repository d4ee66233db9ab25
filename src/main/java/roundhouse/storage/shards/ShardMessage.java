package roundhouse.storage.shards;

import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** What members of a sharded store say to each other. */
sealed interface ShardMessage extends Message {
    /** Of two members of one replica set. */
    record Within(int shard, Message message) implements ShardMessage {
        @Override
        public int bytes() {
            return 8 + message.bytes();
        }

        @Override
        public Work work() {
            return message.work();
        }
    }

    /** A request that a member was asked which has nothing of its shard. */
    record Handed(int shard, StoreRequest request) implements ShardMessage {
        @Override
        public Work work() {
            return request.isWrite() ? Work.WRITE : Work.READ;
        }
    }

    record Answered(long request, StoreResult result, Found found) implements ShardMessage {}
}
