/** Picking one link of several: pools of targets, who of them is in health, and clients that stick to theirs. */
@NullMarked
package roundhouse.simulation.targets;

import org.jspecify.annotations.NullMarked;
