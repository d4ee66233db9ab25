/** Servers: what serves requests, and the sessions it remembers. */
@NullMarked
package roundhouse.simulation.serving;

import org.jspecify.annotations.NullMarked;
