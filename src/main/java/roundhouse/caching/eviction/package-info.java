/**
 * What leaves a cache that is full: a class for each policy over flat arrays, their registry
 * {@link roundhouse.caching.eviction.EvictionPolicies}, and the lists they are made of.
 */
@NullMarked
package roundhouse.caching.eviction;

import org.jspecify.annotations.NullMarked;
