package roundhouse.simulation.reasons;

/**
 * How a key came to be in a cache no more, or not to be let in. What is not known of it is 0, {@link #NONE} or empty.
 *
 * @param timeNanos simulated nanoseconds; {@link #NONE} for what never was there
 * @param storedNanos when the value had come, and {@code usedNanos} when it was last put or given; {@link #NONE} for no value
 * @param forKey the key that it had to make room for
 * @param request who wanted it gone, or wrote what a message told of
 * @param saw what its policy saw in it, in words
 * @param rival the key that the policy preferred to it
 */
public record Leaving(
        Cause cause,
        long timeNanos,
        long storedNanos,
        long usedNanos,
        long forKey,
        long request,
        String policy,
        String saw,
        long rival) {
    /** No time, no key. */
    public static final long NONE = -1;

    /** What it left for. */
    public enum Cause {
        /** It never was there. */
        NEVER_HERE("never here"),
        /** Its time was over. */
        EXPIRED("expired"),
        /** Another one needed its place. */
        EVICTED("evicted"),
        /** The cache became smaller, or another one by its settings. */
        SHRUNK("evicted"),
        /** A request that writes took it out. */
        WRITTEN("invalidated"),
        /** A message said that it was written. */
        MESSAGE("invalidated"),
        /** The kept answer that there is nothing was too old. */
        NOTHING_OVER("expired"),
        PURGE("purged"),
        BAN("banned"),
        FLUSH("flushed"),
        /** The cache was taken out of its node. */
        TAKEN_OUT("cache taken out"),
        CRASH("lost in a crash"),
        /** It was not asked for often enough to be kept. */
        TOO_NEW("not kept"),
        /** It is larger than the cache. */
        TOO_LARGE("not kept"),
        /** The policy threw the newcomer itself out. */
        NOT_LET_IN("not kept");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** In a word or two. */
        public String words() {
            return words;
        }
    }

    /** Of which no more is known than when. */
    public static Leaving at(Cause cause, long timeNanos) {
        return new Leaving(cause, timeNanos, NONE, NONE, NONE, 0, "", "", NONE);
    }

    /** The same of a value that was there. */
    public Leaving of(long itsStoredNanos, long itsUsedNanos) {
        return new Leaving(cause, timeNanos, itsStoredNanos, itsUsedNanos, forKey, request, policy, saw, rival);
    }

    /** The same, wanted by that request. */
    public Leaving by(long itsRequest) {
        return new Leaving(cause, timeNanos, storedNanos, usedNanos, forKey, itsRequest, policy, saw, rival);
    }

    /** The same, decided by a policy that saw that. */
    public Leaving decided(String itsPolicy, String itsSaw, long itsRival, long itsForKey) {
        return new Leaving(cause, timeNanos, storedNanos, usedNanos, itsForKey, request, itsPolicy, itsSaw, itsRival);
    }
}
