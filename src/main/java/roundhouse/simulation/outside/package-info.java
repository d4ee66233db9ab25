/** What a run is told, and tells, where its requests and its servers are real: see {@link roundhouse.simulation.outside.Outside}. */
@NullMarked
package roundhouse.simulation.outside;

import org.jspecify.annotations.NullMarked;
