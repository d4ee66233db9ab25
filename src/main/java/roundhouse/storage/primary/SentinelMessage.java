package roundhouse.storage.primary;

import roundhouse.storage.replication.Message;

/** What watchers say to members and to each other. */
sealed interface SentinelMessage extends Message {
    record Ping() implements SentinelMessage {}

    /** What a member says of itself. */
    record Pong(boolean isPrimary, int primary, int epoch, long offset) implements SentinelMessage {}

    record AskDown(int primary) implements SentinelMessage {}

    record DownReply(int primary, boolean isDown) implements SentinelMessage {}

    record AskVote(int epoch) implements SentinelMessage {}

    /** @param chosen whom the sender voted for in that epoch */
    record Vote(int epoch, int chosen) implements SentinelMessage {}

    /** A member shall become the primary. */
    record Promote(int epoch) implements SentinelMessage {}

    /**
     * A member shall follow another.
     *
     * @param isMending whether it shall even if it is of a later epoch, because a promotion came to nothing
     */
    record Follow(int primary, int epoch, boolean isMending) implements SentinelMessage {}

    /** A watcher says which primary it knows, every two seconds. */
    record Hello(int primary, int epoch) implements SentinelMessage {}
}
