/** Whole systems and files by chance, drawn from what the program declares of itself, so that what is declared later is tried too. */
@NullMarked
package roundhouse.swarm;

import org.jspecify.annotations.NullMarked;
