/**
 * Placements that map every key as a released program does: nginx, HAProxy, Envoy, memcached clients, Varnish, Caddy.
 */
@NullMarked
package roundhouse.hashing.mirrors;

import org.jspecify.annotations.NullMarked;
