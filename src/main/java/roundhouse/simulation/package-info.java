/**
 * The running system: components built from a topology, commands while it runs, replay, frames for the screen, the
 * report.
 */
@NullMarked
package roundhouse.simulation;

import org.jspecify.annotations.NullMarked;
