package roundhouse.simulation.reasons;

/** Why a cache could answer, or not. */
public sealed interface CacheReason {
    /** The value was given. */
    record Given(KeptValue value, How how) implements CacheReason {}

    /** By what right a value is given. */
    enum How {
        /** It is fresh. */
        FRESH,
        /** It is too old, and is given while it is fetched anew. */
        WHILE_FETCHED,
        /** It is too old, and fetching it failed. */
        ON_ERROR,
        /** Another one has just fetched it, for which this one waited. */
        SHARED,
        /** It is a write that the store does not have yet. */
        PENDING
    }

    /** There is a value, and its time is over. */
    record Expired(KeptValue value, Next next) implements CacheReason {}

    /** There is no value. */
    record Absent(Leaving leaving, Next next) implements CacheReason {}

    /**
     * What a request does that misses.
     *
     * @param waits for another's fetch; else it fetches itself
     * @param request who fetches, as far as is known; 0 for nobody known
     */
    record Next(boolean waits, long request) {
        /** It fetches itself. */
        public static final Next FETCHES = new Next(false, 0);
    }

    /** Nobody looked. */
    record Bypassed(Bypass bypass) implements CacheReason {}

    /** Why nobody looked. */
    enum Bypass {
        /** What is written is not looked up. */
        WRITE,
        /** The cache did not answer. */
        DOWN
    }
}
