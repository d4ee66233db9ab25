/**
 * What can happen to a running system, as the scenario and the command line say it.
 */
@NullMarked
package roundhouse.topology.commands;

import org.jspecify.annotations.NullMarked;
