/** What can be wrong with a node or a link, since when, and what it cost. */
@NullMarked
package roundhouse.simulation.faults;

import org.jspecify.annotations.NullMarked;
