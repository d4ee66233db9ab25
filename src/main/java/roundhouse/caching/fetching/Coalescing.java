package roundhouse.caching.fetching;

/**
 * Which requests for one key share a fetch, and what those do that wait.
 *
 * @param scope which requests wait for another's fetch
 * @param waiting what becomes of those that wait
 * @param lookNanos how often those that look by themselves do so; at least 1 where {@link Waiting#LOOKS}
 * @param timeoutNanos after this long one that looks goes to the origin itself, at its next look, and its answer is not kept
 * @param lockNanos after this long without an answer one more request is let through, and so on; only where waiters look
 * @param staleWhileUpdating whether, while one request fetches, the others are served what is there however old it is
 * @param background whether the request that starts the fetch is served what is old too, if others would be
 */
public record Coalescing(
        Scope scope,
        Waiting waiting,
        long lookNanos,
        long timeoutNanos,
        long lockNanos,
        boolean staleWhileUpdating,
        boolean background) {
    /** Which requests wait for another's fetch. */
    public enum Scope {
        /** None: each goes to the origin. */
        NONE,
        /** Those for keys that are not in the cache at all; for an expired one each goes. nginx's proxy_cache_lock. */
        COLD,
        /** All. Varnish; Squid with collapsed_forwarding. */
        ALL
    }

    /** What becomes of requests that wait. */
    public enum Waiting {
        /** They look by themselves every so often. nginx. */
        LOOKS,
        /** They are woken when the fetch ends and look again at what is in the cache then. Varnish. */
        LOOKS_WHEN_WOKEN,
        /** They are woken with the answer of the fetch, good or bad, unless it is for one client only. Squid. */
        SHARES
    }

    private static final long MILLI = 1_000_000;

    /** Each request goes to the origin by itself. */
    public static Coalescing none() {
        return new Coalescing(Scope.NONE, Waiting.LOOKS_WHEN_WOKEN, 0, Long.MAX_VALUE, Long.MAX_VALUE, false, false);
    }

    /**
     * nginx: a lock for cold keys, if it is on, with waiters that look every 500 ms. Its defaults are 5 s for both times. Source:
     * release-1.22.1, src/http/ngx_http_file_cache.c ({@code ngx_http_file_cache_lock}).
     */
    public static Coalescing nginx(
            boolean lock, long timeoutNanos, long lockNanos, boolean staleWhileUpdating, boolean background) {
        return new Coalescing(
                lock ? Scope.COLD : Scope.NONE,
                Waiting.LOOKS,
                500 * MILLI,
                timeoutNanos,
                lockNanos,
                staleWhileUpdating,
                background);
    }

    /** Varnish: one fetch for each key, behind what is stale in grace. Source: varnish-7.1.1, bin/varnishd/cache/cache_hash.c. */
    public static Coalescing varnish() {
        return new Coalescing(Scope.ALL, Waiting.LOOKS_WHEN_WOKEN, 0, Long.MAX_VALUE, Long.MAX_VALUE, false, true);
    }

    /** Squid with collapsed_forwarding on or off. Source: SQUID_5_7, src/client_side_reply.cc, src/MemStore.cc. */
    public static Coalescing squid(boolean collapsed) {
        return collapsed
                ? new Coalescing(Scope.ALL, Waiting.SHARES, 0, Long.MAX_VALUE, Long.MAX_VALUE, false, false)
                : none();
    }
}
