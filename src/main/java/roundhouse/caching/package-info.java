/**
 * What a cache holds: {@link roundhouse.caching.Cache}, a bounded map from key to entry whose time the caller gives, with an eviction
 * policy of {@link roundhouse.caching.eviction}. Knows nothing of the simulator: the same cache runs on the command line, in a unit
 * test and in a run.
 */
@NullMarked
package roundhouse.caching;

import org.jspecify.annotations.NullMarked;
