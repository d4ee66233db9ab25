/** Databases. */
@NullMarked
package roundhouse.simulation.storing;

import org.jspecify.annotations.NullMarked;
