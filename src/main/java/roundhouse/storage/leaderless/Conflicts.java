package roundhouse.storage.leaderless;

import roundhouse.storage.replication.StoreRequest;

/** What becomes of two versions of a value that did not know of each other. */
public enum Conflicts {
    /** The later by the clocks of their coordinators stays, the other is lost without a word (Cassandra). */
    LAST_WRITE_WINS {
        @Override
        Content nothing() {
            return LastWrite.NONE;
        }

        @Override
        Content changed(Content mine, int self, StoreRequest request, long timestamp) {
            return new LastWrite(request.isRemoval() ? 0 : request.value(), timestamp, request.isRemoval());
        }
    },
    /** Both stay, and a read gives both; a write with the context of that read replaces them (Dynamo, Riak). */
    SIBLINGS {
        @Override
        Content nothing() {
            return SideBySide.NONE;
        }

        @Override
        Content changed(Content mine, int self, StoreRequest request, long timestamp) {
            SideBySide siblings = (SideBySide) mine;
            return request.isRemoval()
                    ? siblings.remove(request.seen())
                    : siblings.put(self, request.seen(), request.value());
        }
    },
    /** The value is a counter: writes add to it, removals take from it, and nothing is lost. */
    COUNTER {
        @Override
        Content nothing() {
            return Sum.NONE;
        }

        @Override
        Content changed(Content mine, int self, StoreRequest request, long timestamp) {
            return ((Sum) mine).add(self, request.isRemoval() ? -request.value() : request.value());
        }
    },
    /** The value is a set: writes add an element, removals take one out; an add wins over a removal that did not know of it. */
    SET {
        @Override
        Content nothing() {
            return Elements.NONE;
        }

        @Override
        Content changed(Content mine, int self, StoreRequest request, long timestamp) {
            Elements elements = (Elements) mine;
            return request.isRemoval() ? elements.remove(request.value()) : elements.add(self, request.value());
        }
    };

    /** What is under a key that was never written. */
    abstract Content nothing();

    /** Whether only a replica of the key can coordinate a write, because it changes what it has. */
    boolean changesOwn() {
        return this != LAST_WRITE_WINS;
    }

    /**
     * What is to be written.
     *
     * @param mine what the coordinator has
     * @param timestamp by the clock of the coordinator
     */
    abstract Content changed(Content mine, int self, StoreRequest request, long timestamp);
}
