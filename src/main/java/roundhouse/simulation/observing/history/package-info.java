/** What became of data over time, for charts. */
@NullMarked
package roundhouse.simulation.observing.history;

import org.jspecify.annotations.NullMarked;
