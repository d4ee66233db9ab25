/**
 * What leaves a cache that is full: a class for each policy over flat arrays, their registry
 * {@link roundhouse.caching.eviction.EvictionPolicies}.
 */
@NullMarked
package roundhouse.caching.eviction;

import org.jspecify.annotations.NullMarked;
