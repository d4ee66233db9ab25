package roundhouse.topology.nodes.data;

import roundhouse.topology.settings.Type;

/** Which requests for a key wait for one fetch of it instead of fetching it themselves. */
public enum CoalesceScope {
    /** None: each that misses fetches. */
    NONE,
    /** Those for keys that are not in the cache, as nginx's {@code proxy_cache_lock} does; expired ones are fetched by each. */
    COLD,
    /** All, as in Varnish. */
    ALL;

    /** As files and forms have it; {@code true} is all, {@code false} none. */
    public static final Type<CoalesceScope> TYPE = new CoalesceType();
}
