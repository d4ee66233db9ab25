package roundhouse.simulation.components;

import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;

/**
 * A pool of a load balancer that is routed by key, or a sharded store.
 *
 * @param balancer its id, or the store's
 * @param pool {@link #OF_STORE} for a store
 * @param placement the very object that the balancer picks by: its targets are the pool's primaries, down when the balancer sends
 *     them no new requests
 * @param streamedFrom by what keys of a store were placed, while they are streamed to where they are to be; null while none are
 */
public record KeyedPool(
        String balancer,
        String pool,
        Placement placement,
        @Nullable Placement streamedFrom) {
    /** No pool is called so. */
    public static final String OF_STORE = "";
}
