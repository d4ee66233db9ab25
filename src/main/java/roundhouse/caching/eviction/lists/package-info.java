/**
 * What eviction policies are made of: lists, heaps, counters and indexes over flat arrays, and a search by hill climbing. None
 * allocates once it has grown.
 */
@NullMarked
package roundhouse.caching.eviction.lists;

import org.jspecify.annotations.NullMarked;
