/**
 * Placements without a ring: numbered buckets (jump, anchor, modulo), lookup tables (Maglev) and the highest score
 * (rendezvous).
 */
@NullMarked
package roundhouse.hashing.buckets;

import org.jspecify.annotations.NullMarked;
