package roundhouse.simulation.reasons;

import roundhouse.simulation.data.KeyVersions;

/**
 * The version that came after the one that was given.
 *
 * @param stamp its number among the writes of the run, with its dataset
 * @param newest the number of the newest of the key, which may be a later one
 * @param writtenNanos simulated nanoseconds
 * @param request who wrote it, by the request's number; 0 when that is forgotten
 * @param clients the id of the clients node it came from; empty when that is not known
 * @param node where it was written, by the node's id; empty when that is not known
 */
public record Newer(
        long stamp, long newest, long writtenNanos, long request, String clients, String node, Message message) {
    /**
     * What became of the message about it to the cache.
     *
     * @param atNanos when it gets there, or the key was taken out; of one that is lost or gathered, since when it is; 0 for none
     */
    public record Message(Fate fate, long atNanos) {
        /** Nobody tells the cache. */
        public static final Message NONE = new Message(Fate.NONE, 0);
    }

    /** What can become of a message. */
    public enum Fate {
        NONE,
        /** It waits for others to go together. */
        GATHERED,
        UNDER_WAY,
        LOST,
        /** In its stead the writer had the key taken out of the cache, and the old value was put in after that. */
        TAKEN_OUT,
        /** It came, and the old value was put in after it. */
        CAME_BEFORE
    }

    /** Its number among the writes of the run. */
    public long version() {
        return KeyVersions.version(stamp);
    }

    /** The same, with what is known of who wrote it and of the message. */
    public Newer with(String itsClients, String itsNode, Message itsMessage) {
        return new Newer(stamp, newest, writtenNanos, request, itsClients, itsNode, itsMessage);
    }
}
