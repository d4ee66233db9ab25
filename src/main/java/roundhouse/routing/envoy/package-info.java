/** Envoy's ways to take targets in turn and by what they have in flight. Its ring and Maglev are placements, in {@code hashing.mirrors}. */
@NullMarked
package roundhouse.routing.envoy;

import org.jspecify.annotations.NullMarked;
