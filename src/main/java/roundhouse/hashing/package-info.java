/**
 * Where a key lives: hash functions, the consistent-hash ring and its rivals, replica sets, and what moves when a
 * target joins or leaves.
 */
@NullMarked
package roundhouse.hashing;

import org.jspecify.annotations.NullMarked;
