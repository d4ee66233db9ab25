/** The components of a run, built from its topology and kept in step with it. */
@NullMarked
package roundhouse.simulation.network;

import org.jspecify.annotations.NullMarked;
