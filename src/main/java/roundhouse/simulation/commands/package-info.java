/** Commands that break and mend nodes and links while a run goes on. */
@NullMarked
package roundhouse.simulation.commands;

import org.jspecify.annotations.NullMarked;
