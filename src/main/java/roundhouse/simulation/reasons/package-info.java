/** Why caches answered requests as they did: what is known of it, and how it is told. */
@NullMarked
package roundhouse.simulation.reasons;

import org.jspecify.annotations.NullMarked;
