package roundhouse.simulation.components;

import roundhouse.hashing.Placement;

/**
 * A pool of a load balancer that is routed by key.
 *
 * @param placement the very object that the balancer picks by: its targets are the pool's primaries, down when the balancer sends
 *     them no new requests
 */
public record KeyedPool(String balancer, String pool, Placement placement) {}
