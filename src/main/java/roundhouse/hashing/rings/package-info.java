/**
 * Placements with points on a ring: the ring of tokens, multi-probe, bounded loads, and the index that finds the next
 * point.
 */
@NullMarked
package roundhouse.hashing.rings;

import org.jspecify.annotations.NullMarked;
