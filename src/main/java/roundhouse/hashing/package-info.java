/**
 * Where a key lives, as a contract: a {@link roundhouse.hashing.Placement} of targets, what the placements share, and
 * replica sets. Knows hash functions only; the packages beside this one hold the placements, and the registry names
 * them all.
 */
@NullMarked
package roundhouse.hashing;

import org.jspecify.annotations.NullMarked;
