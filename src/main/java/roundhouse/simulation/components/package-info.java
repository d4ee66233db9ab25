/** What nodes of every kind have in common, the links between them, and the figures kept about both. */
@NullMarked
package roundhouse.simulation.components;

import org.jspecify.annotations.NullMarked;
