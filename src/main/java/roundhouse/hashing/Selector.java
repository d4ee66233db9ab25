package roundhouse.hashing;

/**
 * A placement in use by one stream of requests. It may remember what the software it mirrors remembers between requests, such as
 * whose turn it is; most remember nothing. One thread at a time.
 */
@FunctionalInterface
public interface Selector {
    /** The target for this request: an index into {@link Placement#targets}, or {@link Placement#NONE}. */
    int select(long keyHash);
}
