/** DNS nodes: which of the nodes behind a name are an answer. */
@NullMarked
package roundhouse.simulation.naming;

import org.jspecify.annotations.NullMarked;
