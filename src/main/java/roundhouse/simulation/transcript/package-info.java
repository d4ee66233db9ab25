/** What happened in a run, in plain sentences, and how figures are written in them. */
@NullMarked
package roundhouse.simulation.transcript;

import org.jspecify.annotations.NullMarked;
