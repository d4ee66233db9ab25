/**
 * A run of a topology, and what others do with it: give it commands, replay it, look back at its requests. The rooms below it, from the
 * ground up: engine, faults, components, one room for each kind of node, network, observing.
 */
@NullMarked
package roundhouse.simulation;

import org.jspecify.annotations.NullMarked;
