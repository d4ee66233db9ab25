package roundhouse.routing;

/** What a balancer may look at when it picks. A layer-4 balancer uses {@link #client()} alone. */
public interface Request {
    Address client();

    /** The client's region, an index into {@link Regions}, or {@link Regions#NOWHERE}. */
    int region();

    /** The client's session; stable while the session lasts, unique in a run. */
    long session();

    /** The key the request is about (a cart, a user, an article), 0 to the number of keys less one. */
    long key();

    RequestKind kind();

    /** Whether this request was already sent to that target and failed there; such a target is not picked again. */
    default boolean tried(int target) {
        return false;
    }

    /**
     * Whether any target was {@linkplain #tried tried}, so that a first attempt spares big pools asking target by target. Goes with
     * {@link #tried}: override both or neither.
     */
    default boolean anyTried() {
        return false;
    }

    /** Why it may not be given to that target, {@link #tried} being true; in words. */
    default String refusal(int target) {
        return "already tried";
    }
}
