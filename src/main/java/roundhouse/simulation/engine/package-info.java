/**
 * What every part of a run shares: attempts and their hops, what a component is to them, the clock and counts of the run, and who looks on.
 * Knows no kind of node and no link.
 */
@NullMarked
package roundhouse.simulation.engine;

import org.jspecify.annotations.NullMarked;
